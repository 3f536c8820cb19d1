import { openStore } from '../open-store.js';
import { nextNumber } from '../counter/counter.js';
import { consumeJournal } from './consume.js';

// A sidecar of its own process: counts each entry once and tells its seq, until it's killed.
const [databaseUrl = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl });
consumeJournal(store, {
  name: 'counting',
  types: ['mail.registered'],
  pollMs: 100,
  handle: async (entry, tx) => {
    await nextNumber(tx.trx, { entityId: 'default', register: entry.subjectId, year: 2026 });
    process.stdout.write(`${entry.seq}\n`);
    tx.append({ type: 'mail.counted', subjectKind: 'mail', subjectId: entry.subjectId });
  },
});
