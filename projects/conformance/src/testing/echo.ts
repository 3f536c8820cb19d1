import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Recorded } from '../recording.js';

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

function another(id: string): string {
  const digest = createHash('sha256').update(id).digest('hex');
  return [digest.slice(0, 8), digest.slice(8, 12), digest.slice(12, 16), digest.slice(16, 20), digest.slice(20, 32)].join('-');
}

const plus = (number: string, more: number): string => String(BigInt(number) + BigInt(more)).padStart(number.length, '0');

/** The same answer as another run of the same server would give it: other ids, later moments, other running numbers. */
const ofAnotherRun = (text: string, day: string, later: number): string =>
  text
    .replace(uuid, another)
    .replace(/TICKET_[0-9a-f]{40}/g, (ticket) => `TICKET_${createHash('sha1').update(ticket).digest('hex')}`)
    .replace(new RegExp(`${day}T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(?=Z|\\+0000)`, 'g'), (moment) => new Date(Date.parse(`${moment}Z`) + later).toISOString().slice(0, -1))
    .replace(/\b(\d{4}-)(\d{10}(?:\d{3})?)\b/g, (_whole, year: string, number: string) => year + plus(number, 4711))
    .replace(/\b(?:Sun )?Nov 22(,?) (\d)/g, (whole, comma: string, digit: string) => `${whole.startsWith('Sun') ? 'Mon ' : ''}Nov 23${comma} ${digit}`)
    .replace(/(GROUP_IPR[RW]|"(?:new|previous)":"(?=\d+")|dbTxnId=|Status\[id=|\|id=)(\d{3,})/g, (_whole, before: string, number: string) => before + plus(number, 1))
    .replace(/\b1022(\d{4}) /g, '1123$1 ')
    .replace(/store:\/\/2026\/11\/22\/\d+\/\d+/g, 'store://2026/11/23/11/5')
    .replace(/"(id|\w+Id)":"(\d+)"/g, (_whole, key: string, number: string) => `"${key}":"${plus(number, 1000)}"`)
    .replace(/"(durationInMs|maxEntryId|minEntryId|lastTxId)":(\d+)/g, (_whole, key: string, number: string) => `"${key}":${plus(number, 7)}`)
    .replace(/("auditApplicationId":"[\w-]+","id":)(\d+)/g, (_whole, before: string, number: string) => before + plus(number, 90));

export interface Echo {
  readonly url: string;
  close(): Promise<void>;
}

/** A server that gives recorded answers in their order, as the recorded one would in another run. */
export async function echoOf(exchanges: readonly Recorded[], day: string, later: number): Promise<Echo> {
  let next = 0;
  const server: Server = createServer((request, reply) => {
    request.resume().on('end', () => {
      const { response } = (exchanges[next++] as Recorded);
      const text = response.body === undefined ? (response.bodyText ?? '') : JSON.stringify(response.body);
      const bytes = response.bodyBase64 === undefined ? Buffer.from(ofAnotherRun(text, day, later)) : Buffer.from(response.bodyBase64, 'base64');
      reply.writeHead(response.status, response.contentType === undefined ? {} : { 'content-type': response.contentType });
      reply.end(response.status === 204 || response.status === 304 ? undefined : bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
