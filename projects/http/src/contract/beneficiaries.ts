import { z } from 'zod';
import { addBeneficiaryBody, beneficiaryFileSchema, beneficiaryHitSchema, beneficiarySchema, changeBeneficiaryBody, describeBody, filedDocumentSchema, guardSchema, identifyBody, termUseSchema, unidentifiedSchema } from '../schemas/beneficiary.js';
import { day, id, pageById, pageOf } from '../schemas/common.js';
import { mailSchema } from '../schemas/mail.js';

const tag = 'beneficiaries';
const text = z.string().trim().max(120);

/** For whom documents are, and what they are: beneficiaries and their files, natures, and the queue of those whom nobody has recognised. */
export const beneficiaryOperations = {
  beneficiaries: { method: 'GET', path: '/beneficiaries', summary: 'Beneficiaries that you may know of, by the beginnings of their names in any order, their file number or day of birth', tag, query: z.object({ q: text.min(2), limit: z.coerce.number().int().min(1).max(100).default(20) }), response: z.object({ items: z.array(beneficiarySchema) }) },
  alikeBeneficiaries: { method: 'GET', path: '/beneficiaries/alike', summary: 'Known beneficiaries who may be the one that is about to be added, and why', tag, query: z.object({ name: text.min(1), firstName: text.optional(), birthDate: day.optional(), fileNumber: text.optional() }), response: z.object({ items: z.array(beneficiaryHitSchema) }) },
  addBeneficiary: { method: 'POST', path: '/beneficiaries', summary: 'Add a beneficiary', tag, body: addBeneficiaryBody, status: 201, response: beneficiarySchema },
  beneficiaryGuards: { method: 'GET', path: '/beneficiaries/guards', summary: 'Who may guard the file of a beneficiary that you add', tag, response: z.object({ items: z.array(guardSchema) }) },
  unidentified: { method: 'GET', path: '/beneficiaries/to-identify', summary: 'Documents for somebody whom nobody has recognised, oldest first, for the mail room and secretaries', tag, query: pageById, response: pageOf(unidentifiedSchema) },
  identify: { method: 'POST', path: '/beneficiaries/to-identify', summary: 'These documents are for these people, or for nobody', tag, body: identifyBody, response: z.object({ identified: z.int() }) },
  beneficiary: { method: 'GET', path: '/beneficiaries/{id}', summary: 'A beneficiary, and of the documents that you may read how many are of which nature', tag, params: z.object({ id }), response: beneficiaryFileSchema },
  changeBeneficiary: { method: 'POST', path: '/beneficiaries/{id}', summary: 'Correct what names a beneficiary, or who guards the file', tag, params: z.object({ id }), body: changeBeneficiaryBody, response: beneficiarySchema },
  filedDocuments: { method: 'GET', path: '/documents', summary: 'Documents that you may read, of a nature (and those under it) or of a beneficiary or both, newest first', tag, query: pageById.extend({ nature: z.string().max(40).optional().meta({ description: '`none`: those without' }), beneficiary: id.optional(), q: text.optional() }), response: pageOf(filedDocumentSchema) },
  describe: { method: 'POST', path: '/mails/{id}/documents', summary: 'Say what its documents are and for whom', tag, params: z.object({ id }), body: describeBody, response: mailSchema },
  termUse: { method: 'GET', path: '/thesaurus/use', summary: 'How many documents bear each nature, for administrators', tag, response: z.object({ items: z.array(termUseSchema) }) },
} as const;
