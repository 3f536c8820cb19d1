import type { Criteria, FieldCondition, RuleConditions } from '../settings/rules.js';
import type { FoldedMail } from './facts.js';
import { fold, holdsFolded } from './text.js';

export const criterionKinds = ['type', 'keyword', 'site', 'postcode', 'sender', 'senderKind', 'senderDomain', 'channel', 'affair', 'field', 'nature', 'beneficiary', 'confidence', 'priority'] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** A criterion that held: by which value of the mail; `not`: none of these values is there, as was asked. */
export interface Matched {
  readonly kind: CriterionKind;
  readonly value: string;
  readonly not?: boolean;
  /** Of a field: its key. */
  readonly field?: string;
}

/** One criterion, ready to be asked of many mails. */
export interface Test {
  readonly kind: CriterionKind;
  /** What is asked for, as its setting says it. */
  readonly wanted: string;
  readonly field?: string;
  /** The reason that it holds; undefined where it doesn't. */
  of(mail: FoldedMail): Matched | undefined;
}

/** A test of values of which the mail must have one. */
function among(kind: CriterionKind, wanted: readonly string[] | undefined, values: (mail: FoldedMail) => readonly (string | undefined)[] | undefined): Test[] {
  if (!wanted) return [];
  const set = new Set(wanted);
  return [{ kind, wanted: wanted.join(', '), of: (mail) => {
    const value = values(mail)?.find((one) => one !== undefined && set.has(one));
    return value === undefined ? undefined : { kind, value };
  } }];
}

/** The tests of criteria, in the order in which their reasons are told. */
export function testsOf(when: Criteria): readonly Test[] {
  return [
    ...among('type', when.types, (mail) => [mail.type]),
    ...keywordTests(when),
    ...among('site', when.sites, (mail) => [mail.site]),
    ...postcodeTests(when),
    ...among('sender', when.senders, (mail) => mail.senders),
    ...among('senderKind', when.senderKinds, (mail) => [mail.senderKind]),
    ...domainTests(when),
    ...among('channel', when.channels, (mail) => [mail.channel]),
    ...among('affair', when.affairs, (mail) => [mail.affair]),
    ...(when.fields ?? []).map(fieldTest),
    ...among('nature', when.natures, (mail) => mail.natures),
    ...beneficiaryTests(when),
    ...confidenceTests(when),
    ...among('priority', when.priorities, (mail) => [mail.priority ?? 'normal']),
  ];
}

function keywordTests({ keywords, keywordsIn, keywordsHow }: Criteria): Test[] {
  if (!keywords) return [];
  const words = keywords.map((said) => ({ said, word: fold(said) }));
  const isIn = (mail: FoldedMail, word: string): boolean => (keywordsIn !== 'text' && holdsFolded(mail.foldedSubject, word)) || (keywordsIn !== 'subject' && holdsFolded(mail.foldedText, word));
  const wanted = keywords.join(', ');
  return [{ kind: 'keyword', wanted, of: (mail) => {
    if (keywordsHow === 'all') return words.every(({ word }) => isIn(mail, word)) ? { kind: 'keyword', value: wanted } : undefined;
    const found = words.find(({ word }) => isIn(mail, word));
    if (keywordsHow === 'none') return found ? undefined : { kind: 'keyword', value: wanted, not: true };
    return found && { kind: 'keyword', value: found.said };
  } }];
}

interface PostcodeRange {
  readonly from: string;
  readonly to: string;
}
/** Postcodes of four figures and of five are those of different countries. */
export const isWithin = (wide: PostcodeRange, { from, to }: PostcodeRange): boolean => wide.from.length === from.length && wide.from <= from && to <= wide.to;

function postcodeTests({ postcodes }: Criteria): Test[] {
  if (!postcodes) return [];
  return [{ kind: 'postcode', wanted: postcodes.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(', '), of: ({ postcode }) => (postcode && postcodes.some((range) => isWithin(range, { from: postcode, to: postcode })) ? { kind: 'postcode', value: postcode } : undefined) }];
}

