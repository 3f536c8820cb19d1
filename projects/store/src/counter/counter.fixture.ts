import { openStore } from '../open-store.js';
import { nextNumber } from './counter.js';

// Draws numbers for ever; tells each number after its commit.
const [databaseUrl = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl });
for (;;) {
  const number = await store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
    const drawn = await nextNumber(tx.trx, { entityId: 'default', register: 'A', year: 2026 });
    tx.append({ type: 'drawn', subjectKind: 'system', subjectId: String(drawn) });
    return drawn;
  });
  process.stdout.write(`${number}\n`);
}
