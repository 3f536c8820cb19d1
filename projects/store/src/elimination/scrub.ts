import { sql } from 'kysely';
import { StoreError } from '../errors.js';
import { erasePersonalParts } from '../journal/erase.js';
import type { Tx } from '../transaction.js';
import { eliminatedWords, type TableWords } from './columns.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Makes the mail one that was eliminated: everything of persons goes, by `eliminatedWords`, from its row, from all that was
 * written down around it, and from the personal parts of the journal. Done again, it finds nothing left.
 *
 * @throws StoreError `invalidKey` for what is no id
 */
export async function scrubMail(tx: Tx, mailId: string, at: Date): Promise<void> {
  if (!uuid.test(mailId)) throw new StoreError('invalidKey', `${mailId} is no mail`);
  const subjects = await subjectsOf(tx, mailId);
  const statements = Object.entries(eliminatedWords).flatMap(([table, words]) => statementOf(table, words, mailId, at) ?? []);
  await sql.raw(statements.join(';\n')).execute(tx.trx);
  const { rows } = await sql<{ id: string }>`SELECT d.id FROM mail m JOIN deposit d ON d.id = m.deposit_id WHERE m.id = ${mailId} AND NOT EXISTS (SELECT FROM mail o WHERE o.deposit_id = d.id AND o.state <> 'eliminated')`.execute(tx.trx);
  await erasePersonalParts(tx, { kind: 'mail', id: mailId });
  for (const id of subjects) await erasePersonalParts(tx, { kind: 'work', id });
  for (const { id } of rows) await erasePersonalParts(tx, { kind: 'deposit', id });
}

/** What lies in the spool of the mail, and of its deposit if nothing else of that is left. */
export async function spooledOf(tx: Pick<Tx, 'trx'>, mailId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string | null }>`
    WITH mine AS (SELECT id FROM deposit_file WHERE mail_id = ${mailId} OR (message IS NOT NULL AND id IN (SELECT cut_from FROM deposit_file WHERE mail_id = ${mailId})) OR deposit_id = (SELECT m.deposit_id FROM mail m WHERE m.id = ${mailId} AND NOT EXISTS (SELECT FROM mail o WHERE o.deposit_id = m.deposit_id AND o.id <> m.id AND o.state <> 'eliminated')))
    SELECT unnest(ARRAY[spool_key, searchable_key]) AS key FROM document WHERE mail_id = ${mailId}
    UNION SELECT unnest(ARRAY[spool_key, searchable_key]) FROM deposit_file WHERE id IN (SELECT id FROM mine)
    UNION SELECT unnest(ARRAY[spool_key, searchable_key]) FROM batch_cut WHERE document_id IN (SELECT id FROM mine)`.execute(tx.trx);
  return rows.flatMap(({ key }) => key ?? []);
}

/** What people were asked about it has a history of its own. */
async function subjectsOf({ trx }: Tx, mailId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM task WHERE mail_id = ${mailId} UNION SELECT id FROM opinion WHERE mail_id = ${mailId} UNION SELECT id FROM consultation WHERE mail_id = ${mailId}`.execute(trx);
  return rows.map(({ id }) => id);
}

function statementOf(table: string, { of, gone, set }: TableWords, mailId: string, at: Date): string | undefined {
  if (!of) return undefined;
  const where = of.replaceAll('$mail', `'${mailId}'::uuid`).replaceAll('$id', mailId);
  if (gone) return `DELETE FROM ${table} WHERE ${where}`;
  const ours = table === 'mail' ? { state: "'eliminated'", eliminated_at: `coalesce(eliminated_at, '${at.toISOString()}')`, revision: 'revision + 1', desired_version: 'desired_version + 1' } : {};
  const changes = Object.entries({ ...set, ...ours }).map(([column, value]) => `${column} = ${value}`);
  return `UPDATE ${table} SET ${changes.join(', ')} WHERE ${where}`;
}
