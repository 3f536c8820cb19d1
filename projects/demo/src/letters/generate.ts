import { draftLetter } from './draft.js';
import type { Defects, Letter, LetterSpec } from './letter.js';
import { drawPages } from './page/pages.js';
import { createRandom, type Random } from './random.js';
import { mediaTypes, writeFile } from './scan/files.js';
import { renderPages } from './scan/render.js';
import { sense, type Scan } from './scan/sensor.js';
import { dayParts } from './words/french.js';

const clean: Defects = { skew: 0, noise: 0, speckle: 0, fold: false, stamp: true, handwriting: false, punchHoles: false, fax: false, rotation: 0, dpi: 200 };
const onScreen = { skew: 0, noise: 0, speckle: 0, fold: false, handwriting: false, punchHoles: false, fax: false, rotation: 0 } as const;

/**
 * Writes an invented letter to the invented département and scans it.
 * The same specification gives the same bytes, with the same versions of the libraries.
 * @throws RangeError when a date is not a day
 */
export async function generateLetter(spec: LetterSpec): Promise<Letter> {
  const defects: Defects = { ...clean, ...spec.defects, ...(spec.format === 'pdf-text' ? onScreen : {}) };
  for (const day of [spec.date, spec.receivedAt ?? spec.date]) dayParts(day);
  const draft = draftLetter(spec);
  const pages = await drawPages(draft, spec, defects);
  const [mediaType, extension] = mediaTypes[spec.format];
  const bytes = spec.format === 'pdf-text' ? pages.pdf : await scan(pages.pdf, spec, defects, draft.subject);
  const { sender } = draft;
  return {
    bytes, mediaType,
    fileName: `${spec.receivedAt ?? spec.date}_${String(spec.seed).padStart(5, '0')}.${extension}`,
    truth: {
      type: spec.kind,
      sender: { name: sender.name, address: sender.address, postcode: sender.town.postcode, city: sender.town.city, kind: sender.kind },
      subject: draft.subject, date: spec.date, pages: pages.count, text: pages.text,
    },
  };
}

function scan(pdf: Buffer, spec: LetterSpec, defects: Defects, title: string): Promise<Buffer> {
  const { format } = spec;
  if (format === 'pdf-text') throw new RangeError('a text is not scanned');
  const random = createRandom(`${spec.seed}/${spec.kind}/scan`);
  const bilevel = defects.fax || format === 'tiff-g4';
  const colour = !bilevel && format !== 'tiff-gray' && random.chance(0.35);
  return writeFile[format]({ scans: scans(pdf, random, defects, colour, bilevel), dpi: defects.dpi, bilevel, title, day: spec.receivedAt ?? spec.date });
}

async function* scans(pdf: Buffer, random: Random, defects: Defects, colour: boolean, bilevel: boolean): AsyncGenerator<Scan> {
  for await (const bitmap of renderPages(pdf, defects.dpi, colour)) yield sense(bitmap, random, defects, bilevel);
}
