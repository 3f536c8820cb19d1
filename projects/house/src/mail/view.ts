import { actsFor, allowedActions, dayIn, daysBetween, isExtendable, mailActions, type MailAction, type MailForRights, type Person, type Settings } from '@bannette/domain';
import { notFound, type Mail } from '@bannette/http';
import type { Database } from '@bannette/store';
import type { Selectable } from 'kysely';
import type { House } from '../house.js';
import { beneficiariesOf } from '../beneficiaries.js';
import { absencesOf } from '../delegations.js';
import { requireRight } from './access.js';
import { acceptedBySilence, clockFactsOf, readClocks } from './clocks.js';
import { dispatchedOf } from './dispatched.js';
import { holdsShown } from './held.js';
import { toLine } from './line.js';
import { affairOf, linksOf, possibleDuplicates } from './links.js';
import { markedFor, marksOf } from './marks.js';
import { paperOf } from './paper.js';
import { remindersShown } from './reminders.js';
import { forRights, selectMailToView, type MailListRow, type MailViewRow } from './row.js';
import { workOn } from './work.js';

/**
 * The whole mail as `person` may see it. Who calls has already checked that they may know of it, or names the right that
 * they need; one who has just sent it to where they may no longer open it is given its line and how to undo that.
 */
export async function viewMail(house: House, person: Person, id: string, right?: MailAction): Promise<Mail> {
  const { db } = house.store;
  const mail = await selectMailToView(db, id).select(markedFor(house, person)).executeTakeFirst();
  if (!mail) throw notFound('mail');
  if (right) requireRight(person, right, mail);
  const has = new Set(mail.has);
  const settings = await house.settings();
  const [documents, links, undo, carried] = await Promise.all([
    db.selectFrom('document').selectAll().where('mail_id', '=', id).orderBy('position').execute(),
    has.has('links') || has.has('answers') || mail.answer_of ? linksOf(db, person, mail) : [],
    has.has('undo') ? db.selectFrom('undo').select(['token', 'action', 'until']).where('mail_id', '=', id).where('actor', '=', person.id).where('until', '>', house.now()).executeTakeFirst() : undefined,
    has.has('attachments') ? carriedBy(house, id) : () => undefined,
  ]);
  const namedOn = await beneficiariesOf(db, person, settings, has.has('beneficiaries') ? documents.map((document) => document.id) : []);
  const row = settings.schedule.rows.find(({ code }) => code === mail.schedule_row);
  const seen = {
    ...toLine(mail, { person, settings, now: house.now() }),
    mirror: mail.applied_version === mail.desired_version ? ('applied' as const) : ('pending' as const),
    revision: mail.revision,
    actions: allowedActions(person, forRights(mail), mailActions).filter((action) => (mail.unscanned || (action !== 'handOver' && action !== 'receive')) && (action !== 'passOn' || mail.site !== null || settings.sites.some(({ mailRoom }) => mailRoom))),
    undo: undo && { token: undo.token, action: undo.action, until: undo.until.toISOString() },
  };
  if (seen.masked) return { ...seen, copies: [], documentsList: [], notesList: [], links: [] };
  const [clocks, dispatched] = await Promise.all([clocksOf(house, mail, settings), has.has('dispatched') ? dispatchedOf(db, person, id) : undefined]);
  const holds = await holdsShown(db, person, mail, documents, settings, house.now());
  return {
    ...seen,
    actions: seen.actions.filter((action) => !holds?.stopped.includes(action) && (action !== 'extend' || (clocks.clocks ?? []).some(({ extendable }) => extendable)) && (action !== 'attest' || acceptedBySilence(clocks.clocks ?? []) !== undefined) && (action !== 'dispatch' || (house.post.sends && dispatched?.some((letter) => letter.id === id && letter.state !== 'waiting')))),
    holds,
    ...marksOf(mail),
    nodeId: mail.node_id ?? undefined,
    summary: mail.summary ?? undefined,
    documentDate: mail.document_date ?? undefined,
    postmarkDate: mail.postmark_date ?? undefined,
    registeredAt: mail.registered_at?.toISOString(),
    closedAt: mail.closed_at?.toISOString(),
    closingReason: mail.closing_reason ?? undefined,
    correspondent: mail.correspondent ?? undefined,
    parties: mail.parties.length ? [...mail.parties] : undefined,
    entry: mail.entry ?? undefined,
    fields: Object.keys(mail.fields).length ? (mail.fields as Mail['fields']) : undefined,
    copies: mail.copies,
    forFunction: mail.for_function ?? undefined,
    routeBecause: mail.route_because ?? undefined,
    dueBecause: mail.due_because ?? undefined,
    proposals: mail.state === 'toQualify' ? mail.proposals : undefined,
    documentsList: documents.map((document) => ({ ...toDocument(document), attachments: carried(document.sha512), beneficiaries: namedOn(document.id) })),
    ...(await workOn(house, person, mail, settings)),
    assigneeAway: await awayFrom(house, mail, settings),
    ...namesFor(person, forRights(mail), seen.actions),
    links,
    affair: await affairOf(db, person, mail),
    possibleDuplicates: (has.has('duplicates') && (await possibleDuplicates(db, person, id))) || undefined,
    ...clocks,
    dispatched,
    reminders: await remindersShown(house, mail, settings),
    retention: row && { row: row.code, label: row.label, years: row.years, trigger: row.trigger, triggerDay: mail.retention_trigger ?? undefined, dueDate: mail.retention_due ?? undefined, finalSort: row.finalSort, agreed: !!row.agreed },
    depositId: mail.deposit_id ?? undefined,
    paper: await paperOf(house.store.db, mail, settings),
    batch: seen.actions.includes('qualify') ? await batchOf(house, id) : undefined,
  };
}

