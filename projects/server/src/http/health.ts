import { consumerStates, jobCounts, vigilanceState, type VigilanceState } from '@bannette/store';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';

type Check = 'ok' | 'failed';

/** `/health/live` says that the process answers, `/health/ready` that what it needs does; neither tells anything else, so nobody has to sign in. */
export function healthRoutes(app: FastifyInstance, house: House): void {
  let asked: { at: number; alfresco: Promise<Check> } | undefined;
  const alfresco = (): Promise<Check> => {
    if (!asked || Date.now() - asked.at > 5000) asked = { at: Date.now(), alfresco: house.repository.me().then(() => 'ok', () => 'failed') };
    return asked.alfresco;
  };
  const database = (): Promise<Check> => sql`select 1`.execute(house.store.db).then(() => 'ok', () => 'failed');
  /** A broker that is away is told, and no reason to be taken out of service: what it keeps comes later. */
  const events = (): Promise<Check | 'degraded'> => vigilanceState(house.store.db, house.entityId).then(({ lostAt }) => (lostAt ? 'degraded' : 'ok'), () => 'failed');
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_, reply) => {
    const checks = { database: await database(), alfresco: await alfresco() };
    const ready = Object.values(checks).every((check) => check === 'ok');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'failed', checks, ...(ready ? { events: await events() } : {}) });
  });
}

/** Facts of the house that metrics show, read when they are asked for. */
export async function houseFacts(house: House): Promise<{ jobs: Awaited<ReturnType<typeof jobCounts>>; consumers: Awaited<ReturnType<typeof consumerStates>>; unapplied: number; quarantined: number; vigilance: VigilanceState }> {
  const { db } = house.store;
  const [jobs, consumers, unapplied, quarantined, vigilance] = await Promise.all([
    jobCounts(db),
    consumerStates(db),
    db.selectFrom('mail').select((eb) => eb.fn.countAll<number>().as('n')).whereRef('applied_version', '<', 'desired_version').executeTakeFirstOrThrow(),
    db.selectFrom('deposit_file').select((eb) => eb.fn.countAll<number>().as('n')).where('state', '=', 'quarantined').executeTakeFirstOrThrow(),
    vigilanceState(db, house.entityId),
  ]);
  return { jobs, consumers, unapplied: Number(unapplied.n), quarantined: Number(quarantined.n), vigilance };
}
