import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line to a server that breaks for good after some changes: the server makes the last one, and its answer is lost. */
export interface BreakingLine {
  readonly url: string;
  /** Requests so far that change something. */
  readonly changes: number;
  close(): Promise<void>;
}

/** @param lasts how many changes get their answer; all, when absent */
export async function breakingLine(serverUrl: string, lasts = Number.POSITIVE_INFINITY): Promise<BreakingLine> {
  let changes = 0;
  const server = createServer((incoming, outgoing) => {
    const isChange = incoming.method !== 'GET' && !(incoming.url ?? '').endsWith('/tickets');
    if (changes > lasts) return void outgoing.destroy();
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
