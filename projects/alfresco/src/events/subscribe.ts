import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import rhea, { type Connection, type ConnectionOptions, type Container, type Delivery, type EventContext, type Receiver } from 'rhea';
import { AlfrescoError } from '../error.js';
import { parseEvent, type Malformed, type RepoEvent } from './event.js';

/** The topic of Alfresco's repository events, as ActiveMQ names it over AMQP. */
export const eventTopic = 'topic://alfresco.repo.event2';

export interface EventsConfig {
  /** `amqp://host:5672` or `amqps://host:5671` of Alfresco's ActiveMQ; user and password may be in it. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  /** Certificates (PEM) that are trusted beside the machine's own. */
  readonly ca?: string;
  /** Names the subscription together with the topic, for ever: what is missed while we are away waits under this name. */
  readonly subscriber: string;
  /** Most events in hand, unacknowledged; 200 by default. */
  readonly window?: number;
  /** Milliseconds before the first attempt to connect again, doubled with each further one up to 60 times as long; 500 by default. */
  readonly retryMs?: number;
}

export interface EventSubscription {
  /** Whether the broker has us as subscriber at this moment. */
  connected(): boolean;
  /** Returns when the batch in hand is heard; the subscription stays, and what comes meanwhile waits. */
  stop(): Promise<void>;
}

export interface EventHooks {
  /** The broker could not be reached, cut us off, or what was heard could not be kept. */
  onTrouble?(error: unknown): void;
  onConnected?(): void;
}

interface InHand {
  readonly delivery: Delivery;
  readonly event: RepoEvent | Malformed;
}

const mostAtOnce = 100;
/** So long it waits for what follows an event, unless it has enough in hand: those of one act, and of acts close together, are heard together. */
const gatherMs = 500;
/** Longest silence, in ms, after which the connection is taken for broken. */
const idleMs = 30_000;
const goodbyeMs = 1_000;

/**
 * Hears Alfresco's events: a durable subscription by AMQP 1.0. A batch is acknowledged when `hear` has returned; when it
 * throws, or either side dies before, the broker delivers again, so `hear` knows an event by its id. Another process with
 * the same name is refused by the broker (`conflict`) and tries again: it steps in when the first is gone.
 */
