import { consumerStates, jobCounts, vigilanceState, type VigilanceState } from '@bannette/store';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';

type Check = 'ok' | 'failed';

/** Whoever asks gives up after some seconds: a neighbour that is silent for so many ms has failed. */
const patience = 3_000;
const soon = (check: Promise<Check>): Promise<Check> => Promise.race([check, delay(patience, 'failed' as const, { ref: false })]);

/** `/health/live` says that the process answers, `/health/ready` that what it needs does; neither tells anything else, so nobody has to sign in. */
export function healthRoutes(app: FastifyInstance, house: House): void {
  let asked: { readonly alfresco: Promise<Check>; goodUntil: number } | undefined;
  const ask = (): NonNullable<typeof asked> => {
    const alfresco = house.repository.me().then((): Check => 'ok', (): Check => 'failed');
    const asking = { alfresco, goodUntil: Number.POSITIVE_INFINITY };
    void alfresco.then(() => (asking.goodUntil = Date.now() + 5000));
    return asking;
  };
  // One question at a time: to a silent Alfresco they would pile up.
  const alfresco = (): Promise<Check> => (asked && Date.now() <= asked.goodUntil ? asked : (asked = ask())).alfresco;
  const database = (): Promise<Check> => sql`select 1`.execute(house.store.db).then(() => 'ok', () => 'failed');
  /** A broker that is away is told, and no reason to be taken out of service: what it keeps comes later. */
  const events = (): Promise<Check | 'degraded'> => vigilanceState(house.store.db, house.entityId).then(({ lostAt }) => (lostAt ? 'degraded' : 'ok'), () => 'failed');
  /** Files that wait for it are told, and no reason to be taken out of service either. */
  const antivirus = (): Promise<Check | 'degraded'> => waitingForAntivirus(house).then((waiting) => (waiting ? 'degraded' : 'ok'), () => 'failed');
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_, reply) => {
    const [databaseIs, alfrescoIs] = await Promise.all([soon(database()), soon(alfresco())]);
    const checks = { database: databaseIs, alfresco: alfrescoIs };
    const ready = Object.values(checks).every((check) => check === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'failed', checks, ...(ready ? { events: await events(), antivirus: await antivirus() } : {}) });
  });
}

async function waitingForAntivirus({ store: { db } }: House): Promise<number> {
  const { n } = await db.selectFrom('deposit_file').select((eb) => eb.fn.countAll<number>().as('n')).where('waits_for', '=', 'antivirus').executeTakeFirstOrThrow();
  return Number(n);
}

/** Facts of the house that metrics show, read when they are asked for. */
export async function houseFacts(house: House): Promise<{ jobs: Awaited<ReturnType<typeof jobCounts>>; consumers: Awaited<ReturnType<typeof consumerStates>>; unapplied: number; quarantined: number; waitingForAntivirus: number; vigilance: VigilanceState }> {
  const { db } = house.store;
  const [jobs, consumers, unapplied, quarantined, waiting, vigilance] = await Promise.all([
    jobCounts(db),
    consumerStates(db),
    db.selectFrom('mail').select((eb) => eb.fn.countAll<number>().as('n')).whereRef('applied_version', '<', 'desired_version').executeTakeFirstOrThrow(),
    db.selectFrom('deposit_file').select((eb) => eb.fn.countAll<number>().as('n')).where('state', '=', 'quarantined').executeTakeFirstOrThrow(),
    waitingForAntivirus(house),
    vigilanceState(db, house.entityId),
  ]);
  return { jobs, consumers, unapplied: Number(unapplied.n), quarantined: Number(quarantined.n), waitingForAntivirus: waiting, vigilance };
}
