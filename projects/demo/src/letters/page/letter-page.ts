import type { Draft } from '../draft.js';
import { createRandom, type Random } from '../random.js';
import { longDate, shortDate } from '../words/french.js';
import { drawBlock, type BlockStyle } from './blocks.js';
import type { Flow } from './flow.js';
import { drawHead } from './heads.js';
import { drawSignature } from './ink.js';

/** Draws the whole letter into the flow. */
export function drawLetter(flow: Flow, draft: Draft, look: string, byHand: boolean): void {
  const random = createRandom(look);
  const style: BlockStyle = { random: random.fork('blocks'), byHand, align: random.chance(0.5) ? 'justify' : 'left', indent: random.chance(0.25) ? '     ' : '' };
  drawHead(flow, draft, random.fork('head'));
  if (draft.form) drawFormTitle(flow, draft);
  else drawOpening(flow, draft, random);
  draft.blocks.forEach((block) => drawBlock(flow, block, style));
  drawEnd(flow, draft, random, style);
  for (const { title, blocks } of draft.annexes) {
    flow.nextPage();
    flow.write(title, { weight: 'bold', scale: 1.25, align: 'center', below: 18 });
    blocks.forEach((block) => drawBlock(flow, block, style));
  }
  numberPages(flow);
}

function drawFormTitle(flow: Flow, draft: Draft): void {
  draft.recipient.slice(0, 2).forEach((line) => flow.write(line, { scale: 0.9 }));
  flow.y += 16;
  flow.doc.lineWidth(1).rect(flow.left, flow.y, flow.width, 40).fillAndStroke('#ececec', '#30343a');
  flow.y += 13;
  flow.write(draft.subject, { weight: 'bold', scale: 1.2, align: 'center', below: 24 });
}

function drawOpening(flow: Flow, draft: Draft, random: Random): void {
  const x = random.between(282, 300);
  flow.y = Math.max(flow.y + 12, 138);
  draft.recipient.forEach((line, index) => flow.write(line, { x, width: flow.left + flow.width - x, weight: index === 0 && random.chance(0.4) ? 'bold' : 'regular' }));
  flow.y += 16;
  const place = random.chance(0.8) ? `À ${draft.sender.town.city}, le ${longDate(draft.date)}` : `${draft.sender.town.city}, le ${random.chance(0.6) ? longDate(draft.date) : shortDate(draft.date)}`;
  flow.write(place, { x: x - 40, width: flow.left + flow.width - x + 40, align: random.chance(0.5) ? 'right' : 'left', below: 16 });
  flow.write(`Objet : ${draft.subject}`, { weight: random.chance(0.6) ? 'bold' : 'regular', below: 2 });
  if (draft.reference) flow.write(`Réf. : ${draft.reference}`, { below: 2 });
  flow.y += 13;
  if (draft.greeting) flow.write(draft.greeting, { below: 9 });
}

function drawEnd(flow: Flow, draft: Draft, random: Random, style: BlockStyle): void {
  if (draft.formula) flow.write(style.indent + draft.formula, { align: style.align, below: 12 });
  const { signatory, role, author, name } = draft.sender;
  const x = flow.left + random.between(230, 290);
  flow.need(92);
  if (draft.form) flow.write(`Fait à ${draft.sender.town.city}, le ${longDate(draft.date)}`, { x: flow.left + 140, width: 330, below: 6 });
  if (role) flow.write(`${role},`, { x, width: 230 });
  const under = random.chance(0.6) || author !== 'individual';
  drawSignature(flow.doc, random.fork('signature'), x + 14, flow.y + 38);
  flow.y += 60;
  if (under) flow.write(author === 'doctor' || author === 'elected' ? name : signatory.name, { x, width: 230, below: 8 });
  if (draft.enclosures.length > 0) flow.write(`P.J. : ${draft.enclosures.join(', ')}.`, { scale: 0.9 });
}

function numberPages(flow: Flow): void {
  if (flow.pages < 2) return;
  for (let page = 0; page < flow.pages; page++) {
    flow.doc.switchToPage(page);
    flow.place(`${page + 1} / ${flow.pages}`, flow.left, 802, { width: flow.width, align: 'center', scale: 0.85 });
  }
}
