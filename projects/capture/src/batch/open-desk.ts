import { countPlan, type BatchPlan, type PlannedDocument, type PlannedEnvelope, type Turn } from '@bannette/domain';
import { conflict, type Call, type Contract } from '@bannette/http';
import { contextOf, requireRight, type House } from '@bannette/house';
import { newId, type Database, type Tx } from '@bannette/store';
import { sql, type Selectable } from 'kysely';

type DepositRow = Selectable<Database['deposit']>;

/** The desk of a mail that waits to be qualified: the batch that it came in, or one that is made of what was handed in with it. */
export async function openDesk(house: House, call: Call<Contract['openDesk']>): Promise<{ batch: string }> {
  const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', call.params.id).executeTakeFirst();
  requireRight(call.caller, 'qualify', mail);
  const { deposit_id } = mail;
  if (!deposit_id) throw conflict('noPages', 'Nothing of it was scanned');
  return { batch: await house.store.transaction(contextOf(house, call), (tx) => deskOf(tx, deposit_id)) };
}

/** The batch of a deposit; of one that has none yet, it is how its mails are now. */
export async function deskOf(tx: Tx, depositId: string): Promise<string> {
  const { batch_id } = await tx.trx.selectFrom('deposit').select('batch_id').where('id', '=', depositId).executeTakeFirstOrThrow();
  if (batch_id) return batch_id;
  const deposit = await tx.trx.selectFrom('deposit').selectAll().where('id', '=', depositId).forNoKeyUpdate().executeTakeFirstOrThrow();
  if (deposit.batch_id) return deposit.batch_id;
  await placeWholeFiles(tx, depositId);
  const id = newId();
  const { plan, mails } = await planOfNow(tx, depositId);
  if (!plan.envelopes.length) throw conflict('noPages', 'Nothing of it was scanned');
  const json = JSON.stringify(plan);
  await tx.trx
    .insertInto('batch')
    .values({ id, entity_id: deposit.entity_id, name: await nameOf(tx, deposit), state: 'released', channel: deposit.channel, operator: deposit.created_by, site: deposit.site, mail_rooms: deposit.mail_rooms, release_rule: 'byHand', plan: json, counts: JSON.stringify({ ...countPlan(plan), hints: 0 }), released_plan: json, released_at: deposit.created_at, released_by: 'system' })
    .execute();
  for (const [envelope, mail] of mails) await tx.trx.insertInto('batch_envelope').values({ batch_id: id, id: envelope, mail_id: mail }).execute();
  await tx.trx.updateTable('deposit').set({ batch_id: id }).where('id', '=', depositId).execute();
  tx.append({ type: 'batch.opened', subjectKind: 'batch', subjectId: id, data: { deposit: depositId } });
  return id;
}

async function nameOf(tx: Tx, { id }: DepositRow): Promise<string> {
  const { original_name } = await tx.trx.selectFrom('deposit_file').select('original_name').where('deposit_id', '=', id).where('cut_from', 'is', null).orderBy('position').limit(1).executeTakeFirstOrThrow();
  return original_name;
}

/** Pages of files that are a document as they were received; nothing was kept of them as long as nobody took them apart. */
async function placeWholeFiles(tx: Tx, depositId: string): Promise<void> {
  await sql`
    INSERT INTO batch_page (file_id, number, fate, part_id, place)
      SELECT file.id, page.number, 'document', file.id, page.number
      FROM deposit_file file, generate_series(1, file.pages) AS page (number)
      WHERE file.deposit_id = ${depositId} AND file.cut_from IS NULL AND file.state = 'read'
      ON CONFLICT DO NOTHING`.execute(tx.trx);
}

async function planOfNow(tx: Tx, depositId: string): Promise<{ readonly plan: BatchPlan; readonly mails: ReadonlyMap<string, string> }> {
  const rows = await tx.trx
    .selectFrom('deposit_file')
    .innerJoin('document', (join) => join.onRef('document.mail_id', '=', 'deposit_file.mail_id').onRef('document.sha512', '=', 'deposit_file.sha512'))
    .innerJoin('batch_page', 'batch_page.part_id', 'deposit_file.id')
    .select(['deposit_file.id', 'deposit_file.mail_id', 'deposit_file.sheet', 'deposit_file.nature', 'deposit_file.beneficiaries', 'deposit_file.beneficiary_unknown', 'document.position', 'batch_page.file_id', 'batch_page.number', 'batch_page.turn'])
    .where('deposit_file.deposit_id', '=', depositId)
    .where('deposit_file.state', '=', 'read')
    .orderBy('document.position')
    .orderBy('deposit_file.id')
    .orderBy('batch_page.place')
    .execute();
  const envelopes = new Map<string, PlannedEnvelope>();
  const planned = new Map<string, PlannedDocument>();
  for (const row of rows) {
    const mail = row.mail_id ?? '';
    const envelope = envelopes.get(mail) ?? { id: newId(), documents: [], fixed: false, ...(row.sheet ? { sheet: row.sheet } : {}) };
    const document = planned.get(row.id) ?? { id: newId(), pages: [], ...(row.nature ? { nature: row.nature } : {}), beneficiaries: row.beneficiaries, beneficiaryUnknown: row.beneficiary_unknown };
    const pages = document.pages.some((page) => page.file === row.file_id && page.number === row.number) ? document.pages : [...document.pages, { file: row.file_id, number: row.number, turn: row.turn as Turn }];
    const now = { ...document, pages };
    planned.set(row.id, now);
    envelopes.set(mail, { ...envelope, documents: [...envelope.documents.filter(({ id }) => id !== now.id), now] });
  }
  for (const [file, { id }] of planned) await tx.trx.updateTable('deposit_file').set({ planned: id }).where('id', '=', file).execute();
  const aside = await tx.trx.selectFrom('batch_page').innerJoin('deposit_file', 'deposit_file.id', 'batch_page.file_id').select(['file_id', 'number', 'fate']).where('deposit_id', '=', depositId).where('part_id', 'is', null).orderBy('position').orderBy('number').execute();
  const ordered = [...envelopes.entries()].sort(([, a], [, b]) => placeOf(a, rows) - placeOf(b, rows));
  return {
    plan: { envelopes: ordered.map(([, envelope]) => envelope), aside: aside.map(({ file_id, number, fate }) => ({ file: file_id, number, turn: 0, why: fate === 'document' ? 'bin' : fate })) },
    mails: new Map(ordered.map(([mail, { id }]) => [id, mail])),
  };
}

/** Files come in the order of their ids, their pages in theirs. */
function placeOf({ documents }: PlannedEnvelope, rows: readonly { readonly file_id: string; readonly number: number }[]): number {
  const first = documents[0]?.pages[0];
  const files = [...new Set(rows.map(({ file_id }) => file_id))].sort();
  return first ? files.indexOf(first.file) * 100_000 + first.number : 0;
}
