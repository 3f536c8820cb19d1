import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readKey, type SealKey } from './key.js';
import { signPdf } from './sign-pdf.js';
import { makeKey, type TestKey } from './testing/key-file.js';
import { verifyPdf } from './verify-pdf.js';

const at = new Date('2026-11-22T19:00:00Z');

async function aPdf(text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(text);
  document.addPage().drawText(text);
  return document.save({ useObjectStreams: false });
}

/** Where the signed PDF says its signature is. */
const rangeOf = (pdf: Uint8Array): readonly number[] => /\/ByteRange \[ ?(\d+) (\d+) (\d+) (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.slice(1).map(Number) ?? [];

describe('The seal', () => {
  let file: TestKey;
  let key: SealKey;
  beforeAll(async () => {
    file = makeKey();
    key = await readKey(file.p12, 'secret');
  });

  it('signs with a key from a PKCS#12 file, and says whose it is', async () => {
    expect(key.subject).toBe('C=FR, O=Authority of fiction, CN=Seal');
    const pdf = await aPdf('Register');
    const signed = await signPdf(pdf, key, { at, reason: 'Clôture', location: 'Valmorin-sur-Lys' });
    expect(Buffer.from(signed.subarray(0, pdf.length)).equals(Buffer.from(pdf))).withContext('what was there stays byte for byte').toBeTrue();
    const [signature, ...others] = await verifyPdf(signed);
    expect(others).toEqual([]);
    expect(signature).toEqual(jasmine.objectContaining({ valid: true, coversAll: true, subject: key.subject, fingerprint: key.fingerprint, timestamped: false }));
  });

  it('signs with an elliptic key too', async () => {
    const elliptic = await readKey(makeKey({ algorithm: 'ec:P-256', password: 'clé à part' }).p12, 'clé à part');
    expect((await verifyPdf(await signPdf(await aPdf('Register'), elliptic, { at })))[0]?.valid).toBeTrue();
  });

  it('is found right by OpenSSL', async () => {
    const signed = Buffer.from(await signPdf(await aPdf('Register'), key, { at }));
    const [, length = 0, next = 0] = rangeOf(signed);
    const folder = mkdtempSync(join(tmpdir(), 'bannette-seal-'));
    try {
      const cms = Buffer.from(signed.toString('latin1', length + 1, next - 1), 'hex');
      writeFileSync(join(folder, 'cms'), cms);
      writeFileSync(join(folder, 'content'), Buffer.concat([signed.subarray(0, length), signed.subarray(next)]));
      writeFileSync(join(folder, 'ca.pem'), file.certificate);
      const said = spawnSync('openssl', ['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', 'cms', '-content', 'content', '-CAfile', 'ca.pem', '-purpose', 'any', '-out', '/dev/null'], { cwd: folder, encoding: 'utf8' });
      expect(said.stderr).toMatch(/successful/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('lets a second person sign after the first, and both stay right', async () => {
    const other = await readKey(makeKey({ subject: '/CN=Second' }).p12, 'secret');
    const signed = await signPdf(await signPdf(await aPdf('Certificate'), key, { at }), other, { at });
    const found = await verifyPdf(signed);
    expect(found.map(({ valid, coversAll, subject }) => [valid, coversAll, subject])).toEqual([[true, false, key.subject], [true, true, 'CN=Second']]);
  });

  it('shows a byte that was changed, what was added after it, and a certificate that was put in the place of the signer’s', async () => {
    const signed = Buffer.from(await signPdf(await aPdf('Register'), key, { at }));
    const changed = Buffer.from(signed);
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect((await verifyPdf(changed))[0]).toEqual(jasmine.objectContaining({ valid: false, problem: 'changed' }));
    expect((await verifyPdf(Buffer.concat([signed, Buffer.from('\n% more')])))[0]).toEqual(jasmine.objectContaining({ valid: true, coversAll: false }));
    const stranger = await readKey(makeKey({ subject: '/CN=Stranger' }).p12, 'secret');
    const forged = await signPdf(await aPdf('Register'), { ...stranger, certificate: key.certificate }, { at });
    expect((await verifyPdf(forged))[0]).toEqual(jasmine.objectContaining({ valid: false, problem: 'notByCertificate' }));
    expect(await verifyPdf(await aPdf('Not signed'))).toEqual([]);
  });

  it('says what is wrong with a key that can’t be used', async () => {
    await expectAsync(readKey(file.p12, 'wrong')).toBeRejectedWith(jasmine.objectContaining({ code: 'wrongPassword' }));
    await expectAsync(readKey(Buffer.from('no file of keys'), 'secret')).toBeRejectedWith(jasmine.objectContaining({ code: 'unreadableKey' }));
    await expectAsync(signPdf(Buffer.from('no PDF'), key, { at })).toBeRejectedWith(jasmine.objectContaining({ code: 'unreadablePdf' }));
  });

  it('signs with a timestamp when it is given one, of the signature itself', async () => {
    const asked: number[] = [];
    const signed = await signPdf(await aPdf('Certificate'), key, { at, timestamp: async (sha256) => { asked.push(sha256.length); return Buffer.from('3003020101', 'hex'); } });
    expect(asked).toEqual([32]);
    expect((await verifyPdf(signed))[0]).toEqual(jasmine.objectContaining({ valid: true, timestamped: true }));
  });

  it('is found right by poppler’s pdfsig, where that is installed', async () => {
    if (spawnSync('pdfsig', ['-v']).error) return void console.log('pdfsig is not installed');
    const folder = mkdtempSync(join(tmpdir(), 'bannette-seal-'));
    try {
      writeFileSync(join(folder, 'signed.pdf'), await signPdf(await aPdf('Register'), key, { at }));
      const said = execFileSync('pdfsig', ['-nocert', 'signed.pdf'], { cwd: folder, encoding: 'utf8' });
      expect(said).toContain('Signature is Valid');
      expect(said).toContain('ETSI.CAdES.detached');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