function domainTests({ senderDomains }: Criteria): Test[] {
  if (!senderDomains) return [];
  return [{ kind: 'senderDomain', wanted: senderDomains.join(', '), of: ({ senderDomain }) => {
    const found = senderDomain && senderDomains.find((domain) => senderDomain === domain || senderDomain.endsWith(`.${domain}`));
    return found ? { kind: 'senderDomain', value: found } : undefined;
  } }];
}

function beneficiaryTests({ beneficiaryKnown }: Criteria): Test[] {
  if (beneficiaryKnown === undefined) return [];
  const value = beneficiaryKnown ? 'known' : 'unknown';
  return [{ kind: 'beneficiary', wanted: value, of: (mail) => ((mail.beneficiaryKnown ?? false) === beneficiaryKnown ? { kind: 'beneficiary', value } : undefined) }];
}

function confidenceTests({ confidence }: Criteria): Test[] {
  if (!confidence) return [];
  const { from = 0, below = 101 } = confidence;
  const wanted = [...(confidence.from === undefined ? [] : [`≥ ${from} %`]), ...(confidence.below === undefined ? [] : [`< ${below} %`])].join(', ');
  return [{ kind: 'confidence', wanted, of: (mail) => (mail.confidence !== undefined && from <= mail.confidence && mail.confidence < below ? { kind: 'confidence', value: String(Math.floor(mail.confidence)) } : undefined) }];
}

/** Values of a custom field as words; of a correspondent, its name. */
export function valuesOfField(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => valuesOfField(one));
  if (typeof value === 'object') return valuesOfField((value as { name?: unknown }).name);
  return [value === true ? 'yes' : value === false ? 'no' : String(value)];
}

function fieldTest({ key, operator, values }: FieldCondition): Test {
  const wanted = values.map(fold);
  const [limit = ''] = values;
  const holds = (said: readonly string[]): string | undefined => {
    switch (operator) {
      case 'is':
        return said.find((one) => wanted.includes(fold(one)));
      case 'contains':
        return said.find((one) => wanted.some((word) => fold(one).includes(word)));
      case 'filled':
        return said[0];
      case 'empty':
        return said.length ? undefined : '';
      case 'from':
        return said.find((one) => inOrder(limit, one));
      case 'until':
        return said.find((one) => inOrder(one, limit));
    }
  };
  return { kind: 'field', field: key, wanted: `${operator} ${values.join(', ')}`.trim(), of: (mail) => {
    const value = holds(valuesOfField(mail.fields?.[key]));
    return value === undefined ? undefined : { kind: 'field', field: key, value, ...(operator === 'empty' ? { not: true } : {}) };
  } };
}

/** Numbers by their size; days and words by their letters. */
function inOrder(one: string, other: string): boolean {
  const [a, b] = [Number(one), Number(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? one <= other : a <= b;
}

/** Conditions made ready: the reasons why they hold, in order; undefined where one doesn't. */
export function conditionsOf(when: RuleConditions): (mail: FoldedMail) => readonly Matched[] | undefined {
  const own = testsOf(when);
  const groups = (when.groups ?? []).map(({ how, of }) => ({ how, sets: of.map(testsOf) }));
  return (mail) => {
    const matched = held(own, mail);
    if (!matched) return undefined;
    for (const { how, sets } of groups) {
      const found = ofGroup(how, sets, mail);
      if (!found) return undefined;
      matched.push(...found);
    }
    return matched;
  };
}

function held(tests: readonly Test[], mail: FoldedMail): Matched[] | undefined {
  const matched: Matched[] = [];
  for (const test of tests) {
    const one = test.of(mail);
    if (!one) return undefined;
    matched.push(one);
  }
  return matched;
}

function ofGroup(how: 'all' | 'any' | 'none', sets: readonly (readonly Test[])[], mail: FoldedMail): Matched[] | undefined {
  const found = sets.map((tests) => held(tests, mail));
  if (how === 'any') return found.find((one) => one !== undefined);
  if (how === 'all') return found.every((one) => one !== undefined) ? found.flatMap((one) => one) : undefined;
  return found.some((one) => one !== undefined) ? undefined : sets.flatMap((tests) => tests.map(({ kind, wanted, field }) => ({ kind, value: wanted, not: true, ...(field ? { field } : {}) })));
}
