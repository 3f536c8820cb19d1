import { z } from 'zod';
import { settingsSchema } from '@bannette/domain';
import { answerBody, assignBody, closeBody, closeWithoutAnswerBody, copyBody, plainBody, qualifyBody, reasonBody, rerouteBody, triggerBody } from '../schemas/bodies.js';
import { affairOperations } from './affairs.js';
import { correspondentOperations } from './correspondents.js';
import { clockOperations } from './clocks.js';
import { batchOperations } from './batches.js';
import { campaignOperations } from './campaigns.js';
import { executionOperations } from './execution.js';
import { forecastOperations } from './forecast.js';
import { formOperations } from './forms.js';
import { beneficiaryOperations } from './beneficiaries.js';
import { delegationOperations } from './delegation.js';
import { holdOperations } from './holds.js';
import { intakeOperations } from './intake.js';
import { noticeOperations } from './notices.js';
import { paperOperations } from './paper.js';
import { processingOperations } from './processings.js';
import { proofOperations } from './proof.js';
import { readingOperations } from './reading.js';
import { recordOperations } from './records.js';
import { ruleOperations } from './rules.js';
import { registerOperations } from './registers.js';
import { scheduleOperations } from './schedule.js';
import { scannerOperations } from './scanners.js';
import { sortingOperations } from './sortings.js';
import { siteOperations } from './sites.js';
import { trayOperations } from './trays.js';
import { paperTwinOperations, visaOperations } from './visa.js';
import { workOperations } from './work.js';
import { id, page, pageById, pageOf } from '../schemas/common.js';
import { fallsDueQuery, recordLineSchema } from '../schemas/records.js';
import { alertSchema } from '../schemas/alert.js';
import { batchSchema, mailSheetsBody, restoreBody, separatorsBody } from '../schemas/batch.js';
import { depositSchema } from '../schemas/deposit.js';
import { noteBody } from '../schemas/work.js';
import { failedJobSchema, failureCountsSchema, retriedSchema, setAsideSchema } from '../schemas/failures.js';
import { healthSchema } from '../schemas/health.js';
import { journalEntrySchema, mailLineSchema, mailSchema, retentionSchema } from '../schemas/mail.js';
import { quarantineLineSchema, settingVersionSchema, traySchema } from '../schemas/rooms.js';
import { personSchema, sessionSchema } from '../schemas/session.js';

/** One operation of the API: its method, its path under `/bannette/api/v1`, what it takes and what it answers. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** Guests of the house, who may do nothing else, may ask for it too. */
  readonly guests?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Largest body, where the usual mebibyte is too little. */
  readonly bodyBytes?: number;
  /** Multipart upload, a file that is streamed back, or server-sent events that go on as long as the page is open. */
  readonly stream?: 'upload' | 'download' | 'events';
  readonly status?: number;
  readonly response?: z.ZodType;
}

const mailId = z.object({ id });
const ok = <T extends { [name: string]: Operation }>(operations: T): T => operations;
const onMail = <B extends z.ZodType>(action: string, summary: string, body: B) => ({ method: 'POST', path: `/mails/{id}/${action}`, summary, tag: 'treatment', params: mailId, body, response: mailSchema }) as const;

