import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line to a server that may break for good after some changes: the server makes the last one, and its answer is lost. */
export interface BreakingLine {
  readonly url: string;
  /** Requests so far that change something. */
  readonly changes: number;
  close(): Promise<void>;
}

const notFound = JSON.stringify({ error: { errorKey: 'framework.exception.NotFound', statusCode: 404, briefSummary: '10220044 {0} was not found' } });

export interface Faults {
  /** How many changes get their answer; all, when absent. */
  readonly lasts?: number;
  /** Addresses that the server seems not to have: Alfresco's words for an API that isn't installed. */
  readonly hides?: RegExp;
}

export async function breakingLine(serverUrl: string, { lasts = Number.POSITIVE_INFINITY, hides }: Faults = {}): Promise<BreakingLine> {
  let changes = 0;
  const server = createServer((incoming, outgoing) => {
    const isChange = incoming.method !== 'GET' && !(incoming.url ?? '').endsWith('/tickets');
    if (changes > lasts) return void outgoing.destroy();
    if (hides?.test(incoming.url ?? '')) return void outgoing.writeHead(404, { 'Content-Type': 'application/json' }).end(notFound);
    if (isChange) changes++;
    const broken = changes > lasts;
    const forwarded = ask(new URL(incoming.url ?? '/', serverUrl), { method: incoming.method, headers: incoming.headers }, (answer) => {
      if (broken) return void answer.resume().on('end', () => outgoing.destroy());
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get changes() {
      return changes;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
