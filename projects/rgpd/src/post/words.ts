import { readFileSync } from 'node:fs';
import { longDay, ownKind, type NoticeLanguage } from '@bannette/domain';
import type { Email, Post } from '@bannette/house';

interface Forms {
  readonly one: string;
  readonly other: string;
}
interface Words {
  readonly subject: Forms;
  readonly hello: string;
  readonly kinds: { readonly [kind: string]: Forms };
  readonly unknown: string;
  readonly open: string;
  readonly why: string;
}
type Params = { readonly [name: string]: string | number };

const languages = JSON.parse(readFileSync(new URL('../../i18n/letters.json', import.meta.url), 'utf8')) as { readonly [language in NoticeLanguage]: Words };

/** Where people say how they want to be told. */
export const preferencesPath = '/notices/preferences';

/** What of a notice goes into an e-mail, which others may read on its way: how many, when, whose tray, which numbers; never a name or a subject. */
const told = ['count', 'service', 'first', 'last', 'oldest', 'numbers', 'number', 'chrono', 'tray', 'day', 'days'] as const;

export interface Said {
  readonly kind: string;
  readonly params: Params;
  readonly link: string | null;
}

/** An e-mail to a person: its subject counts, its text has a line and a link a notice. */
export function wordLetter(notices: readonly Said[], language: NoticeLanguage, post: Pick<Post, 'link'>): Pick<Email, 'subject' | 'text' | 'html'> {
  const words = languages[language];
  const lines = notices.map(({ kind, params, link }) => ({ line: lineOf(words, kind, sayable(params, language)), link: post.link(link ?? '/notices') }));
  const settings = post.link(preferencesPath);
  const subject = fill(notices.length === 1 ? words.subject.one : words.subject.other, { count: notices.length });
  const text = [words.hello, '', ...lines.flatMap(({ line, link }) => [`– ${line}`, `  ${link}`, '']), words.why, settings, ''].join('\n');
  const html = `<p>${escaped(words.hello)}</p>\n<ul>\n${lines.map(({ line, link }) => `<li>${escaped(line)} <a href="${escaped(link)}">${escaped(words.open)}</a></li>`).join('\n')}\n</ul>\n<p><small>${escaped(words.why)} <a href="${escaped(settings)}">${escaped(settings)}</a></small></p>\n`;
  return { subject, text, html };
}

function lineOf({ kinds, unknown }: Words, kind: string, params: Params): string {
  const forms = kinds[kind] ?? kinds[ownKind(kind)];
  return forms ? fill(Number(params['count'] ?? 1) === 1 ? forms.one : forms.other, params) : unknown;
}

/** Days as people write them. */
function sayable(params: Params, language: NoticeLanguage): Params {
  const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const say = (value: string | number): string | number => (!/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? value : language === 'fr' ? longDay(String(value)) : english.format(new Date(`${value}T00:00:00Z`)));
  return Object.fromEntries(told.flatMap((name) => (params[name] === undefined ? [] : [[name, say(params[name])]])));
}

const fill = (text: string, params: Params): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'));
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