/** Operations that are in no part of their own. */
const common = ok({
  session: { method: 'GET', path: '/me', summary: 'Who is signed in, their services and rooms', tag: 'session', guests: true, response: sessionSchema },
  people: { method: 'GET', path: '/people', summary: 'People of a service, to assign to', tag: 'session', query: z.object({ service: z.string() }), response: z.object({ items: z.array(personSchema) }) },

  createDeposit: { method: 'POST', path: '/deposits', summary: 'Deposit files (multipart: files, channel, what is known of the sender); idempotent by Idempotency-Key', tag: 'capture', stream: 'upload', status: 201, response: z.object({ id }) },
  deposit: { method: 'GET', path: '/deposits/{id}', summary: 'A deposit, its files and the mails that came of it', tag: 'capture', params: mailId, response: depositSchema },
  deposits: { method: 'GET', path: '/deposits', summary: 'Deposits, newest first: your own, or all for the mail room', tag: 'capture', query: pageById, response: pageOf(depositSchema) },
  quarantine: { method: 'GET', path: '/quarantine', summary: 'Files that could not be read, for the mail room', tag: 'capture', query: pageById.extend({ reason: z.string().max(40).optional() }), response: pageOf(quarantineLineSchema) },
  quarantineContent: { method: 'GET', path: '/quarantine/{id}/content', summary: 'The file as it was received', tag: 'capture', params: mailId, stream: 'download' },
  retryFile: { method: 'POST', path: '/quarantine/{id}/retry', summary: 'Read the file again', tag: 'capture', params: mailId, response: quarantineLineSchema },
  discardFile: { method: 'POST', path: '/quarantine/{id}/discard', summary: 'Put the file aside for good, with a reason; its bytes are kept', tag: 'capture', params: mailId, body: reasonBody, response: quarantineLineSchema },
  batch: { method: 'GET', path: '/batches/{id}', summary: 'A scanned file that was parted, and what became of each of its pages, for the mail room', tag: 'capture', params: mailId, response: batchSchema },
  batchContent: { method: 'GET', path: '/batches/{id}/content', summary: 'The batch as it was scanned, or its searchable PDF', tag: 'capture', params: mailId, query: z.object({ form: z.enum(['original', 'searchable']).default('searchable') }), stream: 'download' },
  restorePage: { method: 'POST', path: '/batches/{id}/pages/{number}/restore', summary: 'Put a page that was left out back into a document that waits to be qualified', tag: 'capture', params: z.object({ id, number: z.coerce.number().int().min(1).max(100_000) }), body: restoreBody, response: batchSchema },
  mergeWithPrevious: { method: 'POST', path: '/mails/{id}/merge-with-previous', summary: 'Join it to the document before it in its batch: they were one letter', tag: 'capture', params: mailId, body: plainBody, response: z.object({ mail: id.meta({ description: 'The mail that it is now part of' }) }) },
  printSeparators: { method: 'POST', path: '/sheets/separators', summary: 'Separator sheets as a PDF, for the mail room', tag: 'capture', body: separatorsBody, stream: 'download' },
  printMailSheets: { method: 'POST', path: '/sheets/mails', summary: 'Identification sheets or labels of numbered mails as a PDF, for the mail room', tag: 'capture', body: mailSheetsBody, stream: 'download' },

  trays: { method: 'GET', path: '/trays', summary: 'My trays with their counts', tag: 'distribution', response: z.object({ items: z.array(traySchema) }) },
  trayMails: { method: 'GET', path: '/trays/{id}/mails', summary: "A tray's mails, most urgent first", tag: 'distribution', params: z.object({ id: z.string() }), query: page, response: pageOf(mailLineSchema) },
  search: { method: 'GET', path: '/search', summary: 'Mails that I may see, by chrono, subject, sender or words of the text', tag: 'distribution', query: pageById.extend({ q: z.string().min(1).max(200) }), response: pageOf(mailLineSchema) },

  mail: { method: 'GET', path: '/mails/{id}', summary: 'A mail', tag: 'registration', params: mailId, response: mailSchema },
  mailJournal: { method: 'GET', path: '/mails/{id}/journal', summary: "A mail's history", tag: 'registration', params: mailId, response: z.object({ items: z.array(journalEntrySchema) }) },
  documentContent: { method: 'GET', path: '/mails/{id}/documents/{documentId}/content', summary: "A document's bytes: the original, or its searchable PDF", tag: 'registration', params: z.object({ id, documentId: id }), query: z.object({ form: z.enum(['original', 'searchable']).default('searchable') }), stream: 'download' },
  qualify: { method: 'POST', path: '/mails/{id}/qualify', summary: 'Confirm what was read: the mail is numbered and distributed', tag: 'registration', params: mailId, body: qualifyBody, response: mailSchema },
  void: { method: 'POST', path: '/mails/{id}/void', summary: 'Void a mail; its number, if any, keeps its place', tag: 'registration', params: mailId, body: reasonBody, response: mailSchema },

  take: onMail('take', 'Take: I treat it', plainBody),
  release: onMail('release', 'Give it back to the tray', plainBody),
  assign: onMail('assign', 'Assign to a person of the service', assignBody),
  note: onMail('notes', 'Leave a note', noteBody),
  copy: onMail('copies', 'Send a copy to other services', copyBody),
  reroute: onMail('reroute', 'Not for us: send it on, with a reason', rerouteBody),
  answer: onMail('answers', 'Answer: an outgoing mail, numbered, with its document', answerBody),
  close: onMail('close', 'Close, with its answer', closeBody),
  closeWithoutAnswer: onMail('close-without-answer', 'Close without an answer, and why', closeWithoutAnswerBody),
  reopen: onMail('reopen', 'Reopen, and why', reasonBody),
  undo: onMail('undo', 'Undo my last action', z.object({ token: z.string() }).meta({ id: 'Undo' })),

  setTrigger: { method: 'POST', path: '/mails/{id}/retention-trigger', summary: 'Declare the day from which the retention period runs', tag: 'retention', params: mailId, body: triggerBody, response: mailSchema },
  retentionDue: { method: 'GET', path: '/retention/due', summary: 'What falls due until a day, for the archives, the DPO and heads of service', tag: 'retention', query: fallsDueQuery, response: pageOf(z.object({ mail: mailLineSchema, opens: z.boolean().meta({ description: 'You may open the mail; whom lines are described to for the schedule’s sake may not' }), retention: retentionSchema, record: recordLineSchema.optional(), noticeSentAt: z.string().optional() })) },

  health: { method: 'GET', path: '/administration/health', summary: 'What the last look at the installation found, for administrators', tag: 'administration', response: healthSchema },
  examine: { method: 'POST', path: '/administration/health', summary: 'Look at the installation now; takes some seconds', tag: 'administration', response: healthSchema },
  alerts: { method: 'GET', path: '/alerts', summary: 'What was done to mails in Alfresco itself against the law or the circuit, newest first, for the mail room, heads of service and administrators', tag: 'vigilance', query: pageById.extend({ state: z.enum(['unsettled', 'all']).default('unsettled') }), response: pageOf(alertSchema) },
  seeAlert: { method: 'POST', path: '/alerts/{id}/see', summary: 'I have seen it and look after it', tag: 'vigilance', params: mailId, response: alertSchema },
  settleAlert: { method: 'POST', path: '/alerts/{id}/settle', summary: 'It is settled, and how', tag: 'vigilance', params: mailId, body: reasonBody, response: alertSchema },

  failures: { method: 'GET', path: '/administration/failures', summary: 'How much has failed for good and waits for an operator, for administrators', tag: 'administration', response: failureCountsSchema },
  failedJobs: { method: 'GET', path: '/administration/failed-jobs', summary: 'Jobs out of tries, the newest first', tag: 'administration', query: page.extend({ after: z.string().regex(/^\d{1,18}$/).optional() }), response: pageOf(failedJobSchema) },
  retryJobs: { method: 'POST', path: '/administration/failed-jobs/retry', summary: 'Give all jobs out of tries another round', tag: 'administration', response: retriedSchema },
  retryJob: { method: 'POST', path: '/administration/failed-jobs/{job}/retry', summary: 'Give a job out of tries another round', tag: 'administration', params: z.object({ job: z.string().regex(/^\d{1,18}$/) }), response: retriedSchema },
  setAside: { method: 'GET', path: '/administration/set-aside', summary: 'Journal entries that a consumer put aside after its last try, the newest first', tag: 'administration', query: page.extend({ after: z.string().regex(/^\d{1,15} [\w.]{1,100}$/).optional() }), response: pageOf(setAsideSchema) },
  replayEntry: { method: 'POST', path: '/administration/set-aside/{consumer}/{seq}/replay', summary: 'Have an entry that was put aside handled again', tag: 'administration', params: z.object({ consumer: z.string().regex(/^[\w.]{1,100}$/), seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }), response: setAsideSchema },
  settings: { method: 'GET', path: '/settings', summary: 'All current settings, with their versions', tag: 'administration', response: z.object({ settings: settingsSchema, versions: z.record(z.string(), z.int()) }) },
  settingVersions: { method: 'GET', path: '/settings/{kind}/versions', summary: 'Published versions of a kind', tag: 'administration', params: z.object({ kind: z.string() }), response: z.object({ items: z.array(settingVersionSchema) }) },
  publishSetting: { method: 'PUT', path: '/settings/{kind}', summary: 'Publish a new version of a kind', tag: 'administration', params: z.object({ kind: z.string() }), body: z.object({ data: z.unknown(), comment: z.string().max(500), basedOn: z.int() }).meta({ id: 'PublishSetting' }), response: settingVersionSchema },
});

