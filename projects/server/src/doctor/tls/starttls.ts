import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

const patience = 10_000;

/** @throws an error with the socket's code, or `ETIMEDOUT` */
export async function openSocket({ host, port }: Endpoint): Promise<Socket> {
  const socket = connect({ host, port });
  socket.setTimeout(patience, () => socket.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
  await once(socket, 'connect');
  return socket;
}

/** Asks PostgreSQL for TLS; undefined when it speaks none. */
export async function startPostgresTls(socket: Socket): Promise<Socket | undefined> {
  socket.write(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString('latin1', 0, 1) === 'S' ? socket : undefined;
}

/** Asks a mail server for TLS; undefined when it offers none. */
export async function startSmtpTls(socket: Socket): Promise<Socket | undefined> {
  await reply(socket);
  socket.write('EHLO bannette.invalid\r\n');
  if (!/^250[ -]STARTTLS\s*$/im.test(await reply(socket))) return undefined;
  socket.write('STARTTLS\r\n');
  return /^220/.test(await reply(socket)) ? socket : undefined;
}

/** A reply is over with the line whose code is followed by a space. */
async function reply(socket: Socket): Promise<string> {
  let text = '';
  while (!/^\d{3} .*\r?\n$/m.test(text) && text.length < 10_000) {
    const [piece] = (await once(socket, 'data')) as [Buffer];
    text += piece.toString('latin1');
  }
  return text;
}
