import type { Random } from '../random.js';

export const inks = ['#1c2f7a', '#20242c', '#24408e', '#101820'] as const;

/** Loops of a pen going right, within a box: unreadable, as a hurried hand is. */
export function scrawl(doc: PDFKit.PDFDocument, random: Random, x: number, y: number, width: number, height: number): void {
  let at = x;
  doc.moveTo(at, y);
  while (at < x + width) {
    const step = random.between(0.35, 0.8) * height;
    const tall = random.chance(0.25) ? random.between(1, 1.7) : random.between(0.35, 0.7);
    const rise = y - height * tall;
    doc.bezierCurveTo(at + step * 0.7, rise, at - step * 0.35, rise, at + step * random.between(0.1, 0.35), y + height * random.between(-0.1, 0.25));
    at += step;
    doc.quadraticCurveTo(at - step * 0.3, y + height * 0.3, at, y - height * random.between(0, 0.25));
    if (random.chance(0.14)) doc.moveTo((at += height * 0.7), y);
  }
}

/** A signature: a big initial, a run of loops, a flourish under it. */
export function drawSignature(doc: PDFKit.PDFDocument, random: Random, x: number, y: number): void {
  const size = random.between(13, 20);
  const width = random.between(70, 120);
  doc.save().translate(x, y).rotate(random.between(-9, 2)).lineWidth(random.between(0.9, 1.6)).lineCap('round').lineJoin('round').strokeColor(random.pick(inks));
  doc.moveTo(size * 0.2, size * 0.2).bezierCurveTo(-size, -size * 2.4, size * 1.8, -size * 2.6, size * 0.8, size * 0.5).stroke();
  scrawl(doc, random, size * 0.9, 0, width * 0.6, size * 0.6);
  doc.stroke();
  doc.moveTo(width * 0.95, -size * 0.2).bezierCurveTo(width * 0.5, size * 1.4, -size * 0.6, size * 0.7, width * random.between(0.5, 1.1), size * random.between(0.4, 0.9)).stroke();
  doc.restore();
}

/** A few words in the margin, and a line or a ring around something. */
export function drawNotes(doc: PDFKit.PDFDocument, random: Random): void {
  doc.save().lineCap('round').lineWidth(random.between(0.8, 1.3)).strokeColor(random.pick(['#1c2f7a', '#b3202a', '#55585e', '#1d6b3a']));
  const right = random.chance(0.5);
  const [x, y] = right ? [random.between(400, 440), random.between(34, 60)] : [random.between(80, 190), random.between(742, 772)];
  doc.save().translate(x, y).rotate(random.between(-8, 5));
  for (let line = 0; line < random.int(1, 2); line++) scrawl(doc, random, 0, line * 17, random.between(60, 130), random.between(7, 10));
  doc.stroke().restore();
  const markAt = random.between(330, 560);
  if (random.chance(0.5)) doc.moveTo(50, markAt).bezierCurveTo(46, markAt + 20, 52, markAt + 40, 48, markAt + random.between(45, 80)).stroke();
  else doc.moveTo(random.between(64, 120), markAt).quadraticCurveTo(220, markAt + random.between(-5, 4), random.between(260, 420), markAt + random.between(-3, 3)).stroke();
  doc.restore();
}

/** Capitals and figures written one by one, as people fill in a form; readable, with some pain. */
export function handPrint(doc: PDFKit.PDFDocument, random: Random, text: string, x: number, y: number, size: number, advance?: number): void {
  let at = x;
  doc.font('Helvetica-Oblique').fontSize(size).fillColor('#1c2f7a');
  for (const letter of text) {
    const width = doc.widthOfString(letter);
    doc.save().translate(at + random.between(-0.4, 0.4), y + random.between(-0.9, 0.9)).rotate(random.between(-5, 5));
    if (letter !== ' ') doc.text(letter, 0, 0, { lineBreak: false });
    doc.restore();
    at += advance ?? width + random.between(0.3, 1.1);
  }
}
