import { classify, dayIn, fold, listersOf, readersOf, type DocumentRole } from '@bannette/domain';
import { enqueueMirror, forRights, type House, type MailRow } from '@bannette/house';
import { toldColumns, writeForWhom, type Told } from '@bannette/registration';
import { aroundOf, reckonOf, recoverHolds } from '@bannette/retention';
import { raiseCounter, type JsonObject, type Tx } from '@bannette/store';
import { knowAffair } from './affair.js';
import { describeAgain } from './described.js';
import { journaled } from './heard.js';
import type { Difference, DocumentDifference, RebuildPlan } from './plan.js';

/** Kinds that only tell Alfresco again what the row says: nothing of the mail changes, the journal keeps no word of it. */
const resentOnly: readonly string[] = ['nodeWithoutFacts', 'nodeOlder'];

export interface RebuildResult {
  readonly mails: number;
  /** That Governance Services knew of these mails, and the database didn't. */
  readonly holds: number;
  readonly counters: number;
  /** Left to a person. */
  readonly unclear: number;
}

/**
 * Does what the plan says, mail by mail, each in a transaction with its journal entry; killed in the middle, the next plan
 * holds what is left. What has to go to Alfresco is sent by jobs, once Bannette runs again.
 *
 * @param margin added to each counter that is raised, for letters whose number was given and seen nowhere
 */
export async function applyRebuild(house: House, plan: RebuildPlan, { margin = 0, onDone }: { readonly margin?: number; readonly onDone?: (difference: Difference) => void } = {}): Promise<RebuildResult> {
  const context = { entityId: house.entityId, actor: 'system' };
  if (plan.counters.length)
    await house.store.transaction(context, async (tx) => {
      for (const { register, year, stands, seen } of plan.counters) {
        await raiseCounter(tx.trx, { entityId: house.entityId, register, year }, seen + margin);
        tx.append({ type: 'counter.raised', subjectKind: 'system', subjectId: `${register}:${year}`, data: { from: stands, to: seen + margin } });
      }
    });
  const clear = plan.differences.filter(({ kind }) => kind !== 'unclear');
  for (const difference of clear) {
    await house.store.transaction(context, (tx) => mend(house, tx, difference));
    onDone?.(difference);
  }
  const { holds } = clear.length ? await recoverHolds(house) : { holds: 0 };
  return { holds, mails: clear.length, counters: plan.counters.length, unclear: plan.differences.length - clear.length };
}

async function mend(house: House, tx: Tx, difference: Difference): Promise<void> {
  const { mailId: id, kind } = difference;
  const before = await tx.trx.selectFrom('mail').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  const told = difference.row && (await withKnownOthers(house, tx, { ...difference, row: difference.row }));
  const written = told ? await writeRow(house, tx, difference, told, before) : await bump(tx, difference);
  for (const document of difference.documents) await writeDocument(house, tx, id, document);
  if (!before) await claimFiles(tx, written, difference.documents);
  // Whether its current use is over is reckoned anew, and its record found again.
  if (!before) await tx.trx.deleteFrom('record_reckoning').where('entity_id', '=', house.entityId).execute();
  if (!resentOnly.includes(kind)) tx.append({ type: 'mail.recovered', subjectKind: 'mail', subjectId: id, data: toldToJournal(difference, written) });
  if (written.node_name) await enqueueMirror(tx, id);
}

function toldToJournal({ kind, columns, documents, doubt, lostEntry }: Difference, row: MailRow): JsonObject {
  const kept = Object.fromEntries(journaled.map((column) => [column, row[column] as string]));
  return { because: kind, columns: [...columns], row: kept, documents: documents.length, ...(doubt ? { doubt } : {}), ...(lostEntry ? { entry: lostEntry } : {}) };
}

/** Rows that the mail's row points to: a correspondent is made again from the mail's own copy; what else is gone can't be pointed to. */
async function withKnownOthers(house: House, tx: Tx, { nodeId, affair: filedIn, row: told }: Difference & { readonly row: Told }): Promise<Told> {
  const { correspondent } = told;
  if (correspondent?.id) {
    const { id, kind, name } = correspondent;
    const of = (part: string): string | null => (typeof correspondent[part] === 'string' ? correspondent[part] : null);
    await tx.trx.insertInto('correspondent').values({ id, entity_id: tx.context.entityId, kind, name, search_name: fold(name), address: of('address'), postcode: of('postcode'), city: of('city'), email: of('email') }).onConflict((conflict) => conflict.doNothing()).execute();
  }
  if (told.box) await knowBox(tx, told.box, { site: told.site, mail_rooms: told.mail_rooms });
  const deposit = told.deposit_id ? await tx.trx.selectFrom('deposit').select(['id', 'channel', 'received_at']).where('id', '=', told.deposit_id).executeTakeFirst() : undefined;
  const answered = told.answer_of ? await tx.trx.selectFrom('mail').select('id').where('id', '=', told.answer_of).executeTakeFirst() : undefined;
  const asDeposited = deposit && !nodeId ? { channel: deposit.channel, received_at: told.received_at ?? deposit.received_at } : {};
  await knowAffair(house, tx, told, filedIn);
  const affair = told.affair_id ? await tx.trx.selectFrom('affair').select('id').where('id', '=', told.affair_id).executeTakeFirst() : undefined;
  return { ...told, ...asDeposited, affair_id: affair?.id ?? null, deposit_id: deposit?.id ?? null, answer_of: answered?.id ?? null };
}

