import { join } from 'node:path';
import { isAsWritten, readLedger } from '@bannette/retention';
import { check } from '../check.js';
import { finding } from '../report.js';

/** What was eliminated is so still: a restored backup shows by the ledger, which lies outside of the database. */
export const eliminations = check('eliminations', 'records', ['db'], async ({ config, db }) => {
  let [back, known, altered, unverified] = [0, 0, 0, 0];
  for await (const line of readLedger(join(config.sealing.folder, 'eliminations'))) {
    if (line.entity !== config.entityId) continue;
    const row = await db.selectFrom('elimination').selectAll().where('subject_kind', '=', line.kind).where('subject_id', '=', line.id).executeTakeFirst();
    const mail = line.kind === 'mail' ? await db.selectFrom('mail').select('state').where('id', '=', line.id).executeTakeFirst() : undefined;
    if (row) known++;
    if (row && !isAsWritten(line, row)) altered++;
    if (!row && !(await db.selectFrom('campaign_file').select('id').where('campaign_id', '=', line.campaign).where('kind', '=', 'manifest').executeTakeFirst())) unverified++;
    else if (!row || (mail && mail.state !== 'eliminated')) back++;
  }
  const { n } = await db.selectFrom('elimination').select((eb) => eb.fn.countAll<string>().as('n')).where('entity_id', '=', config.entityId).executeTakeFirstOrThrow();
  return [...(altered ? [finding('ledgerAltered', { count: altered })] : []), ...(unverified ? [finding('ledgerUnverified', { count: unverified })] : []), ...(back ? [finding('eliminationsBack', { count: back })] : []), ...(Number(n) > known ? [finding('ledgerIncomplete', { count: Number(n) - known })] : [])];
});
