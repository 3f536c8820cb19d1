import { longDay } from '@bannette/domain';
import { drawLine, mm, onPaper, type Pdf } from '@bannette/print';
import type { RegisterLine } from '@bannette/http';
import type { DayHead } from './day-csv.js';
import { kinds, marks, words } from './words.js';

const columns = [10, 45, 62, 79, 99, 149, 216, 245, 267] as const;
const widths = [34, 16, 16, 19, 49, 66, 28, 21, 20] as const;
const rowsPerPage = 30;

/** The register of a day on paper, as PDF/A; what programs read of it, its hash, stands among its keywords. */
export function dayPdf(head: DayHead & { readonly hash: string; readonly seal?: string; readonly timeZone: string }, lines: readonly RegisterLine[]): Promise<Buffer> {
  const rows = rowsOf(lines, head.timeZone);
  const title = `${words.title} – ${longDay(head.day)}`;
  return onPaper(
    title,
    head.authority,
    (pdf) => {
      const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
      for (let page = 0; page < pages; page++) {
        pdf.addPage();
        drawHead(pdf, head, title, `${words.page} ${page + 1}/${pages}`);
        if (!rows.length) drawLine(pdf, words.none, { x: 10, y: 52, width: 270, size: 11 });
        rows.slice(page * rowsPerPage, (page + 1) * rowsPerPage).forEach((row, index) => drawRow(pdf, row, 48 + index * 4.8));
      }
    },
    { archive: true, layout: 'landscape', keywords: `sha256:${head.hash}` },
  );
}

type Row = { readonly heading: string } | { readonly note: string } | { readonly cells: readonly string[] };

/** What a column shows at the least; longer words are told whole below their line. */
const shown = { correspondent: 36, subject: 50 } as const;

function rowsOf(lines: readonly RegisterLine[], timeZone: string): Row[] {
  const clock = new Intl.DateTimeFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const day = new Intl.DateTimeFormat('fr-FR', { timeZone, day: '2-digit', month: '2-digit', year: '2-digit' });
  const short = (text: string): string => text.split('-').reverse().join('/');
  let heading = '';
  return lines.flatMap((line): Row[] => {
    const under = line.later ? words.later : line.label;
    const fresh = under !== heading;
    heading = under;
    const dated = (what: string, at: string | undefined): string[] => (at ? [`${what} ${day.format(new Date(at))} ${clock.format(new Date(at))}`] : []);
    const days = line.mark === 'replayed' ? [...dated(words.reservedOn, line.reservedAt), ...dated(words.enteredOn, line.at)] : line.mark === 'given' || line.mark === 'reserved' ? [] : dated(line.mark === 'restored' ? words.restoredOn : words.voidedOn, line.at);
    const cells = [
      line.chrono,
      line.givenAt ? clock.format(new Date(line.givenAt)) : '',
      line.kind ? kinds[line.kind] : '',
      line.on ? short(line.on) : '',
      line.masked ? words.hidden : (line.correspondent ?? ''),
      line.masked ? words.hidden : (line.subject ?? ''),
      line.service ?? '',
      marks[line.mark],
      line.digests.map((digest) => digest.slice(0, 12)).join(' '),
    ];
    const long = line.masked ? [] : (['correspondent', 'subject'] as const).flatMap((field) => ((line[field]?.length ?? 0) > shown[field] ? [line[field] ?? ''] : []));
    const note = [...long, days.join(', '), line.reason && `${words.why} : ${line.reason}`].filter(Boolean).join(' – ');
    return [...(fresh ? [{ heading: under }] : []), { cells }, ...(note ? partsOf(note).map((part) => ({ note: part })) : [])];
  });
}

/** Parts that fit a line, cut between words. */
function partsOf(text: string): string[] {
  return text.match(/.{1,150}(?:\s|$)|.{150}/gs)?.map((part) => part.trim()) ?? [];
}

function drawHead(pdf: Pdf, head: DayHead & { readonly hash: string; readonly seal?: string; readonly timeZone: string }, title: string, page: string): void {
  const closed = new Intl.DateTimeFormat('fr-FR', { timeZone: head.timeZone, dateStyle: 'long', timeStyle: 'medium' }).format(new Date(head.closedAt));
  drawLine(pdf, title, { x: 10, y: 9, width: 180, size: 15, style: 'bold' });
  drawLine(pdf, `${head.authority} – ${words.number} ${head.position} – ${page}`, { x: 190, y: 10, width: 97, size: 9 });
  const facts = [`${words.closed} ${closed} – ${words.journal} ${head.journal.seq} ${head.journal.hash.slice(0, 16)}`, `${words.own} : ${head.hash}`, `${words.previous} : ${head.previous}`, head.seal ? `${words.signed} ${head.seal}` : words.unsigned];
  facts.forEach((fact, index) => drawLine(pdf, fact, { x: 10, y: 18 + index * 4.6, width: 277, size: 8.5, style: index === 3 ? 'bold' : 'plain' }));
  drawRow(pdf, { cells: words.shown }, 40, true);
  pdf.moveTo(mm(10), mm(45.5)).lineTo(mm(287), mm(45.5)).lineWidth(0.6).stroke('black');
}

function drawRow(pdf: Pdf, row: Row, y: number, bold = false): void {
  if ('heading' in row) return drawLine(pdf, row.heading, { x: 10, y: y + 0.4, width: 277, size: 9, style: 'bold' });
  if ('note' in row) return drawLine(pdf, row.note, { x: 99, y: y - 0.6, width: 188, size: 7 });
  row.cells.forEach((cell, index) => drawLine(pdf, cell, { x: columns[index] ?? 10, y, width: widths[index] ?? 20, size: 8, style: bold ? 'bold' : 'plain' }));
}
