import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Border } from './border.js';

export interface WireProxy {
  readonly url: string;
  /** Breaks every connection that is open, on both sides. */
  cut(): void;
  close(): Promise<void>;
}

/** What a repository in trouble answers: instead of doing it (`before`), or although it was done (`after`). To silence the client puts an end. */
export interface Trouble {
  /** 401 goes on for the accounts that have acted on records until then, with the tickets they have. */
  readonly status: 401 | 500 | 503 | 'silence';
  readonly when: 'before' | 'after';
}

/** The trouble that a request meets, if any; `body` is read of actions on records alone. */
export type Troubles = (label: string, body: string, path: string) => Trouble | undefined | Promise<undefined>;

/** A `WireProxy` behind which the repository may be in trouble. */
export interface TroubledProxy extends WireProxy {
  troubled(troubles?: Troubles): void;
}

/** Passes on to a repository what a process asks of it, and springs the border's trap around a request. */
export async function alfrescoProxy(alfrescoUrl: string, border: Border): Promise<TroubledProxy> {
  let troubles: Troubles | undefined;
  const [seen, expired] = [new Set<string>(), new Set<string>()];

  /** @returns whether it was answered here */
  const inTrouble = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> => {
    const refuse = (status: Trouble['status']): boolean => {
      if (status === 'silence') return true;
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message: 'in trouble' }));
      return true;
    };
    const { authorization = '' } = incoming.headers;
    if (expired.has(authorization)) return refuse(401);
    if (!troubles) return false;
    const label = labelOf(incoming);
    if (authorization && label.includes('ExecutionQueue')) seen.add(authorization);
    const body = label.includes('ExecutionQueue') ? await bytesOf(incoming) : undefined;
    const trouble = await troubles(label, body?.toString() ?? '', incoming.url ?? '');
    if (trouble?.status === 401) for (const one of seen) expired.add(one);
    if (trouble?.when === 'before') return refuse(trouble.status);
    if (!body) return false;
    const answer = await fetch(new URL(incoming.url ?? '/', alfrescoUrl), { method: incoming.method, headers: { authorization, 'content-type': 'application/json' }, body });
    const told = Buffer.from(await answer.arrayBuffer());
    if (trouble) return refuse(trouble.status);
    outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' }).end(told);
    return true;
  };

  const server = createServer((incoming, outgoing) => void inTrouble(incoming, outgoing).then((done) => done || passing(incoming, outgoing), () => outgoing.destroy()));
  const passing = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const crossing = { wire: 'alfresco', label: labelOf(incoming) } as const;
    const when = border.cross(crossing);
    if (when === 'before') return border.spring(crossing);
    const forwarded = ask(new URL(incoming.url ?? '/', alfrescoUrl), { method: incoming.method, headers: incoming.headers }, (answer) => {
      if (when === 'after') answer.resume().on('end', () => border.spring(crossing));
      else passOn(answer, outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => !outgoing.writableEnded && forwarded.destroy());
    incoming.pipe(forwarded);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    troubled: (next) => void (troubles = next),
    cut: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function passOn(answer: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
  answer.pipe(outgoing);
  answer.on('error', () => outgoing.destroy());
}

function labelOf({ method, url = '' }: IncomingMessage): string {
  const path = url.split('?')[0]?.replace(/^.*\/versions\/1/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}') ?? '';
  return `${method ?? ''} ${path}`;
}
