import { Readable } from 'node:stream';
import { openSpool } from './spool.js';

// Writes one deposit after the other, for ever, and tells each once it is kept.
const [dir = ''] = process.argv.slice(2);
const spool = await openSpool(dir);
for (;;) {
  const kept = await spool.write(Readable.from([Buffer.alloc(200_000, 1)]), { maxBytes: 1e9 });
  process.stdout.write(`${JSON.stringify(kept)}\n`);
}
