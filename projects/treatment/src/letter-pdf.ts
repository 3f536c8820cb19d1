import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { envelopeLines, type AuthoritySetting } from '@bannette/domain';
import type { CorrespondentSnapshot } from '@bannette/store';

export interface Letter {
  readonly authority: AuthoritySetting;
  readonly service: string;
  readonly recipient?: CorrespondentSnapshot;
  readonly chrono: string;
  readonly answers: string;
  readonly day: string;
  readonly subject: string;
  readonly body: string;
  readonly signatory: string;
}

/** PDF's own fonts have no letters for Łukasz, Şahin or Đorđević; these, beside the viewer's, have. */
const font = (style: 'Regular' | 'Bold'): string => fileURLToPath(import.meta.resolve(`pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`));

const pointsPerMillimetre = 72 / 25.4;
const mm = (value: number): number => value * pointsPerMillimetre;
const long = (day: string): string => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** The letter on A4, the recipient where a window envelope shows it (NF Z 11-001). */
export async function letterPdf(letter: Letter): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  const pdf = new PDFDocument({ size: 'A4', font: font('Regular'), margins: { top: mm(20), bottom: mm(20), left: mm(22), right: mm(20) }, info: { Title: letter.chrono, Author: letter.authority.name } });
  pdf.registerFont('plain', font('Regular')).registerFont('bold', font('Bold'));
  const done = collect(pdf);
  let pages = 1;
  pdf.on('pageAdded', () => pages++);
  pdf.font('bold').fontSize(12).text(letter.authority.name);
  pdf.font('plain').fontSize(9).text([...letter.authority.address, letter.service].join('\n'));
  const { recipient } = letter;
  const address = recipient ? envelopeLines(recipient.name, { ...recipient, lines: recipient.address?.split('\n').filter(Boolean) ?? [] }) : [];
  pdf.fontSize(11).text(address.join('\n'), mm(110), mm(50), { width: mm(80) });
  pdf.fontSize(10).text(`Nos réf. : ${letter.chrono}\nVos réf. : ${letter.answers}`, mm(22), mm(80));
  pdf.text(`Le ${long(letter.day)}`, mm(110), mm(80));
  pdf.font('bold').text(`Objet : ${letter.subject}`, mm(22), mm(100), { width: mm(165) });
  pdf.font('plain').moveDown(1.5).text(letter.body, { width: mm(165), align: 'justify', lineGap: 3 });
  pdf.moveDown(3).text(letter.signatory, mm(110));
  pdf.end();
  return { bytes: await done, pages };
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
