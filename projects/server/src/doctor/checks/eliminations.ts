import { join } from 'node:path';
import { isAsWritten, readLedger, unverifiedLines } from '@bannette/retention';
import { check } from '../check.js';
import { finding } from '../report.js';

/** What was eliminated is so still: a restored backup shows by the ledger, which lies outside of the database. */
export const eliminations = check('eliminations', 'records', ['db'], async ({ config, db }) => {
  const ledger = join(config.sealing.folder, 'eliminations');
  const unverified = new Set<string>();
  for await (const { kind, id } of unverifiedLines(db, ledger, config.entityId)) unverified.add(`${kind} ${id}`);
  let [back, known, altered] = [0, 0, 0];
  for await (const line of readLedger(ledger)) {
    if (line.entity !== config.entityId || unverified.has(`${line.kind} ${line.id}`)) continue;
    const row = await db.selectFrom('elimination').selectAll().where('subject_kind', '=', line.kind).where('subject_id', '=', line.id).executeTakeFirst();
    const mail = line.kind === 'mail' ? await db.selectFrom('mail').select('state').where('id', '=', line.id).executeTakeFirst() : undefined;
    if (row) known++;
    if (row && !isAsWritten(line, row)) altered++;
    if (!row || (mail && mail.state !== 'eliminated')) back++;
  }
  const { n } = await db.selectFrom('elimination').select((eb) => eb.fn.countAll<string>().as('n')).where('entity_id', '=', config.entityId).executeTakeFirstOrThrow();
  return [...(altered ? [finding('ledgerAltered', { count: altered })] : []), ...(unverified.size ? [finding('ledgerUnverified', { count: unverified.size })] : []), ...(back ? [finding('eliminationsBack', { count: back })] : []), ...(Number(n) > known ? [finding('ledgerIncomplete', { count: Number(n) - known })] : [])];
});
