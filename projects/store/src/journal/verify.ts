import { Kysely, PostgresDialect } from 'kysely';
import { openPool } from '../pool.js';
import type { Database } from '../schema/database.js';
import { type BreakReason, type ChainRow, checkLink } from './check-link.js';

/** Where a chain ended when it was last found whole; kept elsewhere than the database it vouches for. */
export interface Anchor {
  readonly seq: string;
  /** Hexadecimal. */
  readonly hash: string;
}

export interface JournalBreak {
  readonly seq: string;
  /**
   * `gap`: entries are missing before this one; `link`: it does not follow the one before; `hash`: its body is not what was
   * hashed; `columns`: its columns tell another story than its body; `personal`: its personal part is not the one it was
   * written with; `tail`: entries up to this one existed and are gone; `anchor`: at this place the chain once was another.
   */
  readonly reason: BreakReason | 'tail' | 'anchor';
}

export interface JournalReport {
  readonly intact: boolean;
  readonly entries: number;
  readonly personalParts: number;
  readonly erasedPersonalParts: number;
  /** The last entry that was read. */
  readonly last: Anchor | undefined;
  /** The first thing that is wrong. */
  readonly firstBreak: JournalBreak | undefined;
}

type End = { readonly seq: number; readonly hash: Buffer };

const batch = 500;

/**
 * Reads the whole journal once, in constant memory and from one snapshot, and recomputes its chain. A chain rewritten from
 * some entry on, or cut together with its head, shows only against an anchor.
 */
export async function verifyJournal(databaseUrl: string, options: { anchor?: Anchor } = {}): Promise<JournalReport> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: openPool(databaseUrl, 1) }) });
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((trx) => verifyIn(trx, options.anchor));
  } finally {
    await db.destroy();
  }
}

async function verifyIn(db: Kysely<Database>, anchor: Anchor | undefined): Promise<JournalReport> {
  let last: End = { seq: 0, hash: Buffer.alloc(32) };
  let firstBreak: JournalBreak | undefined;
  const counts = { entries: 0, personalParts: 0, erasedPersonalParts: 0 };

  for await (const row of chainRows(db)) {
    const reason = checkLink(last, row) ?? (contradicts(anchor, row) ? 'anchor' : undefined);
    if (reason) firstBreak ??= { seq: String(row.seq), reason };
    counts.entries++;
    if (row.personal) counts.personalParts++;
    else if (row.private_digest) counts.erasedPersonalParts++;
    last = { seq: row.seq, hash: row.hash };
  }

  const head = await db.selectFrom('journal_head').select(['seq', 'hash']).executeTakeFirst();
  firstBreak ??= missingTail(last, head, anchor);
  return {
    intact: firstBreak === undefined,
    ...counts,
    last: counts.entries > 0 ? { seq: String(last.seq), hash: last.hash.toString('hex') } : undefined,
    firstBreak,
  };
}

async function* chainRows(db: Kysely<Database>): AsyncGenerator<ChainRow> {
  for (let after = 0, rows: ChainRow[]; ; after = rows[rows.length - 1]?.seq ?? after) {
    rows = await db
      .selectFrom('journal')
      .leftJoin('journal_private', 'journal_private.seq', 'journal.seq')
      .selectAll('journal')
      .select(['journal_private.data as personal', 'journal_private.salt as salt'])
      .where('journal.seq', '>', after)
      .orderBy('journal.seq')
      .limit(batch)
      .execute();
    yield* rows;
    if (rows.length < batch) return;
  }
}

function contradicts(anchor: Anchor | undefined, row: ChainRow): boolean {
  return anchor?.seq === String(row.seq) && anchor.hash !== row.hash.toString('hex');
}

function missingTail(last: End, head: End | undefined, anchor: Anchor | undefined): JournalBreak | undefined {
  if (anchor && BigInt(anchor.seq) > BigInt(last.seq)) return { seq: anchor.seq, reason: 'tail' };
  if (!head || head.seq > last.seq) return { seq: String(head?.seq ?? last.seq), reason: 'tail' };
  return head.seq === last.seq && head.hash.equals(last.hash) ? undefined : { seq: String(last.seq), reason: 'link' };
}
