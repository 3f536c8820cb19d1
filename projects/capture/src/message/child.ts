import { readFile } from 'node:fs/promises';
import { splitMessage } from './split.js';

/** The process that takes one e-mail apart, and ends. */
process.once('message', ({ inputPath, outputDir, timeZone }: { inputPath: string; outputDir: string; timeZone: string }) => {
  void (async () => {
    process.send?.(await splitMessage(await readFile(inputPath), outputDir, timeZone), () => process.exit(0));
  })().catch(() => process.exit(1));
});