/** Clocks of the law as they stand today, and what moves them. */
async function clocksOf(house: House, mail: MailViewRow, settings: Settings): Promise<Pick<Mail, 'clocks' | 'missing' | 'firstReceived' | 'transmittedTo'>> {
  if (mail.category !== 'incoming') return {};
  const { facts, missing } = await clockFactsOf(house.store.db, mail, settings, mail.has);
  const today = dayIn(settings.authority.timeZone, house.now());
  const clocks = facts && mail.service ? readClocks(mail, facts, settings, today) : [];
  const of = (code: string) => settings.clocks.find((clock) => clock.code === code);
  return {
    ...(clocks.length ? { clocks: clocks.map(({ because, ...clock }) => ({ ...clock, label: of(clock.code)?.label ?? clock.code, source: of(clock.code)?.source, extendable: isExtendable(of(clock.code), { ...clock, because }) || undefined, daysLeft: clock.due === undefined ? undefined : daysBetween(today, clock.due), because: [...because] })) } : {}),
    ...(missing.length ? { missing: missing.map(({ id, pieces, asked_on, until, completed_on, asked_by, unsent }) => ({ id, unsent: unsent || undefined, pieces, askedOn: asked_on, until, completedOn: completed_on ?? undefined, askedBy: asked_by })) } : {}),
    firstReceived: mail.first_received_on ? { on: mail.first_received_on, authority: mail.first_authority ?? undefined } : undefined,
    transmittedTo: mail.transmitted_to ?? undefined,
  };
}

/** Whether who treats it is away today, and who replaces them for it. */
async function awayFrom(house: House, mail: MailListRow, settings: Settings): Promise<Mail['assigneeAway']> {
  if (!mail.assignee) return undefined;
  const today = dayIn(settings.authority.timeZone, house.now());
  return (await absencesOf(house.store.db, house.entityId, [mail.assignee], today, { type: mail.type ?? undefined, service: mail.service ?? undefined })).get(mail.assignee);
}

