import type { Random } from '../random.js';

type Draw = (doc: PDFKit.PDFDocument, colour: string, initial: string) => void;

/** Each fills a square of 50 points from the origin. */
const shapes: readonly Draw[] = [
  (doc, colour) => doc.circle(25, 25, 23).lineWidth(2.5).stroke(colour)
    .moveTo(4, 30).bezierCurveTo(14, 20, 22, 40, 32, 28).bezierCurveTo(38, 22, 42, 26, 46, 24).lineWidth(4).stroke(colour),
  (doc, colour) => doc.moveTo(5, 4).lineTo(45, 4).lineTo(45, 26).bezierCurveTo(45, 38, 34, 45, 25, 49).bezierCurveTo(16, 45, 5, 38, 5, 26).closePath().fill(colour)
    .circle(25, 22, 9).fill('#ffffff'),
  (doc, colour) => doc.moveTo(25, 48).bezierCurveTo(-6, 30, 8, 4, 25, 2).bezierCurveTo(42, 4, 56, 30, 25, 48).fill(colour)
    .moveTo(25, 46).lineTo(25, 14).lineWidth(2).stroke('#ffffff'),
  (doc, colour) => doc.rect(3, 3, 44, 44).fill(colour).polygon([25, 10], [41, 24], [36, 24], [36, 40], [14, 40], [14, 24], [9, 24]).fill('#ffffff'),
  (doc, colour, initial) => doc.circle(25, 25, 24).fill(colour).font('Times-Bold').fontSize(32).fillColor('#ffffff').text(initial, 0, 11, { width: 50, align: 'center', lineBreak: false }),
  (doc, colour) => [0, 1, 2, 3].forEach((row) => doc.roundedRect(2 + row * 4, 4 + row * 11, 46 - row * 8, 7, 3).fill(colour)),
];

export function drawLogo(doc: PDFKit.PDFDocument, random: Random, x: number, y: number, colour: string, initial: string): void {
  doc.save().translate(x, y);
  random.pick(shapes)(doc, colour, initial);
  doc.restore();
}
