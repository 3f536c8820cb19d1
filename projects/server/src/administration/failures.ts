import { belongs, houseGroups, type Person } from '@bannette/domain';
import { conflict, forbidden, notFound, serve, type Call, type Contract } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { failedJobPage, findSetAside, jobCounts, replayFailure, retryFailedJobs, setAsidePage, type FailedJobLine, type SetAside } from '@bannette/store';
import type { FastifyInstance } from 'fastify';
import { causeOf } from './cause.js';

/** What failed for good, for administrators: to see why, and to have it tried again. Each act is journaled. */
export function failureRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    failures: async ({ caller }) => {
      requireAdministrator(caller, 'failures');
      return countFailures(house);
    },
    failedJobs: (call) => listFailedJobs(house, call),
    retryJob: (call) => retry(house, call, call.params.job),
    retryJobs: (call) => retry(house, call, undefined),
    setAside: (call) => listSetAside(house, call),
    replayEntry: (call) => replay(house, call),
  });
}

function requireAdministrator(person: Person, action: string): void {
  if (!belongs(person, houseGroups.administrators)) throw forbidden(action);
}

async function countFailures({ store: { db }, entityId }: House) {
  const count = async (rows: Promise<{ n: number }>) => Number((await rows).n);
  return {
    failedJobs: (await jobCounts(db)).failed,
    setAside: await count(db.selectFrom('consumer_failure').innerJoin('journal', 'journal.seq', 'consumer_failure.seq').where('journal.entity_id', '=', entityId).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()),
    quarantined: await count(db.selectFrom('deposit_file').innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id').where('deposit.entity_id', '=', entityId).where('deposit_file.state', '=', 'quarantined').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()),
  };
}

async function listFailedJobs(house: House, { caller, query }: Call<Contract['failedJobs']>) {
  requireAdministrator(caller, 'failedJobs');
  const rows = await failedJobPage(house.store.db, { limit: query.limit + 1, before: query.after });
  const shown = rows.slice(0, query.limit);
  const about = await mailsOf(house, shown);
  return { items: shown.map((row) => ({ id: row.id, task: row.task, ...failureOf(row, about) })), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

async function listSetAside(house: House, { caller, query }: Call<Contract['setAside']>) {
  requireAdministrator(caller, 'setAside');
  const [seq, consumer = ''] = query.after?.split(' ') ?? [];
  const rows = await setAsidePage(house.store.db, house.entityId, { limit: query.limit + 1, before: seq ? { seq: Number(seq), consumer } : undefined });
  const shown = rows.slice(0, query.limit);
  const about = await mailsOf(house, shown);
  const last = shown.at(-1);
  return { items: shown.map((row) => entryOf(row, about)), next: last && rows.length > query.limit ? `${last.seq} ${last.consumer}` : undefined };
}

async function retry(house: House, call: Call<Contract['retryJob']> | Call<Contract['retryJobs']>, job: string | undefined) {
  requireAdministrator(call.caller, 'retryJob');
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const jobs = await retryFailedJobs(tx.trx, job);
    if (job && !jobs.length) throw conflict('notInState', 'The job is not out of tries', { state: 'pending', action: 'retryJob' });
    if (jobs.length) tx.append({ type: 'jobs.retried', subjectKind: 'system', subjectId: job ?? 'all', data: { jobs: jobs.map(({ id }) => id).slice(0, 1000), count: jobs.length, tasks: [...new Set(jobs.map(({ task }) => task))] } });
    return { retried: jobs.length };
  });
}

async function replay(house: House, call: Call<Contract['replayEntry']>) {
  requireAdministrator(call.caller, 'replayEntry');
  const { consumer, seq } = call.params;
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const found = await findSetAside(tx.trx, consumer, seq);
    if (!found) throw notFound('entry');
    await replayFailure(tx.trx, consumer, seq);
    tx.append({ type: 'entry.replayed', subjectKind: 'system', subjectId: consumer, data: { seq } });
    return entryOf({ ...found, replaying: true }, await mailsOf(house, [found]));
  });
}

type Mails = ReadonlyMap<string, string | null>;

async function mailsOf({ store: { db } }: House, failed: readonly { readonly mailId: string | null }[]): Promise<Mails> {
  const ids = [...new Set(failed.flatMap(({ mailId }) => (mailId && /^[0-9a-f-]{36}$/i.test(mailId) ? [mailId] : [])))];
  if (!ids.length) return new Map();
  return new Map((await db.selectFrom('mail').select(['id', 'chrono']).where('id', 'in', ids).execute()).map(({ id, chrono }) => [id, chrono]));
}

function failureOf({ mailId, attempts, error, failedAt }: FailedJobLine | SetAside, mails: Mails) {
  const mail = mailId && mails.has(mailId) ? { mail: { chrono: mails.get(mailId) ?? undefined } } : {};
  return { ...mail, attempts, ...causeOf(error), since: failedAt.toISOString() };
}

const entryOf = (row: SetAside, mails: Mails) => ({ consumer: row.consumer, seq: row.seq, type: row.type, ...failureOf(row, mails), replaying: row.replaying });
