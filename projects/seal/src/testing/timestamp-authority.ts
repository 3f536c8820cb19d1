import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An RFC 3161 authority of OpenSSL's, on 127.0.0.1, with a root of its own. */
export interface LocalAuthority {
  readonly url: string;
  /** Its root certificate (PEM). */
  readonly root: string;
  /** While false it answers 503. */
  setOpen(open: boolean): void;
  close(): Promise<void>;
}

const config = `
[ tsa ]
default_tsa = own
[ own ]
serial = serial
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

/** @throws when there is no `openssl` command */
export async function startTimestampAuthority({ usage = 'critical,timeStamping' } = {}): Promise<LocalAuthority> {
  const dir = await mkdtemp(join(tmpdir(), 'bannette-tsa-'));
  const openssl = (...args: string[]) => run('openssl', args, { cwd: dir });
  await writeFile(join(dir, 'tsa.conf'), config);
  await writeFile(join(dir, 'ext'), `extendedKeyUsage=${usage}\n`);
  await writeFile(join(dir, 'serial'), '01\n');
  await openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'root.key', '-out', 'root.pem', '-days', '30', '-subj', '/O=Local/CN=Root');
  await openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/O=Local/CN=Timestamps');
  await openssl('x509', '-req', '-in', 'tsa.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '30', '-extfile', 'ext', '-out', 'tsa.pem');
  let open = true;
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  const reply = async (query: Buffer): Promise<Buffer> => {
    const name = `${++asked}`;
    await writeFile(join(dir, `${name}.tsq`), query);
    await openssl('ts', '-reply', '-config', 'tsa.conf', '-queryfile', `${name}.tsq`, '-out', `${name}.tsr`);
    return readFile(join(dir, `${name}.tsr`));
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (!open) return void response.writeHead(503).end();
      // The file of serial numbers is one for all.
      last = last.then(() => reply(Buffer.concat(chunks))).then(
        (answer) => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer),
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    root: await readFile(join(dir, 'root.pem'), 'utf8'),
    setOpen: (now) => (open = now),
    close: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(dir, { recursive: true, force: true });
    },
  };
}
