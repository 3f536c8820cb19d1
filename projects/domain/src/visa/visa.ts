import type { CampaignState } from '../elimination/states.js';

/** What the person in charge of the State's control says of a line of the bordereau (Code du patrimoine R212-14). */
export const visaWords = ['granted', 'refused'] as const;
export type VisaWord = (typeof visaWords)[number];

export interface LineDecision {
  readonly line: number;
  readonly visa: VisaWord;
  /** A refusal has one. */
  readonly reason?: string;
}

/** A visa as it is given, or as it is copied from paper. */
export interface GivenVisa {
  readonly decisions: readonly LineDecision[];
  /** Digest of the list that was decided upon: whole, or its beginning as it was printed. */
  readonly digest: string;
  readonly on: string;
}

/** The list that was sent for the visa. */
export interface VisaedList {
  readonly lines: readonly number[];
  /** SHA-512 of its manifest, hexadecimal. */
  readonly manifest: string;
  readonly submittedOn: string;
  readonly today: string;
}

export type VisaFault = 'visaOtherList' | 'visaUnknownLine' | 'visaLineTwice' | 'visaLineOpen' | 'visaNoReason' | 'dayInFuture' | 'visaBeforeSubmission';
export interface VisaFlaw {
  readonly code: VisaFault;
  /** The line, or the day, that it is about. */
  readonly params: { readonly line?: number; readonly day?: string };
}

/** Characters of the digest that suffice where somebody copies them from paper: 64 bits. */
export const printedDigestLength = 16;

/** Whether the digest on paper is that of the manifest; blanks and capitals don't count. */
export function isDigestOf(typed: string, manifest: string): boolean {
  const digits = typed.replace(/[\s.…-]/g, '').toLowerCase();
  return digits.length >= printedDigestLength && /^[0-9a-f]+$/.test(digits) && manifest.startsWith(digits);
}

/** The first thing that makes a visa worth nothing; undefined for one that counts. */
export function visaFlaw({ decisions, digest, on }: GivenVisa, { lines, manifest, submittedOn, today }: VisaedList): VisaFlaw | undefined {
  if (!isDigestOf(digest, manifest)) return { code: 'visaOtherList', params: {} };
  if (on > today) return { code: 'dayInFuture', params: { day: on } };
  if (on < submittedOn) return { code: 'visaBeforeSubmission', params: { day: on } };
  const about = (code: VisaFault, line: number | undefined): VisaFlaw | undefined => (line === undefined ? undefined : { code, params: { line } });
  const decided = decisions.map(({ line }) => line);
  return (
    about('visaUnknownLine', decided.find((line) => !lines.includes(line))) ??
    about('visaLineTwice', decided.find((line, at) => decided.indexOf(line) !== at)) ??
    about('visaLineOpen', lines.find((line) => !decided.includes(line))) ??
    about('visaNoReason', decisions.find(({ visa, reason }) => visa === 'refused' && !reason?.trim())?.line)
  );
}

/** Where a visa leads: what is granted can be destroyed once the days of reflection are over; with nothing granted, nothing. */
export const afterVisa = (decisions: readonly LineDecision[]): Extract<CampaignState, 'cooling' | 'refused'> => (decisions.some(({ visa }) => visa === 'granted') ? 'cooling' : 'refused');

/** Every line granted but those refused, as on a bordereau that comes back with some lines struck out. */
export function fromRefused(lines: readonly number[], refused: readonly { readonly line: number; readonly reason: string }[]): readonly LineDecision[] {
  const struck = refused.map(({ line, reason }): LineDecision => ({ line, visa: 'refused', reason }));
  return [...lines.filter((line) => !refused.some((one) => one.line === line)).map((line): LineDecision => ({ line, visa: 'granted' })), ...struck].sort((a, b) => a.line - b.line);
}

/** Persons who had a part in a list; none of them gives the visa for it, even where they are an archivist too. */
export interface ListPersons {
  readonly createdBy: string;
  readonly validatedBy?: string | null;
  readonly approvedBy?: string | null;
  readonly submittedBy?: string | null;
  readonly signedBy: readonly string[];
}
export const hadPart = (person: string, { createdBy, validatedBy, approvedBy, submittedBy, signedBy }: ListPersons): boolean => [createdBy, validatedBy, approvedBy, submittedBy, ...signedBy].includes(person);
