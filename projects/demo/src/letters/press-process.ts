import { generateLetter } from './generate.js';
import type { LetterSpec } from './letter.js';

/** The process that `openPress` starts: a specification in, a letter or an error out, one at a time. */
process.on('message', (spec: LetterSpec) => {
  generateLetter(spec).then(
    (letter) => process.send?.({ letter }),
    (error: unknown) => process.send?.({ error }),
  );
});
process.on('disconnect', () => process.exit(0));
