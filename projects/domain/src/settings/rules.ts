import * as z from 'zod';
import { isDay } from '../calendar/day.js';
import { channels, correspondentKinds, priorities, serviceFunctions } from '../mail/vocabulary.js';
import { code } from './services.js';

/** French, or of four figures as in Belgium, Luxembourg and Switzerland. */
const isPostcode = /^\d{4,5}$/;
const postcode = z.string().regex(isPostcode, { error: 'postcode' });
const day = z.string().refine(isDay, { error: 'day' });
const percent = z.int().min(0).max(100);
/** No list of values is of more use when it is longer. */
const some = <T extends z.ZodType>(value: T) => z.array(value).max(300);

export const fieldOperators = ['is', 'contains', 'filled', 'empty', 'from', 'until'] as const;
/** What a custom field says: any of the values, or no less, or no more, than the first. */
export const fieldCondition = z.object({ key: z.string().min(1).max(40), operator: z.enum(fieldOperators), values: some(z.string().trim().min(1).max(200)).default([]) });
export type FieldCondition = z.infer<typeof fieldCondition>;

/** Criteria of a mail: all that are given must hold; within one, any value will do. */
export const criteria = z.object({
  types: some(code).optional(),
  /** Words or phrases, whatever their accents and capitals. */
  keywords: some(z.string().trim().min(2).max(200)).optional(),
  /** Where they are looked for; none: in both. */
  keywordsIn: z.enum(['subject', 'text']).optional(),
  /** Whether all of them must be there, or none may; none: one will do. */
  keywordsHow: z.enum(['all', 'none']).optional(),
  /** What came in at one of these. */
  sites: some(code).optional(),
  /** Of the sender. */
  postcodes: some(z.object({ from: postcode, to: postcode }).refine(({ from, to }) => !isPostcode.test(from) || !isPostcode.test(to) || (from.length === to.length && from <= to), { error: 'range', path: ['to'] })).optional(),
  /** Ids of correspondents: the sender, or an organisation for which they write. */
  senders: some(z.uuid()).optional(),
  senderKinds: some(z.enum(correspondentKinds)).optional(),
  /** Of the sender's e-mail address; `exemple.fr` holds for `courriel.exemple.fr`, too. */
  senderDomains: some(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: 'domain' }).max(200)).optional(),
  channels: some(z.enum(channels)).optional(),
  /** Ids of affairs. */
  affairs: some(z.uuid()).optional(),
  fields: z.array(fieldCondition).max(20).optional(),
  /** Of one of its documents: these terms of the thesaurus, or narrower ones. */
  natures: some(code).optional(),
  /** Whether it is for a beneficiary whose file is known. */
  beneficiaryKnown: z.boolean().optional(),
  /** How well the worst of its documents could be read, in percent. */
  confidence: z.object({ from: percent.optional(), below: percent.optional() }).optional(),
  priorities: some(z.enum(priorities)).optional(),
});
export type Criteria = z.infer<typeof criteria>;

export const groupOperators = ['all', 'any', 'none'] as const;
/** Criteria joined: all of these sets must hold, or any, or none may. */
export const criteriaGroup = z.object({ how: z.enum(groupOperators), of: z.array(criteria).min(1).max(20) });
export type CriteriaGroup = z.infer<typeof criteriaGroup>;

/** Criteria that must hold, and groups of which each must. */
export const ruleConditions = criteria.extend({ groups: z.array(criteriaGroup).max(20).optional() });
export type RuleConditions = z.infer<typeof ruleConditions>;

/** A rule of distribution: what its conditions hold for goes to its tray. */
export const ruleSetting = z
  .object({
    /** Stays for good: what it sent, and what came back, is counted under it. */
    id: z.string().regex(/^[a-z0-9-]{1,60}$/, { error: 'ruleId' }),
    label: z.string().min(1).max(200),
    enabled: z.boolean().default(true),
    /** First and last day on which it is followed. */
    from: day.optional(),
    until: day.optional(),
    /** Asked only when no other rule holds, wherever it stands. */
    fallback: z.boolean().optional(),
    when: ruleConditions,
    tray: z.string().min(1).max(60),
    /** User name of whom in the service it is assigned to. */
    assignee: z.string().trim().min(1).max(200).optional(),
    /** For whom in the service it is, where it isn't assigned. */
    function: z.enum(serviceFunctions).optional(),
    copies: z.array(code).max(30).optional(),
    /** At least so pressing. */
    priority: z.enum(priorities).optional(),
    /** At least so confidential. */
    confidentiality: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  })
  .refine(({ from, until }) => !from || !until || from <= until, { error: 'range', path: ['until'] });
export type RuleSetting = z.infer<typeof ruleSetting>;
