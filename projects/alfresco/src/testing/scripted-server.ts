import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export type Turn = (request: Seen, response: ServerResponse) => void;

/** A server on this machine that plays its turns in order, one a request, to show what a broken network does to the client. */
export interface ScriptedServer {
  readonly url: string;
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

export async function scriptedServer(...turns: readonly Turn[]): Promise<ScriptedServer> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const one = { method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks) };
    seen.push(one);
    (turns[seen.length - 1] ?? answer(500, {}))(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Turn {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
}

/** The shape in which Alfresco tells errors. */
export function refusal(statusCode: number, errorKey = 'framework.exception.ApiDefault', summary = errorKey): Turn {
  return answer(statusCode, { error: { errorKey, statusCode, briefSummary: `10220001 ${summary}`, logId: 'a-log-id' } });
}

export const breakOff: Turn = (_request, response) => void response.destroy();
export const saySilence: Turn = () => undefined;

export function node(id: string, properties: Record<string, unknown> = {}): object {
  const by = { id: 'gecsvc', displayName: 'gecsvc' };
  const at = '2026-11-22T02:50:47.495+0000';
  return { entry: { id, name: id, nodeType: 'gec:incoming', isFolder: true, isFile: false, aspectNames: ['cm:auditable'], properties, createdAt: at, createdByUser: by, modifiedAt: at, modifiedByUser: by } };
}
