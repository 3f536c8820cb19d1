import { once } from 'node:events';
import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';

/** Below what Linux (32768), macOS and Windows (49152) hand out to outgoing connections, and above what services are known by. */
const range = { from: 10_240, to: 32_768 } as const;

/**
 * A port of 127.0.0.1 on which nothing listens, for a program that must be told one. The system's own choice (port 0) won't do:
 * it is lent to the next outgoing connection before the program, a Java one say, has bound it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(range.from, range.to);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' || (error as NodeJS.ErrnoException).code === 'EACCES') return false;
    throw error;
  }
  await new Promise((closed) => server.close(closed));
  return true;
}
