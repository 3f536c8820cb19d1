import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';

export interface TestLetter {
  readonly name: string;
  readonly bytes: Buffer;
  /** Hexadecimal. */
  readonly sha512: string;
}

/** A letter of one page whose text can be read without recognition. Two letters never have the same bytes. */
export async function testLetter(mark: string, body = 'La chaussée est très abîmée devant chez moi. Je vous demande de bien vouloir la réparer.'): Promise<TestLetter> {
  const pdf = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()));
  pdf.fontSize(11).text(`Madame Odile Vasseur\n12 rue des Tanneurs\n98310 Valmorin-sur-Lys\n\nObjet : nid-de-poule, dossier ${mark}\n\nMadame, Monsieur,\n\n${body}\n\nVeuillez agréer, Madame, Monsieur, mes salutations distinguées.`);
  pdf.end();
  await ended;
  const bytes = Buffer.concat(chunks);
  return { name: `${mark}.pdf`, bytes, sha512: createHash('sha512').update(bytes).digest('hex') };
}
