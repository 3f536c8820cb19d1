import { channels, clockKinds, dispatchStates, letterEffects, letterKinds, priorities, remindedRoles } from '@bannette/domain';
import { z } from 'zod';
import { day, instant } from './common.js';

export const clockStepSchema = z
  .union([
    z.object({ code: z.enum(['received', 'firstReceived', 'completed']), day }),
    z.object({ code: z.literal('deadline'), day }),
    z.object({ code: z.literal('priority'), priority: z.enum(priorities) }),
    z.object({ code: z.literal('delay'), amount: z.int(), unit: z.enum(['days', 'workingDays', 'months']) }),
    z.object({ code: z.literal('extended'), day, amount: z.int(), unit: z.enum(['days', 'workingDays', 'months']) }),
    z.object({ code: z.literal('suspended'), from: day, until: day, days: z.int() }),
    z.object({ code: z.literal('moved'), from: day, to: day }),
  ])
  .meta({ id: 'ClockStep', description: 'One step from the arrival to the due day; worded under CLOCK_STEP.<code>' });
export const clockSchema = z
  .object({
    code: z.string(),
    label: z.string(),
    kind: z.enum(clockKinds),
    source: z.string().optional().meta({ description: 'Article or charter' }),
    state: z.enum(['running', 'suspended', 'met', 'metLate', 'passed']),
    start: day,
    due: day.optional().meta({ description: 'Last day; none while it waits for pieces and begins anew with them' }),
    daysLeft: z.int().optional().meta({ description: 'Calendar days until the due day; negative once it has passed' }),
    suspended: z.object({ since: day, until: day }).optional(),
    metOn: day.optional(),
    extendable: z.boolean().optional().meta({ description: 'Its end may still be put off, its author being told why' }),
    because: z.array(clockStepSchema),
  })
  .meta({ id: 'Clock', description: 'A clock of the law that runs for a mail' });
export const missingPiecesSchema = z.object({ id: z.uuid(), pieces: z.array(z.string()), askedOn: day, until: day, completedOn: day.optional(), askedBy: z.string(), unsent: z.boolean().optional().meta({ description: 'The letter that asks for them could not leave: nothing stands still' }) }).meta({ id: 'MissingPieces' });

export const dispatchedSchema = z
  .object({
    id: z.uuid().meta({ description: 'The letter' }),
    chrono: z.string().optional(),
    to: z.string(),
    state: z.enum(dispatchStates),
    countsAs: z.enum(letterEffects).optional().meta({ description: 'What it does to a clock, once it has left' }),
    automatic: z.boolean(),
    askedAt: instant,
    settledAt: instant.optional(),
    refusal: z.string().optional().meta({ description: 'What the server said that refused it for good; absent: it was never reached' }),
  })
  .meta({ id: 'Dispatched', description: 'A letter that left, or should have left, by e-mail from here' });

export const dueBecauseSchema = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), steps: z.array(clockStepSchema).readonly().optional() })
  .meta({ id: 'DueBecause', description: 'Why a day is the due day; worded under BECAUSE.<code>, or step by step under CLOCK.STEP.<code>' });
export const reminderSchema = z
  .object({ day, to: z.enum(remindedRoles), offset: z.int().meta({ description: 'Working days from the due day; negative: before it' }), sentAt: z.string().optional() })
  .meta({ id: 'Reminder', description: 'Who is, or was, reminded of its due day' });

/** What a letter is that goes with a mail and is no answer. */
export const letterKind = z.enum(letterKinds).exclude(['answer']);

const revision = z.int().optional().meta({ description: 'The revision you saw; 409 `stale` when the mail has moved on' });
/** Where a letter is sent by e-mail from here. */
export const letterTo = z.email().optional().meta({ description: 'With channel `email`: it leaves from here to this address; absent: you send it yourself' });
/** A letter that goes out with it; without a template none does. */
const letter = {
  template: z.string().optional().meta({ description: 'Absent: no letter goes out with it' }),
  subject: z.string().trim().min(1).max(500).optional(),
  body: z.string().trim().min(1).max(5000).optional(),
  channel: z.enum(channels).extract(['post', 'email', 'registered', 'registered_ar']).default('post'),
  to: letterTo,
};
const on = day.optional().meta({ description: 'Default: today' });
export const askPiecesBody = z.object({ pieces: z.array(z.string().trim().min(1).max(200)).min(1).max(30), until: day, on, ...letter, revision }).meta({ id: 'AskPieces' });
export const receivePiecesBody = z.object({ on, revision }).meta({ id: 'ReceivePieces' });
export const acknowledgeBody = z.object({ kind: z.enum(['registrationReceipt', 'receipt']), on, ...letter, revision }).meta({ id: 'Acknowledge' });
export const attestBody = z.object({ on, ...letter, template: z.string(), revision }).meta({ id: 'Attest' });
export const extendBody = z.object({ reason: z.string().trim().min(1).max(2000), on, ...letter, revision }).meta({ id: 'Extend' });
export const dispatchBody = z.object({ to: z.email().optional().meta({ description: 'Absent: to the address of before' }), revision }).meta({ id: 'Dispatch' });
export const prioritiseBody = z.object({ priority: z.enum(priorities), revision }).meta({ id: 'Prioritise' });
export const transmitBody = z.object({ authority: z.string().trim().min(2).max(300), on, ...letter, despiteOpenWork: z.boolean().optional().meta({ description: 'Close although tasks or opinions are open; else 409 `openWork`' }), revision }).meta({ id: 'Transmit' });
