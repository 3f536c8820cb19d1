import { onPaper } from '@bannette/print';
import { readKey, signPdf, type SealKey } from '@bannette/seal';
import { makeKey } from '@bannette/seal/testing';
import { attestedList } from './attested.js';

const manifest = 'ab'.repeat(64);

describe('A certificate that somebody brings with a list', () => {
  let key: SealKey;
  let other: SealKey;
  const paper = (keywords: string): Promise<Buffer> => onPaper('Attestation', 'Département', (pdf) => void pdf.addPage(), { archive: true, keywords });
  const sealed = async (pdf: Uint8Array, by: SealKey, field = 'Attestation'): Promise<Uint8Array> => signPdf(pdf, by, { at: new Date(), field });
  const certificate = (): Promise<Buffer> => paper(`sha256:${'cd'.repeat(32)} manifest:${manifest}`);

  beforeAll(async () => {
    [key, other] = await Promise.all([readKey(makeKey().p12, 'secret'), readKey(makeKey({ subject: '/CN=Somebody' }).p12, 'secret')]);
  });

  it('speaks for the list that it names, where its seal is of a key of the authority', async () => {
    const pdf = await sealed(await certificate(), key);
    expect(await attestedList(pdf, [other.fingerprint, key.fingerprint])).toEqual({ manifest });
    expect(await attestedList(pdf, [])).toEqual({ fault: 'otherSealer', about: key.subject });
    expect(await attestedList(await sealed(await certificate(), other), [key.fingerprint])).toEqual({ fault: 'otherSealer', about: other.subject });
  });

  it('speaks for nothing without a seal, changed, added to, or of no list', async () => {
    const pdf = await sealed(await certificate(), key);
    const changed = Buffer.from(pdf);
    const at = changed.indexOf('/Producer');
    changed[at + 12] = (changed[at + 12] ?? 0) ^ 1;
    expect(await attestedList(await certificate(), [key.fingerprint])).toEqual({ fault: 'notSealed' });
    expect(at).toBeGreaterThan(0);
    expect((await attestedList(changed, [key.fingerprint]) as { fault?: string }).fault).toBe('broken');
    expect((await attestedList(Buffer.concat([pdf, Buffer.from('\n% more\n')]), [key.fingerprint]) as { fault?: string }).fault).toBe('broken');
    expect(await attestedList(await sealed(pdf, other, 'Ajout'), [key.fingerprint])).withContext('sealed once more by somebody').toEqual({ fault: 'otherSealer', about: other.subject });
    expect(await attestedList(await sealed(await paper('sha256:x'), key), [key.fingerprint])).toEqual({ fault: 'noAttestation' });
    expect(await attestedList(Buffer.from('no PDF'), [key.fingerprint])).toEqual({ fault: 'noAttestation' });
  });
});
