import { setImmediate } from 'node:timers/promises';
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import rhea, { type Connection, type EventContext, type Sender } from 'rhea';
import type { EventStream } from './stream.js';

/** The one topic, as Alfresco's broker names it. */
export const topic = 'topic://alfresco.repo.event2';

/** The library keeps it, and its types don't tell. */
const creditOf = (sender: Sender): number => (sender as unknown as { readonly credit: number }).credit;

interface Hand {
  readonly subscription: number;
  readonly durable: boolean;
  readonly sender: Sender;
  /** Message by delivery id. */
  readonly inHand: Map<object, number>;
  pumping: Promise<void>;
  /** What was answered of messages, until it is written. */
  settling: Promise<unknown>;
}

export interface EventEndpoint {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Offers the stream by AMQP 1.0 as ActiveMQ does: a durable subscription is a container's id and a link's name, survives
 * both sides, and is given up by closing its link; what was not accepted is handed out again; a container that is there
 * already is refused.
 */
export async function openEndpoint(stream: EventStream, account: { readonly user: string; readonly password: string }, where: { readonly host: string; readonly port: number }): Promise<EventEndpoint> {
  const container = rhea.create_container({ id: 'embedded-events' });
  (container.sasl_server_mechanisms as { enable_plain(check: (user: string, password: string) => boolean): void }).enable_plain((user, password) => user === account.user && password === account.password);
  const here = new Map<string, Connection>();
  const hands = new Map<Sender, Hand>();
  const left = new WeakSet<Connection>();
  let closed = false;

  const pump = async (hand: Hand): Promise<void> => {
    while (!closed && hand.sender.is_open() && hand.sender.sendable() && creditOf(hand.sender) > 0) {
      const waiting = await stream.next(hand.subscription, [...hand.inHand.values()], Math.min(creditOf(hand.sender), 100));
      if (!waiting.length) return;
      for (const { message, body, attempts } of waiting) {
        if (closed || !hand.sender.is_open() || !hand.sender.sendable()) return;
        const delivery = hand.sender.send({ durable: true, delivery_count: attempts, application_properties: { breadcrumbId: `embedded-${message}` }, body });
        hand.inHand.set(delivery, message);
      }
    }
  };
  const wake = (hand: Hand): void => {
    hand.pumping = hand.pumping.then(() => pump(hand)).catch(() => undefined);
  };
  const release = async (hand: Hand): Promise<void> => {
    const messages = [...hand.inHand.values()];
    hand.inHand.clear();
    if (closed) return;
    if (hand.durable) await stream.returned(hand.subscription, messages);
    else await stream.unsubscribe(hand.subscription);
  };
  const settle = (context: EventContext, done: boolean): void => {
    const hand = context.sender && hands.get(context.sender);
    const message = hand && context.delivery && hand.inHand.get(context.delivery);
    if (!hand || message === undefined) return;
    const told = done ? stream.acknowledge(hand.subscription, message) : stream.returned(hand.subscription, [message]);
    const settled = told.catch(() => undefined).then(() => {
      hand.inHand.delete(context.delivery!);
      wake(hand);
    });
    hand.settling = Promise.all([hand.settling, settled]);
  };

  container.on('connection_open', ({ connection }: EventContext) => {
    const id = String(connection.container_id);
    if (here.has(id)) return connection.close({ condition: 'amqp:invalid-field', description: `Client: ${id} already connected` });
    here.set(id, connection);
  });
  container.on('sender_open', (context: EventContext) => void open(context).catch(() => context.connection.close()));
  const open = async ({ sender, connection }: EventContext): Promise<void> => {
    if (!sender || here.get(String(connection.container_id)) !== connection) return;
    if (sender.source.address !== topic) return sender.close({ condition: 'amqp:not-found', description: 'There is one topic here' });
    sender.set_source(sender.source);
    const durable = Number(sender.source.durable ?? 0) > 0;
    const hand: Hand = { subscription: await stream.subscribe(String(connection.container_id), sender.name), durable, sender, inHand: new Map(), pumping: Promise.resolve(), settling: Promise.resolve() };
    hands.set(sender, hand);
    wake(hand);
  };
  container.on('sendable', ({ sender }: EventContext) => {
    const hand = sender && hands.get(sender);
    if (hand) wake(hand);
  });
  container.on('accepted', (context: EventContext) => settle(context, true));
  for (const back of ['released', 'modified', 'rejected']) container.on(back, (context: EventContext) => settle(context, false));
  container.on('sender_close', ({ sender }: EventContext) => {
    const hand = sender && hands.get(sender);
    if (!hand) return;
    hands.delete(hand.sender);
    if (!closed) void stream.unsubscribe(hand.subscription).catch(() => undefined);
  });
  /** What it accepted before it went, which the library tells after the going where both came at once, is settled before another of its name is let in. */
  const gone = ({ connection }: EventContext): void => {
    if (left.has(connection)) return;
    left.add(connection);
    void setImmediate().then(() => letGo(connection));
  };
  const letGo = async (connection: Connection): Promise<void> => {
    const its = [...hands.values()].filter(({ sender }) => sender.connection === connection);
    for (const { sender } of its) hands.delete(sender);
    await Promise.all(its.map((hand) => hand.settling.then(() => release(hand)).catch(() => undefined)));
    const id = String(connection.container_id);
    if (here.get(id) === connection) here.delete(id);
  };
  container.on('connection_close', gone);
  container.on('disconnected', gone);
  for (const fault of ['connection_error', 'session_error', 'sender_error', 'error', 'protocol_error']) container.on(fault, () => undefined);
  stream.onMore(() => hands.forEach(wake));

  const server = container.listen({ host: where.host, port: where.port }) as Server;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  if (!server.listening) await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      closed = true;
      await Promise.all([...hands.values()].map(({ pumping }) => pumping));
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
