import { reasonOf } from '../accounts.js';
import { check } from '../check.js';
import type { Limits } from '../limits.js';
import { finding, type Finding } from '../report.js';
import { openSocket } from '../tls/starttls.js';

/** Alfresco's event broker: it answers, it is listened to, and what it told is handled. Without it, reconciliation finds the same later. */
export const eventBroker = check('eventBroker', 'alfresco', ['db'], async ({ config, db, limits, now }) => {
  const stream = await db.selectFrom('alfresco_stream').select(['connected_at', 'lost_at']).where('entity_id', '=', config.entityId).executeTakeFirst();
  // The embedded repository brings a broker that no configuration names.
  if (!config.events && !stream?.connected_at) return [finding('brokerNotConfigured')];
  const away = config.events && (await unreachable(config.events.url));
  if (away) return [away];
  const waiting = await db
    .selectFrom('alfresco_event')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('received_at').as('oldest')])
    .where('entity_id', '=', config.entityId)
    .where('handled_at', 'is', null)
    .executeTakeFirst();
  const since = (at: Date | null | undefined): number => (at ? Math.floor((now().getTime() - at.getTime()) / 60_000) : 0);
  return judgeStream({ connected: Boolean(stream?.connected_at), lostMinutes: since(stream?.lost_at), waiting: Number(waiting?.count ?? 0), oldestMinutes: since(waiting?.oldest) }, limits);
});

async function unreachable(url: string): Promise<Finding | undefined> {
  const { hostname: host, port, protocol } = new URL(url);
  try {
    (await openSocket({ host, port: Number(port) || (protocol === 'amqps:' ? 5671 : 5672) })).destroy();
    return undefined;
  } catch (error) {
    return finding('brokerUnreachable', { host, reason: reasonOf(error) });
  }
}

/** How the hearing goes, in minutes. */
export interface Hearing {
  readonly connected: boolean;
  readonly lostMinutes: number;
  readonly waiting: number;
  readonly oldestMinutes: number;
}

export function judgeStream({ connected, lostMinutes, waiting, oldestMinutes }: Hearing, { eventMinutes }: Pick<Limits, 'eventMinutes'>): readonly Finding[] {
  if (!connected) return [finding('brokerNeverHeard')];
  return [
    ...(lostMinutes >= eventMinutes ? [finding('brokerLost', { minutes: lostMinutes })] : []),
    ...(oldestMinutes >= eventMinutes ? [finding('eventsWait', { count: waiting, minutes: oldestMinutes })] : []),
  ];
}
