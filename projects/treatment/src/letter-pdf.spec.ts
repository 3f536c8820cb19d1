import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { AuthoritySetting } from '@bannette/domain';
import { veraPdf } from '@bannette/print/testing';
import { letterPdf, type Letter } from './letter-pdf.js';

const letter: Letter = {
  authority: { name: 'Département de la Lys', address: ['1 place de la Loire', '98300 Valmorin'] } as unknown as AuthoritySetting,
  service: 'Routes',
  recipient: { kind: 'individual', name: 'Odile Vasseur', address: '12 rue des Tanneurs\nBâtiment B', postcode: '98310', city: 'Valmorin' },
  chrono: 'D-2026-000001',
  answers: 'A-2026-000007',
  day: '2026-03-01',
  subject: 'Votre demande',
  body: 'Madame,\n\nBien reçu.',
  signatory: 'Inès Kaci',
};

interface Piece {
  readonly text: string;
  /** Millimetres from the sheet's left and upper edges. */
  readonly left: number;
  readonly top: number;
}

async function read({ bytes }: { bytes: Buffer }): Promise<{ text: string; pieces: readonly Piece[]; pages: number }> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pieces: Piece[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    for (const item of items) if ('str' in item && item.str.trim()) pieces.push({ text: item.str, left: (Number(item.transform[4]) / 72) * 25.4, top: 297 - (Number(item.transform[5]) / 72) * 25.4 });
  }
  const pages = pdf.numPages;
  await pdf.destroy();
  return { text: pieces.map(({ text }) => text).join(' ').replace(/\s+/g, ' '), pieces, pages };
}

const validator = await veraPdf();

describe('The letter that answers', () => {
  it('says who writes to whom, when, about what, and under which numbers', async () => {
    const { text } = await read(await letterPdf(letter));
    for (const words of ['Département de la Lys', '1 place de la Loire', 'Routes', 'Odile Vasseur', '12 rue des Tanneurs', 'Bâtiment B', '98310 VALMORIN', 'Nos réf. : D-2026-000001', 'Vos réf. : A-2026-000007', 'Le 1er mars 2026', 'Objet : Votre demande', 'Bien reçu.', 'Inès Kaci']) expect(text).toContain(words);
  });

  it('writes names as their bearers do', async () => {
    const { text } = await read(await letterPdf({ ...letter, recipient: { kind: 'individual', name: 'Łukasz Şahin-Đorđević' }, body: 'Œuvre, maïs, ñ, ő, ț, 20 € « à l’été » – ½', signatory: 'Елена Ивановна' }));
    for (const words of ['Łukasz Şahin-Đorđević', 'Œuvre, maïs, ñ, ő, ț, 20 € « à l’été » – ½', 'Елена Ивановна']) expect(text).toContain(words);
  });

  it('shows the whole address in the window of the envelope, and nothing else', async () => {
    const { pieces } = await read(await letterPdf({ ...letter, subject: 'S'.repeat(60), authority: { ...letter.authority, name: 'N'.repeat(50) } }));
    const inWindow = pieces.filter(({ left, top }) => left >= 110 && top >= 45 && top <= 78).map(({ text }) => text);
    expect(inWindow).toEqual(['Odile Vasseur', '12 rue des Tanneurs', 'Bâtiment B', '98310 VALMORIN']);
  });

  it('takes as many pages as its words need, and says how many', async () => {
    const long = await letterPdf({ ...letter, body: Array.from({ length: 150 }, (_, n) => `Ligne ${n}.`).join('\n') });
    const { text, pages } = await read(long);
    expect(pages).toBeGreaterThan(2);
    expect(long.pages).toBe(pages);
    expect(text).toContain('Ligne 149.');
  });

  it('is a PDF/A-2b, whatever was typed or pasted into it', async () => {
    if ('missing' in validator) return pending(`veraPDF: ${validator.missing}`);
    const pasted = '\u0000Bonjour 👋\u200b,\r\n\tمرحبا – 你好';
    const letters = await Promise.all([letter, { ...letter, body: pasted, subject: pasted, signatory: '✍️' }, { ...letter, body: Array.from({ length: 150 }, (_, n) => `Ligne ${n}.`).join('\n') }].map(letterPdf));
    expect(await validator.checkBytes(...letters.map(({ bytes }) => bytes))).toEqual(['ok', 'ok', 'ok']);
  }, 120_000);

  it('is written to somebody without an address', async () => {
    const { text } = await read(await letterPdf({ ...letter, recipient: undefined }));
    expect(text).toContain('Objet : Votre demande');
  });
});
