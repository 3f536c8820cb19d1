import { affairActions, affairStates, confidentialityLevels, correspondentKinds, linkKinds, linkSources, mailStates, offeredLinkKinds, sameMailCodes } from '@bannette/domain';
import { z } from 'zod';
import { beneficiarySchema } from './beneficiary.js';
import { letterKind } from './clocks.js';
import { day, id, instant } from './common.js';
import { mailLineSchema } from './mail.js';

const person = z.object({ id: z.string(), displayName: z.string() });
const service = z.string().min(1).max(40);

export const affairLineSchema = z
  .object({
    id,
    chrono: z.string(),
    masked: z.boolean().meta({ description: 'True: you may know that it is there, not what it is about' }),
    title: z.string().optional(),
    service: z.string(),
    responsible: person.optional(),
    confidentiality: z.literal(confidentialityLevels),
    compartment: z.string().optional(),
    state: z.enum(affairStates),
    openedOn: day,
    closedOn: day.optional(),
  })
  .meta({ id: 'AffairLine' });
export const affairSchema = affairLineSchema
  .extend({
    revision: z.int(),
    beneficiaries: z.array(beneficiarySchema).meta({ description: 'Those that you may know of' }),
    correspondents: z.array(z.object({ id, name: z.string(), kind: z.enum(correspondentKinds) })).meta({ description: 'Those that you may know of' }),
    notes: z.array(z.object({ id, text: z.string(), author: person, at: instant })),
    mails: z.int().meta({ description: 'Those that you may know of' }),
    actions: z.array(z.enum(affairActions)).meta({ description: 'What you may do now' }),
  })
  .meta({ id: 'Affair' });

const facts = {
  title: z.string().trim().min(1).max(300),
  service,
  responsible: z.string().max(200).optional().meta({ description: 'User name of a person of the service' }),
  confidentiality: z.literal(confidentialityLevels).default(0),
  compartment: service.optional(),
  openedOn: day.optional().meta({ description: 'Absent: today' }),
  beneficiaries: z.array(id).max(50).default([]).meta({ description: 'All that you may know of; others stay' }),
  correspondents: z.array(id).max(50).default([]).meta({ description: 'All that you may know of; others stay' }),
};
export const addAffairBody = z.object(facts).meta({ id: 'AddAffair' });
export const changeAffairBody = z.object({ ...facts, revision: z.int() }).meta({ id: 'ChangeAffair' });
export const closeAffairBody = z.object({ closedOn: day.optional().meta({ description: 'Absent: today' }), comment: z.string().trim().max(2000).optional(), revision: z.int() }).meta({ id: 'CloseAffair' });
export const reopenAffairBody = z.object({ reason: z.string().trim().min(1).max(2000), revision: z.int() }).meta({ id: 'ReopenAffair' });
export const affairNoteBody = z.object({ text: z.string().trim().min(1).max(4000) }).meta({ id: 'AffairNote' });
export const fileBody = z.object({ affair: id.nullable().meta({ description: 'null: out of the one that it is in' }), revision: z.int().optional() }).meta({ id: 'FileMail' });

export const linkBody = z.object({ to: id, kind: z.enum(offeredLinkKinds), backwards: z.boolean().default(false).meta({ description: 'The other mail answers, follows, replaces… this one' }), revision: z.int().optional() }).meta({ id: 'LinkMail' });
export const threadStepSchema = z
  .object({
    mail: mailLineSchema,
    day,
    ties: z.array(z.object({ to: id, kind: z.enum(linkKinds), source: z.enum(linkSources), letter: letterKind.optional().meta({ description: 'Of a letter that is no answer: what it is' }), backwards: z.boolean().meta({ description: 'The mail that it is tied to is the one that answers, follows…' }) })).meta({ description: 'What ties it to mails before it' }),
  })
  .meta({ id: 'ThreadStep' });

const difference = z.object({ one: z.string(), other: z.string() });
const sameMailSchema = z
  .object({ code: z.enum(sameMailCodes), documents: z.int().optional(), share: z.int().optional().meta({ description: 'Of what both say, in percent' }), differences: z.array(difference).optional(), more: z.int().optional().meta({ description: 'Further differences' }) })
  .meta({ id: 'SameMailBecause' });
export const duplicateSchema = z
  .object({
    mail: mailLineSchema,
    earlier: z.boolean().meta({ description: 'It came before the mail that was asked for' }),
    because: z.array(sameMailSchema),
    decided: z
      .object({
        as: z.enum(['same', 'other']),
        by: z.string(),
        at: instant,
        isThis: z.boolean().meta({ description: 'The mail that was asked for is the duplicate, `mail` the one that goes on' }),
        mayUndo: z.boolean().meta({ description: 'You may take it back' }),
      })
      .optional(),
  })
  .meta({ id: 'PossibleDuplicate' });
const side = z.object({ id, chrono: z.string().optional(), state: z.enum(mailStates), subject: z.string().optional(), sender: z.string().optional(), receivedAt: day.optional(), channel: z.string(), capturedAt: instant, documents: z.array(z.object({ id, name: z.string(), pages: z.int(), sha512: z.string() })) });
export const comparisonSchema = z
  .object({
    one: side,
    other: side,
    because: z.array(sameMailSchema),
    text: z.array(difference.extend({ kind: z.enum(['same', 'noise', 'only', 'telling']) })).meta({ description: 'What was read of either, stretch by stretch, of the first pages' }),
  })
  .meta({ id: 'DuplicateComparison' });
export const decideDuplicateBody = z.object({ other: id, duplicate: z.boolean(), reason: z.string().trim().min(1).max(500).optional().meta({ description: 'Why it ends, as its readers will see it' }), revision: z.int().optional() }).meta({ id: 'DecideDuplicate' });

export type AffairLine = z.input<typeof affairLineSchema>;
export type AffairView = z.input<typeof affairSchema>;
export type ThreadStepView = z.input<typeof threadStepSchema>;
export const undoDuplicateBody = z.object({ revision: z.int().optional() }).meta({ id: 'UndoDuplicate' });
export type PossibleDuplicate = z.input<typeof duplicateSchema>;
export type DuplicateComparison = z.input<typeof comparisonSchema>;
export type AddAffairBody = z.output<typeof addAffairBody>;
