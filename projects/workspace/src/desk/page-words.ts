import type { PlannedEnvelope } from '@bannette/domain';
import type { DeskPage } from '../api/types.js';
import type { Words } from '../words/words.js';

/** What the codes of a page say, in words. */
export function says(fact: DeskPage | undefined, words: Words, label: (code: string) => string): string {
  return (fact?.says ?? []).map(({ kind, value }) => (words.has(`BATCH.SAYS.${kind}`) ? words.text(`BATCH.SAYS.${kind}`, { value: label(value) }) : value)).join(', ');
}

/** What the sheets before an envelope say of it: its service, its type, the mail that it belongs to. */
export function sheetWords(sheet: PlannedEnvelope['sheet'], words: Words, label: (code: string) => string): string {
  if (!sheet) return '';
  const named = [sheet.service, sheet.type].filter((code) => code !== undefined).map(label);
  return [...named, ...(sheet.mail ? [words.text('DESK.BELONGS_TO', { chrono: sheet.mail })] : [])].join(', ');
}
