import { isIP } from 'node:net';
import { reasonOf } from '../accounts.js';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';
import type { Surroundings } from '../surroundings.js';
import { readCertificate, type Certificate } from '../tls/certificate.js';
import { startPostgresTls, startSmtpTls, type Endpoint } from '../tls/starttls.js';

/** A server that is spoken to, and how encryption begins there. */
interface Line extends Endpoint {
  readonly subject: string;
  readonly speech: 'tls' | 'smtp' | 'postgres' | 'plain';
}

/** Certificates of all that is spoken to, and what is spoken to plainly over a network. */
export const certificates = check('certificates', 'network', [], async (surroundings) => {
  const found: Finding[] = [];
  for (const line of linesOf(surroundings)) found.push(...(await judgeLine(line, surroundings)));
  return found;
});

export function linesOf({ config, alfrescoUrl, databaseUrl }: Pick<Surroundings, 'config' | 'alfrescoUrl' | 'databaseUrl'>): readonly Line[] {
  return [
    lineTo('Alfresco', alfrescoUrl),
    ...(config.alfrescoPublicUrl ? [lineTo('alfrescoPublic', config.alfrescoPublicUrl)] : []),
    ...(config.publicUrl ? [lineTo('Bannette', config.publicUrl)] : []),
    ...(config.events ? [lineTo('eventBroker', config.events.url)] : []),
    ...(config.smtpUrl ? [lineTo('mailServer', config.smtpUrl)] : []),
    ...(databaseUrl ? [lineTo('PostgreSQL', databaseUrl)] : []),
  ];
}

const speeches: { readonly [protocol: string]: Line['speech'] } = { 'https:': 'tls', 'smtps:': 'tls', 'amqps:': 'tls', 'smtp:': 'smtp', 'postgres:': 'postgres', 'postgresql:': 'postgres' };
const ports: { readonly [protocol: string]: number } = { 'https:': 443, 'http:': 80, 'amqps:': 5671, 'amqp:': 5672, 'smtps:': 465, 'smtp:': 587, 'postgres:': 5432, 'postgresql:': 5432 };

function lineTo(subject: string, address: string): Line {
  const { protocol, hostname, port } = new URL(address);
  return { subject, host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (ports[protocol] ?? 0), speech: speeches[protocol] ?? 'plain' };
}

async function judgeLine(line: Line, { limits, now }: Surroundings): Promise<readonly Finding[]> {
  const { subject, host, speech } = line;
  try {
    const ask = speech === 'smtp' ? startSmtpTls : speech === 'postgres' ? startPostgresTls : undefined;
    const certificate = speech === 'plain' ? undefined : await readCertificate(line, ask);
    if (certificate) return judgeCertificate(subject, host, certificate, now(), limits.certificateDays);
    if (isOnThisMachine(host)) return [];
    return [speech === 'smtp' ? finding('smtpPlain', { subject, host }) : finding('notEncrypted', { subject, host })];
  } catch (error) {
    // That it does not answer is told by the check of its own.
    return speech === 'tls' ? [finding('certificateUnread', { subject, host, reason: reasonOf(error) })] : [];
  }
}

export function isOnThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

export function judgeCertificate(subject: string, host: string, { validTo, flaw }: Certificate, now: Date, mostDays: number): readonly Finding[] {
  const days = Math.floor((validTo.getTime() - now.getTime()) / 86_400_000);
  const about = { subject, host };
  const found: Finding[] = [];
  if (days < 0) found.push(finding('certificateExpired', { ...about, days: -days }));
  else if (days < mostDays) found.push(finding('certificateExpires', { ...about, days }));
  if (flaw === 'ERR_TLS_CERT_ALTNAME_INVALID') found.push(finding('certificateWrongHost', about));
  else if (flaw && flaw !== 'CERT_HAS_EXPIRED') found.push(finding('certificateUntrusted', { ...about, reason: flaw }));
  return found;
}
