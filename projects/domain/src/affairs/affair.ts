import { formatChrono } from '../chrono/chrono.js';
import type { Confidentiality } from '../mail/vocabulary.js';
import { listersOf, readersOf, type Secrecy } from '../rights/readers.js';

export const affairStates = ['open', 'closed'] as const;
export type AffairState = (typeof affairStates)[number];

/** Name of the counter that numbers affairs; no register may have it. */
export const affairRegister = 'affair';
/** How affairs are numbered where the settings don't say otherwise; see `formatChrono`. */
export const usualAffairPattern = 'DOS-{year}-{seq:5}';

export const affairNumber = (pattern: string | undefined, year: number, number: number): string => formatChrono(pattern ?? usualAffairPattern, year, number);

/** What of an affair decides who may see it: as of a mail of its service. */
export interface AffairSecrecy {
  readonly service: string;
  readonly confidentiality: Confidentiality;
  readonly compartment?: string;
}
const asMail = ({ service, confidentiality, compartment }: AffairSecrecy): Secrecy => ({ service, copies: [], confidentiality, ...(compartment ? { compartment } : {}) });

/** Groups that may open an affair; what lies in it keeps its own readers. */
export const affairReaders = (affair: AffairSecrecy): readonly string[] => readersOf(asMail(affair));
/** Groups that see at least that there is one. */
export const affairListers = (affair: AffairSecrecy): readonly string[] => listersOf(asMail(affair));
