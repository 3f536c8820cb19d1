import { longDay } from '@bannette/domain';
import { drawBars, drawLine, drawQr, mm, onPaper, type Pdf } from '@bannette/print';
import { words } from './words.js';

/** What goes with an envelope: its number, and the way it takes; nothing of what may be in it. */
export interface Slip {
  readonly chrono: string;
  readonly kind: string;
  readonly opened: boolean;
  readonly service: string;
  readonly site?: string;
  readonly addressee?: string;
  readonly reference?: string;
  readonly receivedAt: string;
  /** `HH:MM`. */
  readonly time?: string;
  /** It arrived after its deadline. */
  readonly cameLate?: boolean;
  readonly handOverBy: string;
  readonly deadline?: string;
  readonly deadlineTime?: string;
}

const half = 148.5;
const left = 18;
const width = 174;

/** Two slips on each A4 page, to be cut in the middle. */
export function slipsPdf(slips: readonly Slip[], authority: string): Promise<Buffer> {
  return onPaper(words.slip, authority, (pdf) =>
    slips.forEach((slip, index) => {
      if (index % 2 === 0) pdf.addPage();
      drawSlip(pdf, slip, authority, (index % 2) * half);
      if (index % 2 === 0) pdf.moveTo(0, mm(half)).lineTo(mm(210), mm(half)).lineWidth(0.5).dash(4, { space: 4 }).stroke('black').undash();
    }),
  );
}

function drawSlip(pdf: Pdf, slip: Slip, authority: string, top: number): void {
  const beside = width - 46;
  drawLine(pdf, authority, { x: left, y: top + 12, width: beside, size: 10 });
  drawLine(pdf, words.slip, { x: left, y: top + 18, width: beside, size: 12 });
  drawLine(pdf, slip.chrono, { x: left, y: top + 25, width: beside, size: 30, style: 'bold' });
  drawLine(pdf, slip.kind, { x: left, y: top + 40, width: beside, size: 15, style: 'bold' });
  drawLine(pdf, slip.cameLate ? words.cameLate : slip.opened ? words.opened : words.sealed, { x: left, y: top + 47, width: beside, size: 12 });
  drawQr(pdf, slip.chrono, { x: left + width - 40, y: top + 12, size: 40 });
  pdf.rect(mm(left), mm(top + 57), mm(width), mm(28)).lineWidth(1.5).stroke('black');
  drawLine(pdf, words.for, { x: left + 4, y: top + 59.5, width: width - 8, size: 9 });
  drawLine(pdf, slip.service, { x: left + 4, y: top + 63.5, width: width - 8, size: 22, style: 'bold' });
  drawLine(pdf, [slip.site, slip.addressee && `${words.attention} ${slip.addressee}`].filter(Boolean).join(' – '), { x: left + 4, y: top + 75, width: width - 8, size: 13 });
  const facts = [
    `${words.arrived} ${longDay(slip.receivedAt)}${slip.time ? ` ${words.at} ${slip.time}` : ''}`,
    `${words.before} ${longDay(slip.handOverBy)}`,
    ...(slip.reference ? [`${words.reference} ${slip.reference}`] : []),
    ...(slip.deadline ? [`${words.deadline} : ${longDay(slip.deadline)}${slip.deadlineTime ? ` ${words.at} ${slip.deadlineTime}` : ''}`] : []),
  ];
  facts.forEach((fact, index) => drawLine(pdf, fact, { x: left + (index % 2) * (width / 2), y: top + 90 + Math.floor(index / 2) * 6.5, width: width / 2 - 3, size: 11 }));
  drawBars(pdf, slip.chrono, { x: left, y: top + 107, width, height: 11 });
  drawLine(pdf, words.received, { x: left, y: top + 126, width, size: 11 });
}
