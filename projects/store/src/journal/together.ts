import { type Kysely, type Transaction, sql } from 'kysely';
import type { Store } from '../open-store.js';
import type { Database } from '../schema/database.js';
import { type Told, finish } from '../transaction.js';
import type { ConsumerOptions } from './consume.js';
import { type Step, handleEntry, handleNext, idleLag, mostTogether } from './consumer-step.js';
import { type JournalEntry, readJournal } from './read.js';

/** Up to where this process has seen that there is nothing for a consumer: commit order is sequence order, so that stays true. */
export type Passed = Map<string, number>;

interface Place {
  readonly name: string;
  readonly seq: number;
  readonly head: number;
  /** It has failed, has an entry to be handled again, or is far behind: it goes by itself. */
  readonly alone: boolean;
}

/** One that is further behind reads what the others had long ago, and they would wait for it. */
const farBehind = 2 * idleLag;

/**
 * Handles the next entries for several consumers in one transaction, with all their effects and cursors: it is opened, told
 * what there is, and written to the disk once instead of once for each. Where one fails, each goes on by itself from where
 * it was, and the failure is its own. Throws only when the database is away.
 */
export async function handleTogether(store: Store, consumers: readonly ConsumerOptions[], passed: Passed): Promise<Step> {
  try {
    const { step, alone } = await oneStep(store, consumers, passed);
    return soonest([step, ...(await eachAlone(store, alone))]);
  } catch {
    return soonest(await eachAlone(store, consumers));
  }
}

async function oneStep(store: Store, consumers: readonly ConsumerOptions[], passed: Passed): Promise<{ readonly step: Step; readonly alone: readonly ConsumerOptions[] }> {
  const done = await store.db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      const places = await lockPlaces(trx, consumers.map(({ name }) => name));
      const alone = consumers.filter(({ name }) => places.some((place) => place.name === name && place.alone));
      const here = places.flatMap((place) => {
        const options = place.alone ? undefined : consumers.find(({ name }) => name === place.name);
        return options ? [{ ...place, options, from: Math.max(place.seq, passed.get(place.name) ?? 0) }] : [];
      });
      const [first] = here;
      if (!first) return { step: 'idle' as const, alone, upTo: 0, names: [] };
      const entries = await readJournal(trx, { types: [...new Set(here.flatMap(({ options }) => options.types))], afterSeq: Math.min(...here.map(({ from }) => from)), limit: mostTogether });
      const full = entries.length === mostTogether;
      const upTo = full ? (entries.at(-1)?.seq ?? 0) : Math.max(first.head, entries.at(-1)?.seq ?? 0);
      const { apart, idle } = await askWhomItConcerns(trx, here.filter(({ options, from }) => entries.some(({ seq, type }) => seq > from && options.types.includes(type))).map(({ options }) => options));
      const going = here.filter(({ options }) => !apart.includes(options));
      const work = entries.map((entry) => ({ entry, by: going.filter(({ options, from }) => entry.seq > from && options.types.includes(entry.type) && !idle.includes(options)).map(({ options }) => options) })).filter(({ by }) => by.length);
      const told = await handleAll(trx, work);
      // Who passed over what came moves with the others, and who now has something to do begins behind what it had passed over.
      const moved = going.filter(({ name, seq, options }) => upTo - seq > idleLag || (work.length && idle.includes(options)) || work.some(({ by }) => by.some((one) => one.name === name)));
      for (const { name, seq, from, options } of here) if (apart.includes(options) && from > seq) await moveCursors(trx, [name], from);
      if (moved.length) await moveCursors(trx, moved.map(({ name }) => name), upTo);
      await finish(trx, told);
      return { step: full ? ('handled' as const) : ('idle' as const), alone: [...alone, ...apart], upTo, names: going.map(({ name }) => name) };
    });
  for (const name of done.names) passed.set(name, done.upTo);
  return done;
}

/** Of those for whom there is something: who goes by itself, and who has nothing to do with any of it. What came before they were asked was committed before, so nothing escapes them. */
async function askWhomItConcerns(trx: Transaction<Database>, waiting: readonly ConsumerOptions[]): Promise<{ readonly apart: readonly ConsumerOptions[]; readonly idle: readonly ConsumerOptions[] }> {
  const apart: ConsumerOptions[] = [];
  const idle: ConsumerOptions[] = [];
  for (const options of waiting) if (options.concerned) ((await options.concerned(trx)) ? apart : idle).push(options);
  return { apart, idle };
}

async function handleAll(trx: Transaction<Database>, work: readonly { readonly entry: JournalEntry; readonly by: readonly ConsumerOptions[] }[]): Promise<Told[]> {
  const locking = work.filter(({ by }) => by.some(({ locks }) => locks !== false));
  const [first] = locking;
  if (first && (locking.length > 1 || first.by.some(({ locks }) => locks))) await first.by.find(({ prepare }) => prepare)?.prepare?.(locking.map(({ entry }) => entry), trx);
  const told: Told[] = [];
  for (const { entry, by } of work) for (const options of by) told.push(await handleEntry(trx, options, entry, false));
  return told;
}

/** Those that no other process has in hand. */
async function lockPlaces(trx: Transaction<Database>, names: readonly string[]): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    select cursor.name, cursor.seq, head.seq as head,
      cursor.attempts > 0 or head.seq - cursor.seq > ${farBehind} or exists (select from consumer_failure f where f.name = cursor.name and f.replay_requested) as alone
    from consumer_cursor cursor, (select seq from journal_head) head
    where cursor.name = any(${sql.val(names)}::text[]) order by cursor.name for update of cursor skip locked`.execute(trx);
  return rows;
}

async function moveCursors(trx: Kysely<Database>, names: readonly string[], seq: number): Promise<void> {
  await sql`update consumer_cursor set seq = ${seq}::bigint where name = any(${sql.val(names)}::text[])`.execute(trx);
}

async function eachAlone(store: Store, consumers: readonly ConsumerOptions[]): Promise<Step[]> {
  const steps: Step[] = [];
  for (const options of consumers) steps.push(await handleNext(store, options));
  return steps;
}

function soonest(steps: readonly Step[]): Step {
  if (steps.includes('handled')) return 'handled';
  const waits = steps.flatMap((step) => (typeof step === 'object' ? [step.waitMs] : []));
  return waits.length ? { waitMs: Math.min(...waits) } : 'idle';
}
