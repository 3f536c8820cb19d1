import { channels, confidentialityLevels, mailStates } from '@bannette/domain';
import { z } from 'zod';
import { day, id } from './common.js';

const name = z.string().trim().min(1).max(120);
const serviceCode = z.string().max(40);

/** What names a beneficiary; guarded by who may know that there is a file. */
const identity = {
  name: name.meta({ description: 'Family name' }),
  firstName: name.optional(),
  birthDate: day.optional(),
  fileNumber: z.string().trim().min(1).max(60).optional().meta({ description: 'As the house numbers its files (n° de dossier)' }),
};
const guard = {
  service: serviceCode.optional().meta({ description: 'The service that guards the file; absent: all services that keep files know of it' }),
  compartment: serviceCode.optional().meta({ description: 'Only its cleared people know of the file' }),
};

export const guardSchema = z.object({ ...guard, label: z.string().optional().meta({ description: 'Absent: all services that keep files' }) }).meta({ id: 'BeneficiaryGuard' });
export const beneficiarySchema = z.object({ id, ...identity, ...guard }).meta({ id: 'Beneficiary' });
export const beneficiaryHitSchema = beneficiarySchema.extend({ likeness: z.enum(['sameNumber', 'sameNameAndBirth', 'sameName', 'namesSwapped', 'nearNameAndBirth']).optional().meta({ description: 'Why it may be the same person' }) }).meta({ id: 'BeneficiaryHit' });
export const addBeneficiaryBody = z.object({ ...identity, ...guard }).meta({ id: 'AddBeneficiary' });
export const changeBeneficiaryBody = z.object({ ...identity, ...guard, revision: z.int() }).meta({ id: 'ChangeBeneficiary' });
export const beneficiaryFileSchema = z
  .object({
    beneficiary: beneficiarySchema,
    revision: z.int(),
    documents: z.int().meta({ description: 'Documents that you may read' }),
    natures: z.array(z.object({ nature: z.string().optional().meta({ description: 'Absent: not said' }), documents: z.int() })),
  })
  .meta({ id: 'BeneficiaryFile' });

/** A nature and beneficiaries as said of one document. */
const said = {
  nature: serviceCode.nullable().optional().meta({ description: 'Code of a term of the thesaurus, scheme `nature`; null: none; absent: as it is' }),
  beneficiaries: z.array(id).max(50).optional().meta({ description: 'All that you may know of; absent: as they are' }),
  beneficiaryUnknown: z.boolean().optional().meta({ description: 'It is for somebody whom nobody has recognised yet' }),
};
export const describedFileSchema = z.object({ ...said, nature: serviceCode.optional(), beneficiaries: z.array(id).max(50).default([]), beneficiaryUnknown: z.boolean().default(false) }).meta({ id: 'DescribedFile' });
export const describedDocumentSchema = z.object({ id, ...said }).meta({ id: 'DescribedDocument' });
export const describedDocuments = z.array(describedDocumentSchema).max(200);
export const describeBody = z.object({ documents: describedDocuments.min(1), revision: z.int().optional() }).meta({ id: 'Describe' });

/** A document in the file of a beneficiary, or among those of a nature; its mail is one that you may read. */
export const filedDocumentSchema = z
  .object({
    id,
    mail: z.object({ id, chrono: z.string().optional(), subject: z.string().optional(), type: z.string().optional(), state: z.enum(mailStates), service: z.string().optional(), confidentiality: z.literal(confidentialityLevels), receivedAt: day.optional(), documentDate: day.optional() }),
    name: z.string(),
    mediaType: z.string(),
    pages: z.int(),
    nature: z.string().optional(),
    beneficiaries: z.array(beneficiarySchema).meta({ description: 'Those that you may know of' }),
  })
  .meta({ id: 'FiledDocument' });

export const unidentifiedSchema = z
  .object({
    id,
    mail: z.object({ id, chrono: z.string().optional(), subject: z.string().optional(), sender: z.string().optional(), state: z.enum(mailStates), revision: z.int(), channel: z.enum(channels), receivedAt: day.optional() }),
    depositId: id.optional(),
    position: z.int(),
    name: z.string(),
    pages: z.int(),
    nature: z.string().optional(),
    beneficiaries: z.array(beneficiarySchema),
    since: z.string().meta({ description: 'UTC instant, ISO 8601', format: 'date-time' }),
  })
  .meta({ id: 'Unidentified' });
export const identifyBody = z
  .object({
    documents: z.array(id).min(1).max(100),
    beneficiaries: z.array(id).max(50).meta({ description: 'Added to each of the documents; none: they are for nobody' }),
  })
  .meta({ id: 'Identify' });

export const termUseSchema = z.object({ code: z.string(), documents: z.int() }).meta({ id: 'TermUse' });

export type Beneficiary = z.input<typeof beneficiarySchema>;
export type DescribedDocument = z.output<typeof describedDocumentSchema>;
export type DescribedFile = z.output<typeof describedFileSchema>;
export type FiledDocument = z.input<typeof filedDocumentSchema>;
