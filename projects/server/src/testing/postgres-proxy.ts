import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { WireProxy } from './alfresco-proxy.js';
import type { Border, Crossing } from './border.js';
import { lastingWrites, messages } from './postgres-messages.js';

/** Passes on to PostgreSQL what a process says, and springs the border's trap around a write that lasts. */
export async function postgresProxy(databaseUrl: string, border: Border): Promise<WireProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect({ host: target.hostname, port: Number(target.port || 5432), noDelay: true });
    client.setNoDelay(true);
    for (const [socket, other] of [[client, database], [database, client]] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => (open.delete(socket), other.destroy()));
    }
    relay(client, database, border);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cut = (): void => open.forEach((socket) => socket.destroy());
  return {
    url: url.href,
    cut,
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function relay(client: Socket, database: Socket, border: Border): void {
  const fromClient = messages(false);
  const fromDatabase = messages(true);
  const writeOf = lastingWrites();
  let awaited: Crossing | undefined;
  let dead = false;
  client.on('data', (piece: Buffer) => {
    for (const message of fromClient(piece)) {
      if (dead) return;
      const label = writeOf(message);
      const crossing = label === undefined ? undefined : ({ wire: 'postgres', label } as const);
      const when = crossing && border.cross(crossing);
      if (crossing && when === 'before') {
        dead = true;
        border.spring(crossing);
        return;
      }
      if (when === 'after') awaited = crossing;
      database.write(message.bytes);
    }
  });
  database.on('data', (piece: Buffer) => {
    for (const message of fromDatabase(piece)) {
      if (!awaited) client.write(message.bytes);
      else if (message.type === 'Z') {
        dead = true;
        border.spring(awaited);
        return;
      }
    }
  });
}
