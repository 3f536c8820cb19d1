import { createHash } from 'node:crypto';
import { mayWithSorting, rolesOnSorting, sortingActions, type SortingDecision } from '@bannette/domain';
import type { Caller, SortingLineView, SortingView } from '@bannette/http';
import type { House } from '@bannette/house';
import { canonicalJson, type Database } from '@bannette/store';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { seenSorting, type SortingRow } from './act.js';

type Amount = SortingView['amounts']['kept'];
export const amountOf = (amounts: readonly Amount[]): Amount =>
  amounts.reduce((sum, one) => ({ units: sum.units + one.units, mails: sum.mails + one.mails, documents: sum.documents + one.documents, bytes: sum.bytes + one.bytes }), { units: 0, mails: 0, documents: 0, bytes: 0 });

export function countYears(counted: readonly { readonly year: number; readonly decision: SortingDecision; readonly mails: number }[]): SortingView['years'] {
  const years = new Map<number, { year: number; kept: number; notKept: number }>();
  for (const { year, decision, mails } of counted) {
    const found = years.get(year) ?? { year, kept: 0, notKept: 0 };
    found[decision] += mails;
    years.set(year, found);
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

/** What counts as things stand: what was decided, or noted, or proposed. */
export const stands = sql<SortingDecision>`coalesce(i.decided, i.noted, i.proposed)`;

/** Sortings that the person may see, newest first; an archivist those that were sent to them. */
export async function sortingsPage(house: House, caller: Caller, { limit, after }: { readonly limit: number; readonly after?: string }): Promise<{ items: SortingLineView[]; next?: string }> {
  const { db } = house.store;
  const items: SortingLineView[] = [];
  for (let cursor = after; ; ) {
    let query = db.selectFrom('sorting').selectAll().where('entity_id', '=', house.entityId);
    if (cursor) query = query.where('id', '<', cursor);
    const rows = await query.orderBy('id', 'desc').limit(limit + 1).execute();
    for (const row of rows) {
      if (!mayWithSorting(caller, 'read', row)) continue;
      if (items.length === limit) return { items, next: items.at(-1)?.id };
      items.push(await lineOf(db, caller, row));
    }
    if (rows.length <= limit) return { items };
    cursor = rows.at(-1)?.id;
  }
}

interface Sums {
  readonly decision: SortingDecision;
  readonly year: number;
  readonly units: number;
  readonly mails: number;
  readonly documents: number;
  readonly bytes: number;
}

/** By decision and year; a unit counts in the year of its first mail. */
async function sumsOf(db: Kysely<Database>, id: string): Promise<readonly Sums[]> {
  const { rows } = await sql<Sums>`
    SELECT ${stands} AS decision, i.year, count(*) FILTER (WHERE i.position = f.first)::int AS units, count(*)::int AS mails, sum(i.documents)::int AS documents, sum(i.bytes)::int8 AS bytes
    FROM sorting_item i JOIN (SELECT unit, min(position) AS first FROM sorting_item WHERE sorting_id = ${id} GROUP BY unit) f ON f.unit = i.unit
    WHERE i.sorting_id = ${id} GROUP BY 1, 2`.execute(db);
  return rows;
}

async function lineOf(db: Kysely<Database>, caller: Caller, sorting: SortingRow, sums?: readonly Sums[]): Promise<SortingLineView> {
  const known = sums ?? (await sumsOf(db, sorting.id));
  const all = amountOf(known);
  return {
    id: sorting.id,
    chrono: sorting.chrono,
    title: sorting.title,
    state: sorting.state,
    row: { code: sorting.row_code, label: sorting.row.label },
    mails: all.mails,
    kept: amountOf(known.filter(({ decision }) => decision === 'kept')).mails,
    bytes: all.bytes,
    createdBy: { id: sorting.created_by, displayName: sorting.created_by_name },
    createdAt: sorting.created_at.toISOString(),
    proposedAt: sorting.proposed_at?.toISOString(),
    agreedOn: sorting.agreed_on ?? undefined,
    reference: sorting.reference ?? undefined,
    yours: mayWithSorting(caller, 'agree', sorting) || mayWithSorting(caller, 'propose', sorting),
  };
}

export async function viewSorting(house: House, caller: Caller, id: string): Promise<SortingView> {
  const { db } = house.store;
  const sorting = await seenSorting(house, db, caller, id);
  const sums = await sumsOf(db, id);
  const { authority } = await house.settings();
  const { rows: [counts] } = await sql<{ held: number; changed: number; done: number; failed: number; total: number }>`
    SELECT count(*) FILTER (WHERE m.holds > 0)::int AS held, count(DISTINCT i.unit) FILTER (WHERE ${stands} <> i.picked)::int AS changed,
      count(i.carried_at)::int AS done, count(*) FILTER (WHERE i.failure IS NOT NULL AND i.carried_at IS NULL)::int AS failed, count(*)::int AS total
    FROM sorting_item i JOIN mail m ON m.id = i.mail_id WHERE i.sorting_id = ${id}`.execute(db);
  const { held = 0, changed = 0, done = 0, failed = 0, total = 0 } = counts ?? {};
  const archivists = sorting.archivists.length ? await db.selectFrom('person').select(['id', 'display_name']).where('id', 'in', sorting.archivists).execute() : [];
  const { row } = sorting;
  return {
    ...(await lineOf(db, caller, sorting, sums)),
    revision: sorting.revision,
    authority: authority.name,
    rowInFull: { code: row.code, label: row.label, years: row.years, trigger: row.trigger, source: row.source, agreed: row.agreed },
    fromYear: sorting.from_year ?? undefined,
    toYear: sorting.to_year ?? undefined,
    services: sorting.services,
    rule: sorting.rule,
    criterion: sorting.criterion,
    amounts: { kept: amountOf(sums.filter(({ decision }) => decision === 'kept')), notKept: amountOf(sums.filter(({ decision }) => decision === 'notKept')) },
    years: countYears(sums),
    leftOut: Object.entries(sorting.left_out).map(([cause, mails]) => ({ cause: cause as SortingView['leftOut'][number]['cause'], mails })),
    held,
    changed,
    listSha512: sorting.agreed_sha512 ?? (await digestOfList(db, id)),
    proposedSha512: sorting.proposed_sha512 ?? undefined,
    archivists: archivists.map(({ id: person, display_name }) => ({ id: person, displayName: display_name })),
    ...(sorting.agreed_how ? { agreement: { how: sorting.agreed_how, recordedBy: sorting.recorded_by_name ?? undefined, file: await fileName(db, sorting), signatures: [...sorting.agreement_signatures] } } : {}),
    steps: stepsOf(sorting),
    ...(sorting.agreed_at ? { carried: { done, failed, total } } : {}),
    actions: [...sortingActions.filter((action) => action !== 'finish' && mayWithSorting(caller, action, sorting)), ...(mayWithSorting(caller, 'openItem', sorting) ? (['openItem'] as const) : [])],
  };
}

const fileName = async (db: Kysely<Database>, { agreement_file: id }: SortingRow): Promise<string | undefined> => (id ? (await db.selectFrom('sorting_file').select('name').where('id', '=', id).executeTakeFirst())?.name : undefined);

function stepsOf(sorting: SortingRow): SortingView['steps'] {
  const steps: readonly (readonly [SortingView['steps'][number]['step'], string | null, Date | null, string | null])[] = [
    ['created', sorting.created_by_name, sorting.created_at, null],
    ['givenBack', sorting.given_back_by_name, null, sorting.given_back_because],
    ['proposed', sorting.proposed_by_name, sorting.proposed_at, null],
    ['agreed', sorting.agreed_by_name, sorting.agreed_at, null],
    ['finished', null, sorting.finished_at, null],
    ['cancelled', sorting.cancelled_by_name, sorting.cancelled_at, sorting.cancelled_because],
  ];
  return steps.filter(([, by, at]) => by || at).map(([step, by, at, because]) => ({ step, by: by ?? undefined, at: at?.toISOString(), because: because ?? undefined }));
}

/** SHA-512 of the list in its order with what is decided of each mail: what is agreed to is exactly this. */
export async function digestOfList(db: Kysely<Database>, id: string, which: RawBuilder<SortingDecision> = stands): Promise<string> {
  const { rows } = await sql<{ mail: string; chrono: string | null; unit: string; decision: SortingDecision }>`SELECT i.mail_id AS mail, m.chrono, i.unit, ${which} AS decision FROM sorting_item i JOIN mail m ON m.id = i.mail_id WHERE i.sorting_id = ${id} ORDER BY i.position`.execute(db);
  return createHash('sha512').update(canonicalJson({ sorting: id, mails: rows.map((row) => ({ ...row })) })).digest('hex');
}

/** Who reads more than numbers of it: records managers open the mails themselves where they may. */
export const keepsSortings = (caller: Caller, sorting: SortingRow): boolean => rolesOnSorting(caller, sorting).includes('archives');
