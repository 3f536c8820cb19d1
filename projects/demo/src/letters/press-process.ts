import { generateLetter } from './generate.js';
import type { LetterSpec } from './letter.js';
import type { PileSpec } from './pile.js';

/** The process that `openPress` starts: a specification in, a letter, a pile or an error out, one at a time. */
process.on('message', (spec: LetterSpec | PileSpec) => {
  // The sheets of a pile are the product's own, which is much to load: only for a pile.
  const made = 'leaves' in spec ? import('./pile.js').then(({ generatePile }) => generatePile(spec)) : generateLetter(spec);
  made.then(
    (letter) => process.send?.({ letter }),
    (error: unknown) => process.send?.({ error }),
  );
});
process.on('disconnect', () => process.exit(0));
