import { channels, type Channel } from '../mail/vocabulary.js';
import type { BatchField, RowField, SidecarSetting } from '../settings/sidecars.js';
import { scanColours, type ScanColour } from '../settings/scanners.js';

/** What was found at the declared places, as it is written there. */
export interface SidecarRaw {
  readonly fields: { readonly [field in BatchField]?: string };
  readonly rows: readonly { readonly [field in RowField]?: string }[];
}
/** A row: a file, or the pages of one that are a document of its own. */
export interface SidecarRow {
  readonly file?: string;
  readonly firstPage?: number;
  readonly lastPage?: number;
  /** Rows of the same word are one document. */
  readonly document?: string;
  readonly service?: string;
  readonly type?: string;
  readonly sender?: string;
}
/** A value that is there and can't be what it should; the others count all the same. */
export interface SidecarDoubt {
  readonly field: BatchField | RowField;
  readonly value: string;
  /** Row, from 1. */
  readonly row?: number;
}
export interface SidecarFacts {
  readonly batch?: string;
  readonly operator?: string;
  readonly envelopes?: number;
  readonly pages?: number;
  /** Without a zone in the file: in the authority's. */
  readonly scannedAt?: string;
  readonly dpi?: number;
  readonly colour?: ScanColour;
  readonly service?: string;
  readonly type?: string;
  readonly endorsementFirst?: string;
  readonly endorsementLast?: string;
  readonly channel?: Channel;
  readonly sender?: string;
  readonly rows: readonly SidecarRow[];
  readonly doubts: readonly SidecarDoubt[];
}
/** Codes that values must be among, by code or label. */
export interface KnownCodes {
  readonly services: readonly { readonly code: string; readonly label: string }[];
  readonly types: readonly { readonly code: string; readonly label: string }[];
}

const longest = 200;

/** What a sidecar file says, once its values are understood; what can't be understood is a doubt, never a guess. */
export function sidecarFacts({ fields, rows }: SidecarRaw, { dates }: Pick<SidecarSetting, 'dates'>, known: KnownCodes): SidecarFacts {
  const doubts: SidecarDoubt[] = [];
  const reading = (row?: number) => {
    return <Field extends BatchField | RowField, Value>(field: Field, text: string | undefined, understand: (text: string) => Value | undefined): { [name in Field]?: Value } => {
      const said = text?.normalize('NFC').trim();
      if (!said) return {};
      const value = understand(said);
      if (value === undefined) doubts.push({ field, value: said.slice(0, 80), ...(row ? { row } : {}) });
      return value === undefined ? {} : ({ [field]: value } as { [name in Field]?: Value });
    };
  };
  const read = reading();
  const codeAmong = (codes: KnownCodes['services']) => (text: string): string | undefined => codes.find(({ code, label }) => [code, label].some((one) => fold(one) === fold(text)))?.code;
  const batch = {
    ...read('batch', fields.batch, words),
    ...read('operator', fields.operator, words),
    ...read('envelopes', fields.envelopes, count),
    ...read('pages', fields.pages, count),
    ...read('scannedAt', fields.scannedAt, (text) => instantIn(text, dates)),
    ...read('dpi', fields.dpi, (text) => inRange(count(text.replace(/\s*dpi$/i, '')), 50, 2400)),
    ...read('colour', fields.colour, colourIn),
    ...read('service', fields.service, codeAmong(known.services)),
    ...read('type', fields.type, codeAmong(known.types)),
    ...read('endorsementFirst', fields.endorsementFirst, words),
    ...read('endorsementLast', fields.endorsementLast, words),
    ...read('channel', fields.channel, (text) => channels.find((channel) => channel === fold(text))),
    ...read('sender', fields.sender, words),
  };
  const ofRows = rows.map((row, index) => {
    const of = reading(index + 1);
    return {
      ...of('file', row.file, fileName),
      ...of('firstPage', row.firstPage, (text) => inRange(count(text), 1, 100_000)),
      ...of('lastPage', row.lastPage, (text) => inRange(count(text), 1, 100_000)),
      ...of('document', row.document, words),
      ...of('service', row.service, codeAmong(known.services)),
      ...of('type', row.type, codeAmong(known.types)),
      ...of('sender', row.sender, words),
    };
  });
  return { ...batch, rows: ofRows, doubts };
}

const fold = (text: string): string => text.normalize('NFC').trim().toLowerCase();
const words = (text: string): string | undefined => (text.length <= longest ? [...text].filter((character) => character >= ' ').join('') : undefined);
const count = (text: string): number | undefined => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);
const inRange = (value: number | undefined, min: number, max: number): number | undefined => (value !== undefined && value >= min && value <= max ? value : undefined);

/** Scanner software writes whole paths of its own machine: only the last step is a file's name here. */
function fileName(text: string): string | undefined {
  const name = text.split(/[/\\]/).at(-1) ?? '';
  return name && name !== '.' && name !== '..' && name.length <= 255 ? name : undefined;
}

const colours: { readonly [word: string]: ScanColour } = { bw: 'bw', 'b/w': 'bw', 'b&w': 'bw', binary: 'bw', bitonal: 'bw', 'noir et blanc': 'bw', nb: 'bw', '1': 'bw', gray: 'gray', grey: 'gray', grayscale: 'gray', greyscale: 'gray', gris: 'gray', 'niveaux de gris': 'gray', '8': 'gray', colour: 'colour', color: 'colour', couleur: 'colour', rgb: 'colour', '24': 'colour' };
const colourIn = (text: string): ScanColour | undefined => scanColours.find((colour) => colour === fold(text)) ?? colours[fold(text)];

/** `2026-11-22T10:05:00`, with or without its zone; a day alone is its beginning. */
function instantIn(text: string, order: SidecarSetting['dates']): string | undefined {
  const found = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[ T]+(\d{1,2})[:hH](\d{2})(?:[:mM](\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (!found) return undefined;
  const [, a = '', b = '', c = '', hours = '0', minutes = '00', seconds = '00', zone = ''] = found;
  const [year, month, day] = order === 'dmy' ? [c, b, a] : order === 'mdy' ? [c, a, b] : [a, b, c];
  const two = (part: string): string => part.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  const told = `${date}T${two(hours)}:${two(minutes)}:${two(seconds)}`;
  const there = new Date(`${told}Z`);
  if (year.length !== 4 || Number.isNaN(there.getTime()) || there.toISOString().slice(0, 19) !== told) return undefined;
  return told + zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
}
