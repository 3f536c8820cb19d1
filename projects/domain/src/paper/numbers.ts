/** A label or sheet printed by Bannette holds more than the number itself: a head, the authority's tag, a check. */
const printedHead = /^BNT1[NSTIL][0-9A-Z]{10}/;
const boxForm = /^B-\d{4}-\d{5,}$/;

/** What a hand scanner or a person typed, as it is kept and looked for: without spaces around, in capitals, of our own labels the number only. */
export function numberIn(typed: string): string {
  return typed.trim().toUpperCase().replace(printedHead, '');
}

/** Boxes are numbered by year, without a hole. */
export const formatBox = (year: number, number: number): string => `B-${year}-${String(number).padStart(5, '0')}`;
export const isBoxCode = (text: string): boolean => boxForm.test(text);
