import { sql, type Kysely } from 'kysely';
import type { Database } from '../schema/database.js';

/** How the watch over Alfresco goes, for metrics, health and the doctor. */
export interface VigilanceState {
  /** Whether a broker was ever reached. */
  readonly everConnected: boolean;
  /** Since when the broker is away. */
  readonly lostAt?: Date;
  /** When the last event was received, and when it had happened in Alfresco. */
  readonly lastHeardAt?: Date;
  readonly lastEventAt?: Date;
  readonly heard: number;
  readonly malformed: number;
  /** Events that wait to be handled, and seconds since the oldest was received. */
  readonly waiting: number;
  readonly oldestWaitingSeconds: number;
  readonly unsettledAlerts: number;
  /** When the whole library was last gone through, how many mails that were, and what was found. */
  readonly reconciledAt?: Date;
  readonly reconciled: number;
  readonly found: number;
}

export async function vigilanceState(db: Kysely<Database>, entityId: string): Promise<VigilanceState> {
  const [stream, waiting, alerts, round] = await Promise.all([
    db.selectFrom('alfresco_stream').selectAll().where('entity_id', '=', entityId).executeTakeFirst(),
    db.selectFrom('alfresco_event').select((eb) => [eb.fn.countAll<number>().as('n'), sql<number>`coalesce(extract(epoch from now() - min(received_at)), 0)`.as('seconds')]).where('entity_id', '=', entityId).where('handled_at', 'is', null).executeTakeFirstOrThrow(),
    db.selectFrom('alert').select((eb) => eb.fn.countAll<number>().as('n')).where('entity_id', '=', entityId).where('state', '<>', 'settled').executeTakeFirstOrThrow(),
    db.selectFrom('reconciliation').selectAll().where('entity_id', '=', entityId).executeTakeFirst(),
  ]);
  return {
    everConnected: !!stream?.connected_at,
    lostAt: stream?.lost_at ?? undefined,
    lastHeardAt: stream?.heard_at ?? undefined,
    lastEventAt: stream?.event_at ?? undefined,
    heard: Number(stream?.heard ?? 0),
    malformed: Number(stream?.malformed ?? 0),
    waiting: Number(waiting.n),
    oldestWaitingSeconds: Number(waiting.seconds),
    unsettledAlerts: Number(alerts.n),
    reconciledAt: round?.finished_at ?? undefined,
    reconciled: Number(round?.last_checked ?? 0),
    found: Number(round?.last_found ?? 0),
  };
}
