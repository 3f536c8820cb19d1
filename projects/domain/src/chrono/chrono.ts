/** Pattern of a chrono number: `{year}` and `{seq:6}` (zero-padded to that width), all else literal. */
export function formatChrono(pattern: string, year: number, sequence: number): string {
  return pattern.replace('{year}', String(year)).replace(/\{seq(?::(\d+))?\}/, (_, width: string | undefined) => String(sequence).padStart(Number(width ?? 0), '0'));
}

/** A pattern must hold the year and the sequence once each, else two mails could bear one number. */
export function isChronoPattern(pattern: string): boolean {
  return /^[\w./-]*\{year\}[\w./-]*\{seq(:\d+)?\}[\w./-]*$/.test(pattern) && !pattern.includes('/');
}
