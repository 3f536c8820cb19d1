import { longDay } from '@bannette/domain';
import { drawLine, mm, onPaper, type Pdf } from '@bannette/print';
import { dua, shortDay, volume, words } from './bordereau-words.js';
import type { Bordereau } from './bordereau.js';
import type { BordereauLine } from './manifest.js';

const columns = [10, 19, 83, 117, 133, 148, 168, 181, 220, 246] as const;
const widths = [8, 62, 33, 15, 14, 19, 12, 38, 25, 41] as const;
const bottom = 188;

/** The bordereau d'élimination on paper, as PDF/A-2b; the manifest's digest stands among its keywords. The same facts give the same page. */
export function bordereauPdf(bordereau: Bordereau): Promise<Buffer> {
  const { head } = bordereau;
  const title = `${words.title} ${head.chrono}`;
  return onPaper(title, head.authority, (pdf) => drawAll(pdf, bordereau, title), { archive: true, layout: 'landscape', keywords: `sha512:${head.manifestSha512}` });
}

type Block = { readonly height: number; draw(y: number): void };

function drawAll(pdf: Pdf, bordereau: Bordereau, title: string): void {
  const pages: Block[][] = [[]];
  let y = firstTop;
  for (const block of [...tableOf(pdf, bordereau.lines), ...closingOf(pdf, bordereau)]) {
    if (y + block.height > bottom && pages.at(-1)?.length) {
      pages.push([]);
      y = nextTop;
    }
    pages.at(-1)?.push(block);
    y += block.height;
  }
  pages.forEach((blocks, index) => {
    pdf.addPage();
    drawHead(pdf, bordereau, title, `${words.page} ${index + 1}/${pages.length}`, index === 0);
    let at = index === 0 ? firstTop : nextTop;
    for (const block of blocks) {
      block.draw(at);
      at += block.height;
    }
  });
}

const firstTop = 60;
const nextTop = 32;

function drawHead(pdf: Pdf, { head }: Bordereau, title: string, page: string, first: boolean): void {
  drawLine(pdf, title, { x: 10, y: 9, width: 190, size: 16, style: 'bold' });
  drawLine(pdf, `${head.authority} – ${page}`, { x: 200, y: 11, width: 87, size: 9 });
  if (first) {
    drawLine(pdf, head.title, { x: 10, y: 17.5, width: 277, size: 11 });
    drawLine(pdf, `${words.until} ${longDay(head.until)}. ${words.frozen} ${head.frozenOn}${head.stamp ? `. ${words.stamped} : ${head.stamp}` : ''}.`, { x: 10, y: 24, width: 277, size: 9 });
    drawLine(pdf, `${words.manifest} :`, { x: 10, y: 30, width: 277, size: 9, style: 'bold' });
    drawLine(pdf, head.manifestSha512.slice(0, 64), { x: 10, y: 34.5, width: 277, size: 9 });
    drawLine(pdf, head.manifestSha512.slice(64), { x: 10, y: 38.5, width: 277, size: 9 });
    drawLine(pdf, head.seal ? `${words.sealed} ${head.seal}. ${words.law}` : words.law, { x: 10, y: 43.5, width: 277, size: 8.5 });
  }
  const top = first ? 50 : 21;
  drawCells(pdf, [...words.columns], top, true);
  pdf.moveTo(mm(10), mm(top + 9.4)).lineTo(mm(287), mm(top + 9.4)).lineWidth(0.6).stroke('black');
}

function tableOf(pdf: Pdf, lines: readonly BordereauLine[]): Block[] {
  let service = '';
  return lines.flatMap((line): Block[] => {
    const heading = line.serviceLabel === service ? [] : [{ height: 7, draw: (y: number) => drawLine(pdf, `${words.service} : ${line.serviceLabel} (${line.service})`, { x: 10, y: y + 1.6, width: 277, size: 10, style: 'bold' }) }];
    service = line.serviceLabel;
    return [...heading, rowOf(pdf, line)];
  });
}

const smallest = 8;
function rowOf(pdf: Pdf, line: BordereauLine): Block {
  const cells = [String(line.line), `${line.row} ${line.rowLabel} (${line.year})`, line.firstDay === line.lastDay ? shortDay(line.firstDay) : `${shortDay(line.firstDay)} – ${shortDay(line.lastDay)}`, String(line.items), String(line.documents), volume(line.bytes), dua(line.years), line.reference.replace(/\b\d{4}-\d{2}-\d{2}\b/g, shortDay), line.boxes.join('\n'), ''];
  pdf.font('plain').fontSize(smallest);
  const height = Math.max(8, ...cells.map((cell, index) => pdf.heightOfString(cell || ' ', { width: mm(widths[index] ?? 20) }) / mm(1))) + 1.6;
  return {
    height,
    draw: (y) => {
      drawCells(pdf, cells, y + 0.8);
      pdf.moveTo(mm(10), mm(y + height)).lineTo(mm(287), mm(y + height)).lineWidth(0.2).stroke('grey');
    },
  };
}

function drawCells(pdf: Pdf, cells: readonly string[], y: number, bold = false): void {
  pdf.fillColor('black').font(bold ? 'bold' : 'plain').fontSize(smallest);
  cells.forEach((cell, index) => pdf.text(cell, mm(columns[index] ?? 10), mm(y), { width: mm(widths[index] ?? 20) }));
}

/** The total, who answered for it, each head's signature, and room for the archivist's. */
function closingOf(pdf: Pdf, { head, lines, signatures, persons }: Bordereau): Block[] {
  const sum = (of: (line: BordereauLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
  const text = (line: string, height: number, style: 'plain' | 'bold' = 'plain'): Block => ({ height, draw: (y) => drawLine(pdf, line, { x: 10, y: y + 1.5, width: 277, size: 9.5, style }) });
  return [
    { height: 9, draw: (y) => drawCells(pdf, ['', words.total, '', String(sum((line) => line.items)), String(sum((line) => line.documents)), volume(sum((line) => line.bytes))], y + 2, true) },
    text(words.signatures, 7, 'bold'),
    ...persons.map(({ what, name, on }) => text(`${what} ${name} ${words.on} ${on}`, 5.5)),
    ...signatures.map(({ label, name, on, as }) => text(name ? `${words.head} ${label} : ${name}${as ? ` (${as})` : ''}, ${words.on} ${on}` : `${words.head} ${label} : ${words.unsigned}`, 5.5)),
    {
      height: 34,
      draw: (y) => {
        drawLine(pdf, words.visa, { x: 12, y: y + 6, width: 272, size: 9.5, style: 'bold' });
        words.visaLines.forEach((line, index) => drawLine(pdf, line, { x: 12 + index * 92, y: y + 13, width: 88, size: 9 }));
        pdf.rect(mm(10), mm(y + 4), mm(277), mm(29)).lineWidth(0.6).stroke('black');
        drawLine(pdf, head.chrono, { x: 12, y: y + 27.5, width: 100, size: 8 });
      },
    },
  ];
}
