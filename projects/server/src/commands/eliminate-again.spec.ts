import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readKey, signPdf } from '@bannette/seal';
import { makeKey } from '@bannette/seal/testing';
import PDFDocument from 'pdfkit';
import { runBannette } from '../testing/index.js';

describe('bannette eliminate-again, with a list that somebody brings', () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  /** What is asked of database and Alfresco comes after the list: where it is believed, they can't be spoken to. */
  const run = (...args: string[]) => runBannette(['eliminate-again', '--dry-run', ...args], { BANNETTE_DATA: path('data'), DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', ALFRESCO_URL: 'http://127.0.0.1:9', ALFRESCO_PASSWORD: 'secret', BANNETTE_SEAL_P12: path('seal.p12'), BANNETTE_SEAL_PASSWORD: 'secret' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bannette-again-'));
    const list = JSON.stringify({ items: [] });
    const [own, former] = [makeKey(), makeKey({ subject: '/CN=Former seal' })];
    const pdf = new PDFDocument({ info: { Keywords: `manifest:${createHash('sha512').update(list).digest('hex')}` } });
    pdf.end();
    const paper = await buffer(pdf);
    const sealedBy = async ({ p12 }: { p12: Buffer }): Promise<Uint8Array> => signPdf(paper, await readKey(p12, 'secret'), { at: new Date(), field: 'Attestation' });
    await Promise.all([writeFile(path('list'), list), writeFile(path('other'), '{}'), writeFile(path('seal.p12'), own.p12), writeFile(path('former.pem'), former.certificate), writeFile(path('own.pdf'), await sealedBy(own)), writeFile(path('former.pdf'), await sealedBy(former)), writeFile(path('unsealed.pdf'), paper)]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('believes it with its campaign’s certificate, sealed by a key of the authority', async () => {
    expect((await run('--list', path('list'), '--attestation', path('own.pdf'))).code).toBe(3);
    expect((await run('--list', path('list'), '--attestation', path('former.pdf'), '--certificate', path('former.pem'))).code).toBe(3);
  }, 60_000);

  it('refuses it alone, with a certificate of another list, without a seal or with an unknown one, and says what to do', async () => {
    const refused = (...args: string[]): Promise<unknown> => run(...args);
    expect(await refused('--list', path('list'))).toEqual({ code: 2, said: jasmine.stringContaining('--attestation FILE.pdf') });
    expect(await refused('--list', path('list'), '--list', path('other'), '--attestation', path('own.pdf'))).toEqual({ code: 2, said: jasmine.stringContaining(path('other')) });
    expect(await refused('--list', path('list'), '--attestation', path('unsealed.pdf'))).toEqual({ code: 2, said: jasmine.stringContaining('no seal') });
    expect(await refused('--list', path('list'), '--attestation', path('former.pdf'))).toEqual({ code: 2, said: jasmine.stringContaining('Former seal') });
    expect((await run('--list', path('list'), '--unsealed')).code).withContext('answered for by a person').toBe(3);
  }, 90_000);
});
