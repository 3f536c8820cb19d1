import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestKey {
  readonly p12: Buffer;
  readonly certificate: string;
}

/** A key with a certificate of its own, in a PKCS#12 file, as OpenSSL makes it. */
export function makeKey({ algorithm = 'rsa:2048', password = 'secret', subject = '/C=FR/O=Authority of fiction/CN=Seal' }: { readonly algorithm?: string; readonly password?: string; readonly subject?: string } = {}): TestKey {
  const folder = mkdtempSync(join(tmpdir(), 'bannette-seal-'));
  const [key, certificate, p12] = ['key.pem', 'certificate.pem', 'seal.p12'].map((name) => join(folder, name)) as [string, string, string];
  const openssl = (...args: string[]): unknown => execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const [kind = 'rsa', curve = ''] = algorithm.split(':');
    const how = kind === 'ec' ? ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`] : ['-newkey', algorithm];
    openssl('req', '-x509', ...how, '-nodes', '-keyout', key, '-out', certificate, '-days', '3650', '-subj', subject, '-addext', 'keyUsage=critical,digitalSignature,nonRepudiation');
    openssl('pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', p12, '-passout', `pass:${password}`);
    return { p12: readFileSync(p12), certificate: readFileSync(certificate, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
