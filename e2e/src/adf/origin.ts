import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface Origin {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** The pages in `folder` and, under the same origin, what answers at `behindUrl`: a repository's `/alfresco`, and `/bannette` where Bannette is in front of it. */
export async function openOrigin(folder: string, behindUrl: string): Promise<Origin> {
  const server = createServer((request, response) => {
    if (/^\/(alfresco|bannette)\//.test(request.url ?? '')) passOn(behindUrl, request, response);
    else void sendFile(folder, new URL(request.url ?? '/', 'http://origin').pathname, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function passOn(behindUrl: string, request: IncomingMessage, response: ServerResponse): void {
  const onward = ask(new URL(request.url ?? '/', behindUrl), { method: request.method ?? 'GET', headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

async function sendFile(folder: string, path: string, response: ServerResponse): Promise<void> {
  const file = join(folder, normalize(path === '/' ? '/index.html' : path));
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-length': found.size });
  createReadStream(file).pipe(response);
}
