import type { Defects } from '../letter.js';
import type { Random } from '../random.js';
import { shortDate, stampDate } from '../words/french.js';
import { paper } from './flow.js';
import { drawNotes } from './ink.js';

/** Lays the sheet into the scanner: askew, on its side. */
export function lay(doc: PDFKit.PDFDocument, { skew, rotation }: Pick<Defects, 'skew' | 'rotation'>): void {
  if (rotation !== 0) (doc.page.dictionary.data as Record<string, unknown>)['Rotate'] = rotation;
  if (skew !== 0) doc.rotate(skew, { origin: [paper.width / 2, paper.height / 2] });
}

/** What happened to the paper after it was written, drawn over the page. */
export function drawWear(doc: PDFKit.PDFDocument, random: Random, defects: Defects, page: { readonly index: number; readonly count: number; readonly date: string; readonly receivedAt?: string; readonly sender: string; readonly phone: string; readonly form: boolean }): void {
  if (defects.fold) drawFolds(doc, random);
  if (defects.handwriting && page.index === 0) drawNotes(doc, random.fork('notes'));
  if (defects.stamp && page.receivedAt && page.index === 0) drawStamp(doc, random.fork('stamp'), page.receivedAt, page.form);
  if (defects.punchHoles) drawHoles(doc, random);
  if (defects.speckle > 0) drawCopyEdge(doc, random, defects.speckle);
  if (defects.fax) {
    const line = `${shortDate(page.date)}  ${random.int(8, 18)}:${random.int(10, 59)}   DE : ${page.sender.slice(0, 34)}   ${page.phone}   P. 0${page.index + 1}/0${page.count}`;
    doc.font('Courier-Bold').fontSize(9).fillColor('#000000').text(line, 30, 14, { lineBreak: false });
  }
}

function drawStamp(doc: PDFKit.PDFDocument, random: Random, day: string, form: boolean): void {
  const colour = random.pick(['#b3202a', '#24408e', '#4a2f86', '#1f1f24']);
  const [width, height] = [158, 54];
  // Where paper is clear: left of the address block, or at the top right of a form.
  const [x, y] = form ? [random.between(350, 385), random.between(24, 34)] : [random.between(70, 108), random.between(174, 194)];
  doc.save().translate(x, y).rotate(random.between(-7, 7)).fillOpacity(0.85).strokeOpacity(0.8);
  doc.lineWidth(1.8).roundedRect(0, 0, width, height, 4).stroke(colour);
  const centred = (text: string, y: number, size: number): void => {
    doc.font('Helvetica-Bold').fontSize(size).fillColor(colour).text(text, (width - doc.widthOfString(text)) / 2, y, { lineBreak: false });
  };
  centred(`REÇU LE ${stampDate(day)}`, 12, 13);
  centred('SERVICE COURRIER', 33, 9);
  doc.restore();
}

/** Two creases, at the thirds, as of a letter in a long envelope: a soft shadow beside a pale line. */
function drawFolds(doc: PDFKit.PDFDocument, random: Random): void {
  for (const third of [1, 2]) {
    const y = (paper.height * third) / 3 + random.between(-9, 9);
    const slope = random.between(-2, 2);
    doc.save();
    for (let step = 0; step < 9; step++) {
      doc.fillOpacity(0.015).polygon([0, y - 1 - step * 1.6], [paper.width, y - 1 - step * 1.6 + slope], [paper.width, y + slope], [0, y]).fill('#000000');
    }
    doc.strokeOpacity(0.35).lineWidth(0.5).moveTo(0, y).lineTo(paper.width, y + slope).stroke('#777777').restore();
  }
}

function drawHoles(doc: PDFKit.PDFDocument, random: Random): void {
  const x = 32 + random.between(-3, 3);
  const middle = paper.height / 2 + random.between(-8, 8);
  for (const y of [middle - 113.4, middle + 113.4]) {
    doc.save().circle(x, y, 8).fill('#3a3a3a').restore();
  }
}

/** The dark rim that a photocopier leaves where the sheet did not reach. */
function drawCopyEdge(doc: PDFKit.PDFDocument, random: Random, strength: number): void {
  const right = random.chance(0.5);
  for (let step = 0; step < 6; step++) {
    const width = (6 - step) * 2.2 * strength;
    doc.save().fillOpacity(0.18).rect(right ? paper.width - width : -3, -10, width + 3, paper.height + 20).fill('#000000').restore();
  }
}
