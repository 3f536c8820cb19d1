import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Border } from './border.js';

export interface WireProxy {
  readonly url: string;
  /** Breaks every connection that is open, on both sides. */
  cut(): void;
  close(): Promise<void>;
}

/** Passes on to a repository what a process asks of it, and springs the border's trap around a request. */
export async function alfrescoProxy(alfrescoUrl: string, border: Border): Promise<WireProxy> {
  const server = createServer((incoming, outgoing) => {
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
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
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
