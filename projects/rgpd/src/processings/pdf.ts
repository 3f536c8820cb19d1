import type { ProcessingRegister } from '@bannette/domain';
import { drawLine, mm, onPaper, type Pdf } from '@bannette/print';
import { cellsOf } from './cells.js';
import type { ExportHead } from './csv.js';
import { measureWords, places, words } from './words.js';

const left = 15;
const right = 195;
const headingWidth = 44;
const bottom = 280;
const size = 9;

interface Block {
  readonly heading: string;
  readonly texts: readonly string[];
}

/** The register on paper, as PDF/A: what holds for all, then a sheet for each processing. */
export function registerPdf(head: ExportHead & { readonly sha256: string }, register: ProcessingRegister): Promise<Buffer> {
  const { controller, measures, places: where, entries } = register;
  return onPaper(
    `${words.title} – ${words.export} ${head.number}`,
    controller.name,
    (pdf) => {
      const sheet = sheets(pdf, head, controller.name);
      sheet.begin(words.title);
      const general: readonly Block[] = [
        { heading: words.controller, texts: [controller.name, ...controller.address, ...(controller.representative ? [`${words.represented} ${controller.representative}`] : [])] },
        { heading: words.dpo, texts: [[controller.dpoName, controller.dpoEmail].filter(Boolean).join(', ') || words.toSay] },
        { heading: words.measures, texts: measures.map(({ code, params }) => measureWords(code, params)) },
        { heading: words.places, texts: where.map((place) => places[place]) },
        { heading: `Traitements (${entries.length})`, texts: entries.map(({ code, label }) => `${code} – ${label}`) },
      ];
      for (const block of general) sheet.add(block);
      for (const entry of entries) {
        sheet.begin(`${entry.code} – ${entry.label}`);
        for (const [heading, texts] of cellsOf(entry)) sheet.add({ heading, texts });
      }
    },
    { archive: true, keywords: `sha256:${head.sha256}` },
  );
}

/** Sheets that are filled from the top, and go on overleaf under the same title. */
function sheets(pdf: Pdf, head: ExportHead, authority: string) {
  let y = 0;
  let title = '';
  let number = 0;
  const begin = (of: string, goesOn = false): void => {
    title = of;
    pdf.addPage();
    drawLine(pdf, goesOn ? `${of} (suite)` : of, { x: left, y: 12, width: right - left, size: 14, style: 'bold' });
    drawLine(pdf, `${authority} – ${words.law}`, { x: left, y: 20, width: right - left, size: 8.5 });
    drawLine(pdf, `${words.export} ${head.number} – ${words.made} ${head.day} ${words.by} ${head.by} – ${words.version} ${head.version} – ${words.page} ${++number}`, { x: left, y: 24.5, width: right - left, size: 8.5 });
    pdf.moveTo(mm(left), mm(30)).lineTo(mm(right), mm(30)).lineWidth(0.6).stroke('black');
    y = 34;
  };
  return {
    begin,
    add: ({ heading, texts }: Block): void => {
      const width = right - left - headingWidth - 3;
      const high = (text: string): number => pdf.font('plain').fontSize(size).heightOfString(text, { width: mm(width) }) / mm(1);
      if (y + Math.max(6, high(texts[0] ?? '')) > bottom) begin(title, true);
      pdf.fillColor('black').font('bold').fontSize(size).text(heading, mm(left), mm(y), { width: mm(headingWidth) });
      const least = y + pdf.font('bold').fontSize(size).heightOfString(heading, { width: mm(headingWidth) }) / mm(1);
      const page = number;
      for (const text of texts) {
        if (y + high(text) > bottom) begin(title, true);
        pdf.font('plain').fontSize(size).text(text, mm(left + headingWidth + 3), mm(y), { width: mm(width) });
        y += high(text) + 0.8;
      }
      y = (page === number ? Math.max(y, least) : y) + 2.4;
    },
  };
}