/* Parts are named one by one, in the type and in the value: together they are too long for the compiler to write the type by itself. */
export type Contract = typeof common
  & typeof affairOperations
  & typeof batchOperations
  & typeof beneficiaryOperations
  & typeof campaignOperations
  & typeof clockOperations
  & typeof correspondentOperations
  & typeof delegationOperations
  & typeof executionOperations
  & typeof forecastOperations
  & typeof formOperations
  & typeof holdOperations
  & typeof intakeOperations
  & typeof noticeOperations
  & typeof paperOperations
  & typeof readingOperations
  & typeof recordOperations
  & typeof processingOperations
  & typeof proofOperations
  & typeof registerOperations
  & typeof ruleOperations
  & typeof scannerOperations
  & typeof scheduleOperations
  & typeof siteOperations
  & typeof sortingOperations
  & typeof trayOperations
  & typeof visaOperations
  & typeof paperTwinOperations
  & typeof workOperations;

/** The whole API, additive within v1. Sidecars give each operation its handler; OpenAPI and the front end's types come from here. */
export const contract: Contract = {
  ...common,
  ...affairOperations,
  ...batchOperations,
  ...beneficiaryOperations,
  ...campaignOperations,
  ...clockOperations,
  ...correspondentOperations,
  ...delegationOperations,
  ...executionOperations,
  ...forecastOperations,
  ...formOperations,
  ...holdOperations,
  ...intakeOperations,
  ...noticeOperations,
  ...paperOperations,
  ...readingOperations,
  ...recordOperations,
  ...processingOperations,
  ...proofOperations,
  ...registerOperations,
  ...ruleOperations,
  ...scannerOperations,
  ...scheduleOperations,
  ...siteOperations,
  ...sortingOperations,
  ...trayOperations,
  ...visaOperations,
  ...paperTwinOperations,
  ...workOperations,
};
export type OperationName = keyof Contract;
/** All of them by name; said here once, since the compiler takes seconds to see that each is one. */
export const operations = Object.entries(contract as unknown as { readonly [name in OperationName]: Operation });
