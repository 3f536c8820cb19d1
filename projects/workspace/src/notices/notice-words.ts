import type { Notice } from '../api/types.js';
import type { Words } from '../words/words.js';

/** What a notice says. One of a kind that these pages don't know yet says that it waits. */
export function noticeText(words: Words, { kind, params }: Notice): string {
  const key = `NOTICE.${kind}`;
  const said = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? words.fullDay(String(value)) : value]));
  if (words.has(`${key}.OTHER`)) return words.count(key, Number(params['count'] ?? 1), said);
  return words.text(words.has(key) ? key : 'NOTICE.unknown', said);
}
