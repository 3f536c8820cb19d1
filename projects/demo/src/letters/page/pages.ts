import type { Draft } from '../draft.js';
import type { Defects, LetterSpec } from '../letter.js';
import { createRandom } from '../random.js';
import { Flow } from './flow.js';
import { drawLetter } from './letter-page.js';
import { pickTypeface } from './typeface.js';
import { drawWear, lay } from './wear.js';

export interface Pages {
  readonly pdf: Buffer;
  readonly count: number;
  readonly text: string;
}

/** The letter as a drawn PDF, its wear included; the size of its letters is the largest that spares a nearly empty last page. */
export async function drawPages(draft: Draft, spec: LetterSpec, defects: Defects): Promise<Pages> {
  const look = `${spec.seed}/${spec.kind}/look`;
  const face = pickTypeface(createRandom(look), draft.sender.author);
  const wanted = 1 + draft.annexes.length;
  let flow: Flow | undefined;
  for (const size of [12, 11.5, 11, 10.5, 10, 9.5, 9]) {
    flow = new Flow(face, size, draft.subject, spec.date, (doc) => lay(doc, defects));
    drawLetter(flow, draft, look, spec.format !== 'pdf-text');
    if (flow.pages <= wanted) break;
  }
  if (!flow) throw new Error('unreachable: sizes are given');
  const wear = createRandom(`${look}/wear`);
  for (let index = 0; index < flow.pages; index++) {
    flow.doc.switchToPage(index);
    drawWear(flow.doc, wear.fork(String(index)), defects, { index, count: flow.pages, date: spec.receivedAt ?? spec.date, receivedAt: spec.receivedAt, sender: draft.sender.name, phone: draft.sender.phone, form: draft.form });
  }
  return { pdf: await flow.finish(), count: flow.pages, text: flow.written.join('\n') };
}
