import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer as createPlain, request, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultSettings } from '../start/settings.js';
import type { TestHouse } from '../testing/index.js';
import { allChecks } from './checks/index.js';
import { examine } from './examine.js';
import { usualLimits } from './limits.js';
import { severityOf } from './words/index.js';
import type { CheckResult, Finding, Report } from './report.js';
import type { Given } from './surroundings.js';

/** What a spec puts in the place of the house's own. */
export interface Otherwise extends Partial<Omit<Given, 'config' | 'limits'>> {
  readonly variables?: { readonly [name: string]: string };
  readonly limits?: Partial<Given['limits']>;
}

/** Looks at the house as its administrator: at everything, or by one check. */
export async function lookAt(house: TestHouse, { variables, limits, ...otherwise }: Otherwise = {}, only?: string): Promise<Report> {
  const given = {
    config: house.config(variables),
    alfrescoUrl: house.alfrescoUrl,
    administrator: { user: 'admin', password: 'admin' },
    db: house.store.db,
    databaseUrl: house.databaseUrl,
    settings: await defaultSettings(),
    now: () => new Date(),
    ...otherwise,
    limits: { ...usualLimits, ...limits },
  };
  return examine(given, only ? allChecks.filter(({ name }) => name === only) : allChecks);
}

/** What one check tells of the house: warnings and errors, each as `code subject`. */
export const tells = async (house: TestHouse, check: string, otherwise?: Otherwise): Promise<readonly string[]> => told(await lookAt(house, otherwise, check), check);

export function checked(report: Report, name: string): CheckResult {
  const found = report.checks.find(({ check }) => check === name);
  if (!found) throw new Error(`There is no check ${name}`);
  return found;
}

/** Warnings and errors, each as `code subject`. */
export function told(report: Report, name?: string): readonly string[] {
  const findings: readonly Finding[] = name ? checked(report, name).findings : report.checks.flatMap((one) => one.findings);
  return findings.filter(({ code }) => severityOf(code) !== 'info').map(({ code, params }) => [code, params.subject].filter(Boolean).join(' '));
}

export interface Between {
  readonly url: string;
  close(): Promise<void>;
}

/** What the doctor asked of a server. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Stands between the doctor and a server. `answers` may answer in its stead, and then says true; `header` changes an answer's headers. */
export async function between(upstream: string, { answers, headers }: { answers?: (asked: Asked, reply: ServerResponse) => boolean; headers?: (found: IncomingHttpHeaders) => IncomingHttpHeaders }): Promise<Between> {
  const server = createPlain((incoming, outgoing) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
      const body = Buffer.concat(pieces);
      if (answers?.({ method: incoming.method ?? '', path: incoming.url ?? '', body: body.toString() }, outgoing)) return;
      const forwarded = request(new URL(incoming.url ?? '/', upstream), { method: incoming.method, headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, headers?.(answer.headers) ?? answer.headers);
        answer.pipe(outgoing);
      });
      forwarded.on('error', () => outgoing.destroy()).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

function closed(server: { closeAllConnections(): void; close(done: () => void): unknown }): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** An HTTPS server with a certificate of its own making for `name`, good for a day; it answers 404. */
export async function ownCertificate(name: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bannette-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    await promisify(execFile)('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1', '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-keyout', key, '-out', cert]);
    const server = createServer({ key: await readFile(key), cert: await readFile(cert) }, (_, reply) => void reply.writeHead(404).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