/** A box that mails tell of is made again, open; its number is not given a second time. */
async function knowBox(tx: Tx, code: string, place: Pick<Told, 'site' | 'mail_rooms'>): Promise<void> {
  const { entityId, actor } = tx.context;
  await tx.trx.insertInto('box').values({ ...place, entity_id: entityId, code, service: null, label: null, location: null, opened_by: actor, closed_at: null }).onConflict((conflict) => conflict.doNothing()).execute();
  const [, year, number] = /^B-(\d{4})-(\d+)$/.exec(code) ?? [];
  if (year && number) await raiseCounter(tx.trx, { entityId, register: 'box', year: Number(year) }, Number(number));
}

const json: readonly string[] = ['correspondent', 'route_because', 'due_because', 'envelope', 'handed_over', 'entry', 'parties', 'fields'];
/** Columns that are never null: what stands for nothing in them. */
const nothing: { readonly [column: string]: string } = { parties: '[]', fields: '{}', message_references: '{}' };

async function writeRow(house: House, tx: Tx, { mailId: id, nodeId, version, revision, documents }: Difference, told: Told, before: MailRow | undefined): Promise<MailRow> {
  const secrecy = forRights(told as Parameters<typeof forRights>[0]);
  const columns = Object.fromEntries(toldColumns.map((column) => [column, json.includes(column) && told[column] ? JSON.stringify(told[column]) : (told[column] ?? nothing[column] ?? null)])) as Partial<MailRow>;
  const values = {
    ...columns,
    correspondent_id: told.correspondent?.id ?? null,
    readers: [...readersOf(secrecy)],
    listers: [...listersOf(secrecy)],
    node_id: nodeId ?? null,
    gone_at: null,
    revision: revision + 1,
    desired_version: told.node_name ? version + 1 : 0,
  } as { readonly [column: string]: unknown };
  const row = before
    ? await tx.trx.updateTable('mail').set(values as never).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
    : await tx.trx.insertInto('mail').values({ id, entity_id: house.entityId, ...values, ...(await readAgain(house, tx, told, digestsOf(documents))), created_at: told.created_at ?? house.now() } as never).returningAll().executeTakeFirstOrThrow();
  const { row: rule, trigger, due, ends } = reckonOf(row, await house.settings(), await aroundOf(tx.trx, row));
  const dated = told.retention_due ? {} : { retention_trigger: trigger, retention_due: due };
  const reckoned = { ...dated, retention_row: rule?.code ?? null, current_use_ends: row.intermediate_at ? null : ends };
  return tx.trx.updateTable('mail').set(reckoned).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

/** What was read off its pages, where they are still known, and what is proposed for it. */
async function readAgain(house: House, tx: Tx, { deposit_id }: Told, digests: readonly string[]): Promise<{ read_text: string; proposals: string }> {
  if (!deposit_id || !digests.length) return { read_text: '', proposals: '{}' };
  const pages = await tx.trx.selectFrom('page_text').innerJoin('deposit_file', 'deposit_file.id', 'file_id').select('text').where('deposit_id', '=', deposit_id).where('sha512', 'in', digests).orderBy('position').orderBy('page_text.number').execute();
  const texts = pages.map(({ text }) => text);
  const { types, authority } = await house.settings();
  return { read_text: texts.join('\n'), proposals: JSON.stringify(classify(texts, types, dayIn(authority.timeZone, house.now()))) };
}

const digestsOf = (documents: readonly DocumentDifference[]): string[] => documents.flatMap(({ values }) => values?.sha512 ?? []);

/** The row stays: it is only to be sent (again), to the folder that there is. */
async function bump(tx: Tx, { mailId, kind, nodeId, version }: Difference): Promise<MailRow> {
  const before = await tx.trx.selectFrom('mail').select('node_name').where('id', '=', mailId).executeTakeFirstOrThrow();
  const place = kind === 'nodeMissing' || kind === 'nodeElsewhere' ? { node_id: nodeId ?? null, gone_at: null } : {};
  return tx.trx.updateTable('mail').set({ ...place, desired_version: before.node_name ? version + 1 : 0 }).where('id', '=', mailId).returningAll().executeTakeFirstOrThrow();
}

async function writeDocument(house: House, tx: Tx, mailId: string, { id, values, columns: differing }: DocumentDifference): Promise<void> {
  if (!values) return;
  const { stored, warnings, role, forWhom, archive, ...columns } = values;
  const row = { ...columns, role: role as DocumentRole, warnings: JSON.stringify(warnings), ...(archive === undefined ? {} : { archive: archive && JSON.stringify(archive) }), ...(values.nature === undefined ? {} : { nature_told: values.nature }), stored_at: stored ? house.now() : null, ...(stored ? {} : { gone_at: null }) };
  await tx.trx.insertInto('document').values({ id, mail_id: mailId, ...row }).onConflict((conflict) => conflict.column('id').doUpdateSet({ mail_id: mailId, ...row })).execute();
  if (forWhom) await writeForWhom(tx, id, forWhom);
  if (differing.includes('row')) await describeAgain(house, tx, mailId, id, values);
}

/** Files that the mail was made of are not to be made into another one. */
async function claimFiles(tx: Tx, { id, deposit_id }: MailRow, documents: readonly DocumentDifference[]): Promise<void> {
  const digests = digestsOf(documents);
  if (!deposit_id || !digests.length) return;
  await tx.trx.updateTable('deposit_file').set({ mail_id: id, state: 'read' }).where('deposit_id', '=', deposit_id).where('sha512', 'in', digests).where('mail_id', 'is', null).where('state', '<>', 'discarded').execute();
}

