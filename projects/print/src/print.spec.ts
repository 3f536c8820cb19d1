import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawBars, drawLine, drawQr } from './draw.js';
import { mm, onPaper, type Pdf } from './paper.js';
import { symbolOf } from './symbol.js';

const linesOf = async (draw: (pdf: Pdf) => void): Promise<{ text: string; width: number; size: number }[]> => {
  const page = await (await getDocument({ data: new Uint8Array(await onPaper('Essai', 'Collectivité', (pdf) => draw(pdf.addPage()))), verbosity: 0 }).promise).getPage(1);
  return (await page.getTextContent()).items.flatMap((item) => ('str' in item && item.str.trim() ? [{ text: item.str, width: item.width, size: item.height }] : []));
};

describe('What is printed', () => {
  it('makes a line smaller until it fits', async () => {
    const name = 'Direction générale adjointe de la solidarité, de l’autonomie et de l’insertion';
    const [line] = await linesOf((pdf) => drawLine(pdf, name, { x: 10, y: 10, width: 100, size: 22, style: 'bold' }));
    expect(line?.text).toBe(name);
    expect(line?.width).toBeLessThanOrEqual(mm(100));
    expect(line?.size).toBeLessThan(22);
  });
  it('has letters of names that PDF’s own fonts lack', async () => {
    expect((await linesOf((pdf) => drawLine(pdf, 'Łukasz Őry', { x: 10, y: 10, width: 100, size: 12 }))).map(({ text }) => text).join('')).toBe('Łukasz Őry');
  });
  it('keeps codes within their place', () => {
    const drawn: number[][] = [];
    const pdf = { rect: (...box: number[]) => void drawn.push(box), fill: () => undefined } as unknown as Pdf;
    drawBars(pdf, 'A-2026-000123', { x: 20, y: 5, width: 50, height: 11 });
    drawQr(pdf, 'A-2026-000123', { x: 20, y: 5, size: 40 });
    expect(Math.min(...drawn.map(([x = 0]) => x))).toBeCloseTo(mm(20), 3);
    expect(Math.max(...drawn.map(([x = 0, , width = 0]) => x + width))).toBeLessThanOrEqual(mm(70) + 0.001);
    expect(symbolOf('A-2026-000123', 'qr').width).toBe(symbolOf('A-2026-000123', 'qr').height);
  });
});
