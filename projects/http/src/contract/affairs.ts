import { affairStates } from '@bannette/domain';
import { z } from 'zod';
import { addAffairBody, affairLineSchema, affairNoteBody, affairSchema, changeAffairBody, closeAffairBody, comparisonSchema, decideDuplicateBody, duplicateSchema, fileBody, linkBody, reopenAffairBody, threadStepSchema, undoDuplicateBody } from '../schemas/affairs.js';
import { beneficiarySchema } from '../schemas/beneficiary.js';
import { id, instant, pageById, pageOf } from '../schemas/common.js';
import { journalEntrySchema, mailLineSchema, mailSchema } from '../schemas/mail.js';

const tag = 'affairs';
const params = z.object({ id });
const revision = z.int().min(1);

/** What holds mails together: affairs, links and threads, duplicates. */
export const affairOperations = {
  affairs: { method: 'GET', path: '/affairs', summary: 'Affairs that you may see, newest first; found by number or words of the title', tag, query: pageById.extend({ q: z.string().trim().max(100).optional(), state: z.enum(affairStates).optional(), service: z.string().max(40).optional(), mine: z.stringbool().optional().meta({ description: 'Those that you are responsible for' }) }), response: pageOf(affairLineSchema) },
  addAffair: { method: 'POST', path: '/affairs', summary: 'Open an affair: it has its number', tag, body: addAffairBody, status: 201, response: affairSchema },
  affair: { method: 'GET', path: '/affairs/{id}', summary: 'An affair', tag, params, response: affairSchema },
  changeAffair: { method: 'PUT', path: '/affairs/{id}', summary: 'Correct an affair', tag, params, body: changeAffairBody, response: affairSchema },
  closeAffair: { method: 'POST', path: '/affairs/{id}/close', summary: 'Close it: nothing is put in any more', tag, params, body: closeAffairBody, response: affairSchema },
  reopenAffair: { method: 'POST', path: '/affairs/{id}/reopen', summary: 'Reopen, and why', tag, params, body: reopenAffairBody, response: affairSchema },
  noteAffair: { method: 'POST', path: '/affairs/{id}/notes', summary: 'Leave a note of how it stands', tag, params, body: affairNoteBody, response: affairSchema },
  affairMails: { method: 'GET', path: '/affairs/{id}/mails', summary: 'Its mails, newest first; a masked line for those that you may know of and not open', tag, params, query: pageById, response: pageOf(mailLineSchema) },
  affairJournal: { method: 'GET', path: '/affairs/{id}/journal', summary: 'Its history', tag, params, response: z.object({ items: z.array(journalEntrySchema) }) },
  fileMail: { method: 'PUT', path: '/mails/{id}/affair', summary: 'Put the mail into an affair, or take it out', tag, params, body: fileBody, response: mailSchema },

  thread: { method: 'GET', path: '/mails/{id}/thread', summary: 'The mails that it is tied to, one after the other, of those that you may know of', tag, params, response: z.object({ items: z.array(threadStepSchema), more: z.boolean().meta({ description: 'There are more than are shown' }) }) },
  linkMail: { method: 'POST', path: '/mails/{id}/links', summary: 'Link it to another mail that you may read', tag, params, body: linkBody, response: mailSchema },
  unlinkMail: { method: 'DELETE', path: '/mails/{id}/links/{link}', summary: 'Take a link away', tag, params: z.object({ id, link: id }), response: mailSchema },

  duplicates: { method: 'GET', path: '/mails/{id}/duplicates', summary: 'Mails that may be the same one, of those that you may read, and why', tag, params, response: z.object({ items: z.array(duplicateSchema) }) },
  compareDuplicate: { method: 'GET', path: '/mails/{id}/duplicates/{other}', summary: 'Two mails side by side', tag, params: z.object({ id, other: id }), response: comparisonSchema },
  decideDuplicate: { method: 'POST', path: '/mails/{id}/duplicates', summary: 'It is a duplicate of the other and makes no work of its own, or it is not and is not proposed again', tag, params, body: decideDuplicateBody, response: mailSchema },
  undoDuplicate: { method: 'POST', path: '/mails/{id}/duplicates/{other}/undo', summary: 'Take back what was decided of two mails: one that had ended as a duplicate goes on where it was', tag, params: z.object({ id, other: id }), body: undoDuplicateBody, response: mailSchema },

  previewBeneficiaryMerge: { method: 'GET', path: '/beneficiaries/{id}/merge', summary: 'What two beneficiaries would be together', tag: 'beneficiaries', params, query: z.object({ other: id }), response: z.object({ kept: beneficiarySchema, merged: beneficiarySchema, result: beneficiarySchema, revision: z.int(), otherRevision: z.int(), documents: z.object({ kept: z.int(), merged: z.int() }).meta({ description: 'Those that you may read' }) }) },
  mergeBeneficiaries: { method: 'POST', path: '/beneficiaries/{id}/merge', summary: 'Join another one with it; can be taken back', tag: 'beneficiaries', params, body: z.object({ other: id, revision, otherRevision: revision }).meta({ id: 'MergeBeneficiaries' }), response: beneficiarySchema },
  beneficiaryMerges: { method: 'GET', path: '/beneficiaries/{id}/merges', summary: 'Who was joined with it', tag: 'beneficiaries', params, response: z.object({ items: z.array(z.object({ id, beneficiary: beneficiarySchema, by: z.string(), at: instant })) }) },
  undoBeneficiaryMerge: { method: 'POST', path: '/beneficiary-merges/{id}/undo', summary: 'Take a join back', tag: 'beneficiaries', params, response: beneficiarySchema },
  naturesCrossed: { method: 'GET', path: '/documents/crossing', summary: 'How many documents that you may read are of which nature for which beneficiary: those with the most', tag: 'beneficiaries', query: z.object({ q: z.string().trim().max(120).optional(), nature: z.string().max(40).optional() }), response: z.object({ natures: z.array(z.object({ code: z.string(), label: z.string() })), rows: z.array(z.object({ beneficiary: beneficiarySchema, documents: z.int(), by: z.record(z.string(), z.int()) })) }) },
} as const;
