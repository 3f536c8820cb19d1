import type { Random } from '../random.js';
import type { Block } from '../recipes/recipe.js';
import type { Flow } from './flow.js';
import { handPrint } from './ink.js';

/** How blocks of one letter are drawn. */
export interface BlockStyle {
  readonly random: Random;
  readonly align: 'left' | 'justify';
  /** First line of a paragraph, in points. */
  readonly indent: string;
  /** Forms are filled in by hand; a form that never was paper, by keyboard. */
  readonly byHand: boolean;
}

export function drawBlock(flow: Flow, block: Block, style: BlockStyle): void {
  switch (block.type) {
    case 'paragraph': return flow.write(style.indent + block.text, { align: style.align, below: 10 });
    case 'heading': {
      flow.need(60);
      flow.y += 4;
      return flow.write(block.text, { weight: 'bold', scale: 1.05, below: 7 });
    }
    case 'list': {
      for (const item of block.items) flow.write(`– ${item}`, { x: flow.left + 16, width: flow.width - 16, below: 4 });
      flow.y += 5;
      return;
    }
    case 'table': return drawTable(flow, block);
    case 'fields': return block.fields.forEach(({ label, value, combed }) => drawField(flow, style, label, value, combed === true));
    case 'choices': return drawChoices(flow, style, block);
  }
}

function drawTable(flow: Flow, { columns, rows, totals = [] }: Extract<Block, { type: 'table' }>): void {
  const height = flow.size + 10;
  const widths = columns.map(({ share }) => share * flow.width);
  const starts = widths.map((_, index) => flow.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const row = (cells: readonly string[], bold: boolean): void => {
    flow.need(height);
    cells.forEach((cell, index) => {
      const width = widths[index] ?? 0;
      const x = starts[index] ?? flow.left;
      flow.doc.lineWidth(0.6).rect(x, flow.y, width, height);
      if (bold) flow.doc.fillAndStroke('#e8e8e8', '#555555');
      else flow.doc.stroke('#555555');
      flow.place(cell, x + 5, flow.y + 5.5, { width: width - 10, align: columns[index]?.right ? 'right' : 'left', weight: bold ? 'bold' : 'regular', scale: 0.9 });
    });
    flow.y += height;
  };
  row(columns.map(({ title }) => title), true);
  rows.forEach((cells) => row(cells, false));
  const split = flow.left + flow.width * 0.56;
  totals.forEach(([label, amount], index) => {
    flow.need(height);
    const last = index === totals.length - 1;
    flow.doc.lineWidth(last ? 1.2 : 0.6).rect(split, flow.y, flow.width * 0.44, height).stroke('#555555');
    flow.place(label, split + 6, flow.y + 5.5, { weight: last ? 'bold' : 'regular', scale: 0.9 });
    flow.place(amount, split + flow.width * 0.22, flow.y + 5.5, { width: flow.width * 0.22 - 6, align: 'right', weight: last ? 'bold' : 'regular', scale: 0.9 });
    flow.y += height;
  });
  flow.y += 12;
}

function drawField(flow: Flow, { random, byHand }: BlockStyle, label: string, value: string, combed: boolean): void {
  flow.need(26);
  const start = flow.left + 140;
  flow.place(`${label} :`, flow.left, flow.y + 6);
  if (combed) {
    const cells = Math.max(14, value.length);
    for (let cell = 0; cell < cells; cell++) flow.doc.lineWidth(0.5).rect(start + cell * 17, flow.y, 17, 20).stroke('#8a8f98');
  } else {
    flow.doc.lineWidth(0.5).dash(1, { space: 1.5 }).moveTo(start, flow.y + 18).lineTo(flow.left + flow.width, flow.y + 18).stroke('#8a8f98').undash();
  }
  const shown = combed ? value.toUpperCase() : value;
  if (byHand) {
    handPrint(flow.doc, random, shown, start + 4, flow.y + 4, 13, combed ? 17 : undefined);
    flow.written.push(shown);
  } else flow.place(shown, start + 4, flow.y + 5);
  flow.y += 26;
}

function drawChoices(flow: Flow, { random }: BlockStyle, { label, options, ticked }: Extract<Block, { type: 'choices' }>): void {
  flow.need(26);
  flow.place(`${label} :`, flow.left, flow.y + 4);
  let x = flow.left + 140;
  options.forEach((option, index) => {
    flow.doc.lineWidth(0.8).rect(x, flow.y + 3, 10, 10).stroke('#30343a');
    if (index === ticked) {
      const slant = random.between(-2, 2);
      flow.doc.lineWidth(1.4).moveTo(x - 1, flow.y + 2 + slant).lineTo(x + 11, flow.y + 14).moveTo(x + 11, flow.y + 1).lineTo(x - 1, flow.y + 14 - slant).stroke('#1c2f7a');
    }
    flow.place(option, x + 16, flow.y + 4);
    x += 34 + flow.doc.widthOfString(option);
  });
  flow.y += 26;
}