/** Which actions `person` would do in whose name. */
function namesFor(person: Person, mail: MailForRights, actions: readonly MailAction[]): Pick<Mail, 'actsFor'> {
  if (!person.replaces?.length) return {};
  const named = actions.flatMap((action) => {
    const replaced = actsFor(person, action, mail)?.person;
    return replaced ? [{ action, id: replaced.id, displayName: replaced.displayName }] : [];
  });
  const people = named.filter(({ id }, index) => named.findIndex((other) => other.id === id) === index);
  return people.length ? { actsFor: people.map(({ id, displayName }) => ({ id, displayName, actions: named.filter((one) => one.id === id).map(({ action }) => action) })) } : {};
}

/** The batch that its document was cut out of, its pages there, and whether the document before it still waits, too. */
async function batchOf(house: House, mailId: string): Promise<Mail['batch']> {
  const { db } = house.store;
  const pages = await db
    .selectFrom('deposit_file')
    .innerJoin('batch_page', 'batch_page.part_id', 'deposit_file.id')
    .innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id')
    .select(['batch_page.file_id', 'batch_page.number', 'deposit.batch_id'])
    .where('deposit_file.mail_id', '=', mailId)
    .where('deposit_file.state', '=', 'read')
    .orderBy('batch_page.file_id')
    .orderBy('batch_page.number')
    .execute();
  const [first] = pages;
  if (!first) return undefined;
  const own = { id: first.file_id, pages: pages.filter(({ file_id }) => file_id === first.file_id).map(({ number }) => number) };
  if (first.batch_id) return { ...own, desk: first.batch_id, before: await waitsBefore(house, first.batch_id, mailId) };
  const before = await db
    .selectFrom('batch_page')
    .innerJoin('deposit_file', 'deposit_file.id', 'batch_page.part_id')
    .innerJoin('mail', 'mail.id', 'deposit_file.mail_id')
    .select(['mail.id', 'mail.state'])
    .where('batch_page.file_id', '=', first.file_id)
    .where('batch_page.number', '<', first.number)
    .orderBy('batch_page.number', 'desc')
    .executeTakeFirst();
  return { ...own, before: before !== undefined && before.id !== mailId && before.state === 'toQualify' };
}

/** Whether the envelope before it in the plan of the batch is a mail that still waits to be qualified. */
async function waitsBefore(house: House, batchId: string, mailId: string): Promise<boolean> {
  const { db } = house.store;
  const { plan } = await db.selectFrom('batch').select('plan').where('id', '=', batchId).executeTakeFirstOrThrow();
  const mails = await db.selectFrom('batch_envelope').innerJoin('mail', 'mail.id', 'batch_envelope.mail_id').select(['batch_envelope.id', 'mail_id', 'mail.state']).where('batch_id', '=', batchId).execute();
  const at = plan.envelopes.findIndex(({ id }) => mails.some((one) => one.id === id && one.mail_id === mailId));
  return mails.some((one) => one.id === plan.envelopes[at - 1]?.id && one.state === 'toQualify');
}

/** Files that a document carries, as was seen when it was read. */
async function carriedBy(house: House, mailId: string): Promise<(sha512: string) => { name: string; size?: number }[] | undefined> {
  const files = await house.store.db.selectFrom('deposit_file').select(['sha512', 'attachments']).where('mail_id', '=', mailId).execute();
  return (sha512) => {
    const found = files.find((file) => file.sha512 === sha512)?.attachments;
    return found?.length ? [...found] : undefined;
  };
}

function toDocument(document: Selectable<Database['document']>): Omit<Mail['documentsList'][number], 'beneficiaries'> {
  return {
    id: document.id,
    role: document.role,
    name: document.name,
    mediaType: document.media_type,
    size: document.size,
    sha512: document.sha512,
    pages: document.pages,
    confidence: document.confidence ?? undefined,
    nodeId: document.node_id ?? undefined,
    searchableNodeId: (document.searchable_sha512 === null && document.media_type === 'application/pdf' ? document.node_id : document.searchable_node_id) ?? undefined,
    warnings: [...document.warnings],
    nature: document.nature ?? undefined,
    natureProposal: (document.nature ? undefined : document.nature_proposal) ?? undefined,
    beneficiaryUnknown: document.beneficiary_unknown,
  };
}
