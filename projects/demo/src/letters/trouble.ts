import { createDeflate, crc32 } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { generateLetter } from './generate.js';
import type { LetterFile } from './letter.js';

export const troubleKinds = ['password', 'truncated', 'empty', 'notAPdf', 'zeroPages', 'enormous', 'enormousPage'] as const;
/** `enormous`: a PNG of 30,000 × 30,000 pixels in some 100 KB; `enormousPage`: a PDF whose page is five metres wide. */
export type TroubleKind = (typeof troubleKinds)[number];

const pdf = 'application/pdf';
const make: Record<TroubleKind, () => Promise<LetterFile> | LetterFile> = {
  password: async () => ({ bytes: await onePagePdf({ userPassword: 'ouvre-toi', ownerPassword: 'et-reste' }), mediaType: pdf, fileName: 'protege.pdf' }),
  truncated: async () => {
    const { bytes } = await generateLetter({ seed: 1, kind: 'VOIRIE', date: '2026-03-09', format: 'pdf-image' });
    return { bytes: bytes.subarray(0, Math.floor(bytes.length * 0.4)), mediaType: pdf, fileName: 'tronque.pdf' };
  },
  empty: () => ({ bytes: Buffer.alloc(0), mediaType: pdf, fileName: 'vide.pdf' }),
  notAPdf: () => ({ bytes: Buffer.from('<!doctype html>\n<title>Session expirée</title>\n<p>Votre session a expiré, reconnectez-vous.</p>\n'), mediaType: pdf, fileName: 'numerisation.pdf' }),
  zeroPages: () => ({ bytes: pagelessPdf(), mediaType: pdf, fileName: 'sans-page.pdf' }),
  enormous: async () => ({ bytes: await blankPng(30_000), mediaType: 'image/png', fileName: 'demesure.png' }),
  enormousPage: async () => ({ bytes: await onePagePdf({ size: [14_400, 14_400] }), mediaType: pdf, fileName: 'page-demesuree.pdf' }),
};

/** A file that cannot become a letter, as such files arrive: nothing in its name or media type warns of it. */
export const generateTrouble = async (kind: TroubleKind): Promise<LetterFile> => make[kind]();

async function onePagePdf(options: PDFKit.PDFDocumentOptions): Promise<Buffer> {
  const doc = new PDFDocument({ margin: 50, info: { CreationDate: new Date(0), Producer: 'Scanner' }, ...options });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  doc.font('Helvetica').text('Monsieur le Président, veuillez trouver ci-joint ma demande.').end();
  await ended;
  return Buffer.concat(chunks);
}

/** A PDF in good order whose tree of pages has no leaf. */
function pagelessPdf(): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  return Buffer.from(`${text}xref\n0 3\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}

/** A white bilevel PNG; its rows are deflated a few at a time, so that memory stays small. */
async function blankPng(side: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 9 });
  const packed: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => packed.push(chunk));
  const ended = new Promise<void>((resolve, reject) => deflate.on('end', resolve).on('error', reject));
  const row = Buffer.alloc(1 + Math.ceil(side / 8), 0xff);
  row[0] = 0;
  const rows = Buffer.concat(Array.from({ length: 100 }, () => row));
  for (let written = 0; written < side; written += 100) {
    if (!deflate.write(rows)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await ended;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', header), pngChunk('IDAT', Buffer.concat(packed)), pngChunk('IEND', Buffer.alloc(0))]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
