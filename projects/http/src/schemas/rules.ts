import { criterionKinds, groupOperators, ruleSetting } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';
import { becauseSchema, mailLineSchema } from './mail.js';

const percent = z.number().min(0).max(1).meta({ description: '0 to 1' });
const service = z.string().nullable().meta({ description: 'Code of the service; null: the mail room keeps it' });

export const ruleSetSchema = z.array(ruleSetting).max(2000);

const triedSchema = z.object({ kind: z.enum(criterionKinds), wanted: z.string().meta({ description: 'What the rule asks for' }), field: z.string().optional(), holds: z.boolean(), value: z.string().optional() }).meta({ id: 'TriedCriterion' });
export const triedRuleSchema = z
  .object({
    rule: z.string(),
    label: z.string(),
    place: z.int().meta({ description: 'In the list, from 1' }),
    inForce: z.boolean(),
    holds: z.boolean(),
    decides: z.boolean().meta({ description: 'The first in force that holds' }),
    criteria: z.array(triedSchema),
    groups: z.array(z.object({ how: z.enum(groupOperators), holds: z.boolean(), of: z.array(z.array(triedSchema)) })),
  })
  .meta({ id: 'TriedRule' });
export const tryRulesBody = z.object({ rules: ruleSetSchema, mail: z.string().trim().min(1).max(100).meta({ description: 'Chrono or id of a mail that you may open' }) }).meta({ id: 'TryRules' });
export const triedSetSchema = z
  .object({
    mail: mailLineSchema,
    tried: z.array(triedRuleSchema),
    service: z.string().optional(),
    tray: z.string().optional(),
    because: becauseSchema,
    distributed: z.object({ service: z.string().optional(), tray: z.string().optional(), at: instant, because: becauseSchema }).optional().meta({ description: 'What was decided in its time' }),
  })
  .meta({ id: 'TriedRules' });

export const simulateBody = z
  .object({
    rules: ruleSetSchema,
    from: day,
    until: day,
    sample: z.int().min(1).max(100_000).optional().meta({ description: 'At most so many mails, spread evenly over the period; absent: all, up to 100,000' }),
    compared: z.enum(['published', 'past']).default('published').meta({ description: 'With the rules in force, or with what became of each mail in its time' }),
  })
  .refine(({ from, until }) => from <= until, { error: 'range', path: ['until'] })
  .meta({ id: 'Simulate' });

export const simulationOutcomeSchema = z
  .object({
    mails: z.int(),
    changed: z.int().meta({ description: 'In other hands, or with others in copy' }),
    judged: z.int().meta({ description: 'Mails of which it is known who treated them in the end' }),
    rightBefore: z.int().meta({ description: 'Of these: at once with who treated them' }),
    rightAfter: z.int(),
    flows: z.array(z.object({ from: service, to: service, mails: z.int() })),
    loads: z.array(z.object({ service, before: z.int(), after: z.int(), copiesBefore: z.int(), copiesAfter: z.int() })),
    rules: z.array(z.object({ rule: z.string().nullable(), before: z.int(), after: z.int() })),
  })
  .meta({ id: 'SimulationOutcome' });

export const simulationSchema = z
  .object({
    id,
    createdAt: instant,
    createdBy: z.object({ id: z.string(), displayName: z.string() }),
    state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
    compared: z.enum(['published', 'past']),
    from: day,
    until: day,
    sample: z.int().optional(),
    total: z.int(),
    done: z.int(),
    finishedAt: instant.optional(),
    outcome: simulationOutcomeSchema.optional(),
    moved: z.array(z.string()).meta({ description: 'Kinds of settings published since, which forbid publishing from it' }),
    publishedVersion: z.int().optional(),
  })
  .meta({ id: 'RuleSimulation' });
export const simulationWithRulesSchema = simulationSchema.extend({ rules: ruleSetSchema }).meta({ id: 'RuleSimulationWhole' });

const place = z.object({ service: z.string().optional(), tray: z.string().optional() });
export const simulationChangeSchema = z
  .object({
    number: z.int(),
    mail: mailLineSchema.optional().meta({ description: 'Absent where you may not know of it: the rest tells only between whom it moves' }),
    from: place,
    to: place,
    before: becauseSchema.optional().meta({ description: 'Absent where you may not open it' }),
    after: becauseSchema.optional(),
  })
  .meta({ id: 'RuleSimulationChange' });

export const ruleReturnsSchema = z
  .object({
    rule: z.string(),
    label: z.string().optional().meta({ description: 'Absent: it is in the rules no more' }),
    place: z.int().optional(),
    enabled: z.boolean().optional(),
    sent: z.int(),
    returned: z.int(),
    share: percent,
    weeks: z.array(z.object({ from: day.meta({ description: 'Monday' }), sent: z.int(), returned: z.int() })),
    instead: z.array(z.object({ service: z.string().nullable().meta({ description: 'null: nowhere yet' }), tray: z.string().nullable(), mails: z.int() })),
  })
  .meta({ id: 'RuleReturns' });

const factSchema = z.object({ kind: z.enum(criterionKinds), value: z.string() }).meta({ id: 'CommonFact' });
export const correctionSchema = z
  .object({
    kind: z.enum(['rule', 'exception', 'redirect']),
    fact: factSchema.optional(),
    returned: z.int().meta({ description: 'Mails with the fact that came back' }),
    kept: z.int().meta({ description: 'Mails with the fact that stayed' }),
    allReturned: z.int(),
    allSent: z.int(),
    lift: z.number(),
    tray: z.string().optional(),
    went: z.int().optional(),
    rule: z.string(),
    rules: ruleSetSchema,
  })
  .meta({ id: 'RuleCorrection' });

export const serviceLoadSchema = z.object({ service: z.string(), open: z.int(), late: z.int() }).meta({ id: 'ServiceLoad' });