export function subscribeToEvents(config: EventsConfig, hear: (batch: readonly (RepoEvent | Malformed)[]) => Promise<void>, hooks: EventHooks = {}): EventSubscription {
  const stopping = new AbortController();
  const options = connectionOptions(config);
  const { retryMs = 500 } = config;
  let connected = false;
  const run = async (): Promise<void> => {
    for (let pause = retryMs; !stopping.signal.aborted; pause = Math.min(pause * 2, retryMs * 60)) {
      await listen(options, config, hear, stopping.signal, () => {
        connected = true;
        pause = retryMs / 2;
        hooks.onConnected?.();
      }).catch((error: unknown) => hooks.onTrouble?.(error));
      connected = false;
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    connected: () => connected,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

function connectionOptions({ url, user, password, ca, subscriber }: EventsConfig): ConnectionOptions {
  const { protocol, hostname, port, username: userInUrl, password: passwordInUrl } = new URL(url);
  const secure = protocol === 'amqps:';
  if (!secure && protocol !== 'amqp:') throw new AlfrescoError('invalid', 'address of the event broker');
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const account = user ?? (decodeURIComponent(userInUrl) || undefined);
  const common = { host, port: Number(port || (secure ? 5671 : 5672)), container_id: subscriber, reconnect: false as const, idle_time_out: idleMs };
  // Without an account: SASL all the same (`ANONYMOUS`), for ActiveMQ refuses who comes without.
  const known = account ? { username: account, password: password ?? decodeURIComponent(passwordInUrl) } : { username: 'anonymous' };
  return (secure ? { ...common, ...known, transport: 'tls', ...(ca ? { ca: [ca] } : {}) } : { ...common, ...known, transport: 'tcp' }) as ConnectionOptions;
}

/** One connection's life; rejects when it ends for any other reason than that we stop. */
async function listen(options: ConnectionOptions, { subscriber, window = 200 }: EventsConfig, hear: (batch: readonly (RepoEvent | Malformed)[]) => Promise<void>, stopping: AbortSignal, onOpen: () => void): Promise<void> {
  const container = rhea.create_container({ id: subscriber });
  const waiting: InHand[] = [];
  let hearing: Promise<void> | undefined;
  let over = false;
  let enough = new AbortController();
  let end: (error?: unknown) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => {
      over = true;
      enough.abort();
      if (error === undefined) resolve();
      else reject(error);
    };
  });
  const hearAll = async (receiver: Receiver): Promise<void> => {
    enough = new AbortController();
    await delay(gatherMs, undefined, { signal: enough.signal }).catch(() => undefined);
    while (waiting.length && !over) {
      const batch = waiting.splice(0, mostAtOnce);
      await hear(batch.map(({ event }) => event));
      for (const { delivery } of batch) delivery.accept();
      receiver.add_credit(batch.length);
    }
  };
  const wake = (receiver: Receiver): void => {
    hearing ??= hearAll(receiver).catch(end).finally(() => {
      hearing = undefined;
      if (waiting.length && !over) wake(receiver);
    });
  };
  container.on('receiver_open', ({ receiver }: EventContext) => {
    if (!receiver) return;
    receiver.add_credit(window);
    onOpen();
  });
  container.on('message', ({ message, delivery, receiver }: EventContext) => {
    if (!delivery || !receiver) return;
    waiting.push({ delivery, event: parseEvent(bodyOf(message?.body)) });
    wake(receiver);
    if (waiting.length >= Math.min(mostAtOnce, window)) enough.abort();
  });
  for (const name of ['connection_error', 'receiver_error', 'session_error', 'error', 'protocol_error']) container.on(name, (context: EventContext) => end(brokerError(context)));
  for (const name of ['connection_close', 'receiver_close', 'session_close', 'disconnected']) container.on(name, (context: EventContext) => end(brokerError(context)));
  const connection = container.connect(options);
  connection.open_receiver({ name: 'events', source: { address: eventTopic, durable: 2, expiry_policy: 'never' }, credit_window: 0, autoaccept: false });
  const stop = (): void => end();
  stopping.addEventListener('abort', stop, { once: true });
  if (stopping.aborted) stop();
  try {
    await ended;
  } finally {
    stopping.removeEventListener('abort', stop);
    await hearing;
    await leave(container, connection);
  }
}

/** What the library keeps of a connection, and its types don't tell. */
interface Inner {
  readonly socket?: Socket;
  readonly heartbeat_in?: NodeJS.Timeout;
  readonly heartbeat_out?: NodeJS.Timeout;
}

/**
 * Says goodbye, if anybody listens. The link is not closed by itself: that would end the subscription. The library's timers
 * outlive a socket that is not ended by the other side, and would keep the process.
 */
async function leave(container: Container, connection: Connection): Promise<void> {
  const inner = connection as unknown as Inner;
  const { socket } = inner;
  if (connection.is_open() && socket?.destroyed === false) {
    const goodbye = new AbortController();
    for (const name of ['connection_close', 'disconnected', 'connection_error']) container.once(name, () => goodbye.abort());
    connection.close();
    await delay(goodbyeMs, undefined, { signal: goodbye.signal }).catch(() => undefined);
  }
  if (socket && !socket.closed) {
    const closed = once(socket, 'close').catch(() => undefined);
    socket.destroy();
    await closed;
  }
  clearTimeout(inner.heartbeat_in);
  clearTimeout(inner.heartbeat_out);
}

/** Text, however the sender wrote it: as a value or as bytes. */
function bodyOf(body: unknown): unknown {
  if (Buffer.isBuffer(body)) return body.toString('utf8');
  const content = (body as { readonly content?: unknown } | null | undefined)?.content;
  return Buffer.isBuffer(content) ? content.toString('utf8') : body;
}

function brokerError(context: EventContext): AlfrescoError {
  const cause = context.error ?? context.receiver?.error ?? context.connection?.error;
  const { condition, description } = (cause ?? {}) as { readonly condition?: unknown; readonly description?: unknown };
  if (/already connected/.test(String(description))) return new AlfrescoError('conflict', 'event broker', { cause });
  return new AlfrescoError(/unauthorized|security/.test(String(condition)) ? 'unauthorized' : 'unavailable', 'event broker', { cause });
}
