import { delegationPowers } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';

export const someone = z.object({ id: z.string(), displayName: z.string() });
const codes = z.array(z.string().min(1).max(60)).max(200).default([]);
const personId = z.string().min(1).max(200);

export const readingGapSchema = z
  .object({ what: z.enum(['mailRoom', 'service', 'restricted', 'compartment']), service: z.string().optional(), compartment: z.string().optional(), group: z.string().meta({ description: 'Group of Alfresco that the delegate is not in' }) })
  .meta({ id: 'ReadingGap', description: 'What a delegate can’t open of what the delegator can' });
export const delegationFindingSchema = z
  .object({
    code: z.enum(['delegateToSelf', 'delegateIsAuthor', 'delegateReadsNothing', 'periodOver', 'servicesNotYours', 'delegateReadsLess', 'overlap', 'delegateAway', 'notPassedOn']).meta({ description: 'Worded under DELEGATION_FINDING.<code>' }),
    refuses: z.boolean(),
    delegate: someone.optional(),
    gaps: z.array(readingGapSchema).readonly().optional(),
    other: z.object({ id, delegator: someone, delegates: z.array(someone), startsOn: day, endsOn: day.optional() }).optional(),
  })
  .meta({ id: 'DelegationFinding' });

export const delegationBody = z
  .object({
    delegator: personId.optional().meta({ description: 'Default: yourself' }),
    delegates: z.array(personId).min(1).max(10),
    startsOn: day,
    endsOn: day.optional().meta({ description: 'Absent: until it is ended' }),
    powers: z.array(z.enum(delegationPowers)).min(1),
    types: codes.meta({ description: 'Types of mail that it is for; none: all' }),
    services: codes.meta({ description: 'Services whose mail it is for; none: all of the delegator’s' }),
    act: z.object({ reference: z.string().trim().min(1).max(200), day }).optional().meta({ description: 'The act of delegation' }),
  })
  .refine(({ startsOn, endsOn }) => !endsOn || endsOn >= startsOn, { error: 'endBeforeStart', path: ['endsOn'] })
  .meta({ id: 'NewDelegation' });

/** Base64 of a file of ten megabytes. */
export const fileBodyBytes = 14 * 1024 * 1024;
export const smallFile = z.object({ name: z.string().trim().min(1).max(200), content: z.base64().max(fileBodyBytes).meta({ description: 'PDF, PNG or JPEG of at most 10 MiB, in Base64' }) });
export const actBody = smallFile.meta({ id: 'DelegationAct' });

export const delegationSchema = z
  .object({
    id,
    delegator: someone,
    delegates: z.array(someone),
    startsOn: day,
    endsOn: day.optional(),
    state: z.enum(['coming', 'running', 'over']),
    powers: z.array(z.enum(delegationPowers)),
    types: z.array(z.object({ code: z.string(), label: z.string() })),
    services: z.array(z.object({ code: z.string(), label: z.string() })),
    act: z
      .object({
        reference: z.string().optional(),
        day: day.optional(),
        file: z.object({ name: z.string(), size: z.int(), kept: z.enum(['alfresco', 'waiting', 'failed']).meta({ description: 'Whether Alfresco has it: not yet, or why not' }), fault: z.string().optional() }).optional(),
      })
      .optional(),
    createdBy: someone,
    createdAt: instant,
    ended: z.object({ by: someone, at: instant }).optional(),
    mayEnd: z.boolean(),
    gaps: z.array(z.object({ delegate: someone, gaps: z.array(readingGapSchema).readonly() })).meta({ description: 'What its delegates can’t open today of what the delegator can' }),
  })
  .meta({ id: 'Delegation' });

export const absenceSchema = z.object({ until: day.optional(), delegates: z.array(someone).readonly() }).meta({ id: 'Absence', description: 'Away today, and who replaces them' });

export type DelegationView = z.input<typeof delegationSchema>;
export type DelegationFindingView = z.input<typeof delegationFindingSchema>;
