import type { Database, Sql } from '../database/database.js';
import type { Dictionary } from '../model/dictionary.js';
import { takeChanges } from './changes.js';
import { composeEvents } from './compose.js';
import { sceneOf } from './surroundings.js';

/** The repository's event stream: an outbox written with each change, emptied by those who subscribed. */
export interface EventStream {
  /** Does `work` in its transaction and writes down the events of what it changed, when somebody subscribed. */
  told<T>(sql: Sql, facts: { readonly dictionary: Dictionary; names(): Promise<ReadonlyMap<string, string>> }, after: (done: () => void) => void, work: () => Promise<T>): Promise<T>;
  /** A durable subscription by its container's and its link's name, made when it is new. */
  subscribe(container: string, link: string): Promise<number>;
  unsubscribe(subscription: number): Promise<void>;
  /** What waits for a subscription and is not in hand, the oldest first. */
  next(subscription: number, inHand: readonly number[], limit: number): Promise<readonly Waiting[]>;
  acknowledge(subscription: number, message: number): Promise<void>;
  /** It was handed out and came back, or never did. */
  returned(subscription: number, messages: readonly number[]): Promise<void>;
  /** Called whenever there is more. */
  onMore(wake: () => void): void;
}

export interface Waiting {
  readonly message: number;
  readonly body: string;
  /** How often it was handed out before. */
  readonly attempts: number;
}

export async function openEventStream(database: Database, source: string): Promise<EventStream> {
  let subscriptions = (await database.rows<{ id: number }>('select id from event_subscription')).length;
  const wakers: (() => void)[] = [];
  return {
    told: async (sql, { dictionary, names }, after, work) => {
      if (subscriptions === 0) return work();
      await sql.rows(`select set_config('embedded.events', 'on', true)`);
      const result = await work();
      const changes = await takeChanges(sql);
      const events = changes.nodes.size + changes.children.length + changes.peers.length === 0 ? [] : composeEvents(changes, await sceneOf(sql, changes, { source, dictionary, names: await names() }));
      if (events.length) {
        await sql.rows('with told as (insert into event_message (body) select unnest($1::text[]) returning seq) insert into event_pending (subscription, message) select s.id, t.seq from told t, event_subscription s', [events.map((event) => JSON.stringify(event))]);
        after(() => wakers.forEach((wake) => wake()));
      }
      return result;
    },
    subscribe: async (container, link) => {
      const row = await database.one<{ id: number; fresh: boolean }>('insert into event_subscription (container, link) values ($1, $2) on conflict (container, link) do update set link = excluded.link returning id, xmax = 0 as fresh', [container, link]);
      if (row === undefined) throw new Error('no subscription was made');
      if (row.fresh) subscriptions += 1;
      return row.id;
    },
    unsubscribe: async (subscription) => {
      const gone = await database.rows('delete from event_subscription where id = $1 returning id', [subscription]);
      subscriptions -= gone.length;
      await database.rows('delete from event_message m where not exists (select from event_pending p where p.message = m.seq)');
    },
    next: (subscription, inHand, limit) =>
      database.rows<Waiting>('select p.message, m.body, p.attempts from event_pending p join event_message m on m.seq = p.message where p.subscription = $1 and not (p.message = any ($2)) order by p.message limit $3', [subscription, inHand, limit]),
    acknowledge: async (subscription, message) => {
      await database.rows('delete from event_pending where subscription = $1 and message = $2', [subscription, message]);
      await database.rows('delete from event_message m where seq = $1 and not exists (select from event_pending p where p.message = m.seq)', [message]);
    },
    returned: async (subscription, messages) => void (await database.rows('update event_pending set attempts = attempts + 1 where subscription = $1 and message = any ($2)', [subscription, messages])),
    onMore: (wake) => void wakers.push(wake),
  };
}
