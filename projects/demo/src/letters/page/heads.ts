import type { Draft } from '../draft.js';
import type { Random } from '../random.js';
import type { Flow, TextStyle } from './flow.js';
import { drawLogo } from './logo.js';

const colours = ['#1f4e8c', '#8c1f2f', '#1f6b45', '#5a3a86', '#b0581a', '#2c6f86'];

/** The head of the first page: who writes, in one of the ways people and organisations present themselves. */
export function drawHead(flow: Flow, { sender, form }: Draft, random: Random): void {
  if (form) return;
  const draw = sender.author === 'individual' ? plain : random.pick([centred, centred, banded]);
  draw(flow, sender, random);
}

type Head = (flow: Flow, sender: Draft['sender'], random: Random) => void;

const plain: Head = (flow, sender, random) => {
  const style: TextStyle = { width: 240 };
  flow.write(sender.name, { ...style, weight: random.chance(0.5) ? 'bold' : 'regular' });
  [...sender.address, `${sender.town.postcode} ${sender.town.city}`].forEach((line) => flow.write(line, style));
  if (random.chance(0.7)) flow.write(`Tél. : ${sender.phone}`, style);
  if (random.chance(0.5)) flow.write(`Courriel : ${sender.email}`, style);
};

const centred: Head = (flow, sender, random) => {
  const colour = random.pick(colours);
  drawLogo(flow.doc, random, flow.left, 40, colour, sender.name.charAt(0));
  const style: TextStyle = { x: flow.left + 58, width: flow.width - 116, align: 'center' };
  flow.y = 42;
  flow.write(sender.name, { ...style, weight: 'bold', scale: 1.35, colour, below: 2 });
  if (sender.tagline) flow.write(sender.tagline, { ...style, weight: 'italic', scale: 0.9 });
  flow.write(`${sender.address.join(' – ')} – ${sender.town.postcode} ${sender.town.city}`, { ...style, scale: 0.9 });
  flow.write(`Tél. : ${sender.phone} – ${sender.email}`, { ...style, scale: 0.85 });
  flow.y = Math.max(flow.y, 98);
  flow.doc.lineWidth(1.2).moveTo(flow.left, flow.y).lineTo(flow.left + flow.width, flow.y).stroke(colour);
};

const banded: Head = (flow, sender, random) => {
  const colour = random.pick(colours);
  flow.doc.rect(flow.left, 36, 4, 96).fill(colour);
  drawLogo(flow.doc, random, flow.left + 14, 38, colour, sender.name.charAt(0));
  const style: TextStyle = { x: flow.left + 76, width: 250 };
  flow.y = 38;
  flow.write(sender.name, { ...style, weight: 'bold', scale: 1.2, colour, below: 2 });
  if (sender.tagline) flow.write(sender.tagline, { ...style, scale: 0.9 });
  [...sender.address, `${sender.town.postcode} ${sender.town.city}`, `Tél. : ${sender.phone}`].forEach((line) => flow.write(line, { ...style, scale: 0.9 }));
};
