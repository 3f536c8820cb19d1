import type { Criteria, RuleConditions, RuleSetting } from '@bannette/domain';

export type Rules = readonly RuleSetting[];
/** Criteria as one adds them, in the order in which they are offered. */
export const criteriaOffered = ['types', 'keywords', 'postcodes', 'senders', 'senderKinds', 'senderDomains', 'channels', 'sites', 'affairs', 'natures', 'fields', 'beneficiaryKnown', 'confidence', 'priorities'] as const;
export type CriterionName = (typeof criteriaOffered)[number];

/** The same list with one moved to another place. */
export function movedTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (from === to || from < 0 || to < 0 || from >= list.length || to >= list.length) return list;
  const left = [...list];
  const [one] = left.splice(from, 1);
  if (one !== undefined) left.splice(to, 0, one);
  return left;
}

/** A change; what is emptied is left out. */
export function withChange<T extends object>(of: T, change: { readonly [name in keyof T]?: T[name] | '' | undefined }): T {
  return Object.fromEntries(Object.entries({ ...of, ...change }).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) as T;
}

/** Criteria that are given, in the order in which they are offered. */
export const given = (when: Criteria): readonly CriterionName[] => criteriaOffered.filter((name) => when[name] !== undefined);

/** What a criterion begins with when it is added: shown, and asking for nothing yet. */
export function begun(when: Criteria, name: CriterionName): Criteria {
  const blank: Required<Pick<Criteria, CriterionName>> = { types: [], keywords: [], postcodes: [], senders: [], senderKinds: [], senderDomains: [], channels: [], sites: [], affairs: [], natures: [], fields: [], beneficiaryKnown: true, confidence: { below: 60 }, priorities: [] };
  return { ...when, [name]: blank[name] };
}

/** Without a criterion, and what belongs to it. */
export function without(when: Criteria, name: CriterionName): Criteria {
  const { [name]: _, ...others } = when;
  if (name !== 'keywords') return others;
  const { keywordsIn: __, keywordsHow: ___, ...rest } = others;
  return rest;
}

/** As it can be published: what asks for nothing is left out. */
export function tidied(rule: RuleSetting): RuleSetting {
  const tidy = (when: Criteria): Criteria => given(when).reduce((left, name) => (Array.isArray(left[name]) && (left[name] as readonly unknown[]).length === 0 ? without(left, name) : left), when);
  const { groups, ...own } = rule.when;
  const left = (groups ?? []).map((group) => ({ ...group, of: group.of.map(tidy).filter((set) => given(set).length > 0) })).filter(({ of }) => of.length > 0);
  return { ...rule, when: { ...(tidy(own) as RuleConditions), ...(left.length ? { groups: left } : {}) } };
}

/** An id that says what the rule is about, and that no other has. */
export function idFor(label: string, taken: readonly string[]): string {
  const base = label.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50) || 'regle';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** "62000-62999, 59" ↔ ranges; two or three digits stand for all French ones that begin so. */
export function postcodesIn(text: string): { from: string; to: string }[] {
  return text.split(/[,;\n]/).map((part) => part.trim()).filter(Boolean).map((part) => {
    const [from = '', to = from] = part.split('-').map((each) => each.replace(/\D/g, ''));
    const whole = (said: string, digit: string): string => (said.length > 3 ? said : said.padEnd(5, digit));
    return { from: whole(from, '0'), to: whole(to, '9') };
  });
}
