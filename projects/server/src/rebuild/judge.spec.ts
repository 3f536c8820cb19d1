import { hear } from './heard.js';
import { judgeRow, withinRights } from './judge.js';
import { checkOf, tell, type Told } from '@bannette/registration';
import type { MailRow } from '@bannette/house';
import type { JournalEntry, JsonObject } from '@bannette/store';
import type { Evidence } from './evidence.js';

const nowhere: Told = { intermediate_at: null, first_received_on: null, first_authority: null, registration_receipt_on: null, receipt_on: null, extended_on: null, transmitted_to: null, letter_kind: null, affair_id: null, message_id: null, in_reply_to: null, message_references: null, kind: null, entry: null, parties: null, fields: null, priority: null, for_function: null, category: 'incoming', state: 'toQualify', deposit_id: null, channel: 'post', register: null, year: null, number: null, chrono: null, subject: null, summary: null, type: null, correspondent: null, service: null, wanted_service: null, tray: null, copies: [], assignee: null, assignee_name: null, confidentiality: 0, compartment: null, route_because: null, due_because: null, due_date: null, document_date: null, postmark_date: null, received_at: null, departure_date: null, registered_at: null, closed_at: null, closing_reason: null, answer_of: null, let_through: false, schedule_row: null, declared_trigger: null, retention_trigger: null, retention_due: null, node_name: null, site: null, mail_rooms: null, node_path: null, created_at: null, unscanned: null, envelope: null, handed_over: null, endorsement: null, endorsement_last: null, endorsed_on: null, scanner: null, box: null };
const distributed: Told = { ...nowhere, state: 'distributed', register: 'incoming', year: 2026, number: 7, chrono: 'A-2026-000007', node_name: 'A-2026-000007', node_path: '2026/01/05', type: 'VOIRIE', subject: 'Fossé', service: 'ROUTES', tray: 'routes', received_at: '2026-01-05', route_because: { code: 'route.rule', params: {} } };
const row = (told: Told, versions = { desired_version: 3, applied_version: 3 }): MailRow => ({ id: '01890000-0000-7000-8000-000000000001', revision: 2, readers: ['GROUP_GEC_COURRIER', 'GROUP_GEC_S_ROUTES'], listers: ['GROUP_GEC_COURRIER', 'GROUP_GEC_S_ROUTES'], ...told, ...versions }) as unknown as MailRow;

let seq = 0;
const entry = (type: string, actor: string, data: JsonObject = {}, personal?: JsonObject): JournalEntry => ({ seq: ++seq, entityId: 'default', at: new Date('2026-01-05T09:00:00Z'), type, subjectKind: 'mail', subjectId: '', actor, data, personal, personalErased: false, hash: '' });
const because = distributed.route_because as unknown as JsonObject;
const upToDistribution = [entry('mail.captured', 'system'), entry('mail.registered', 'clara', { chrono: 'A-2026-000007', type: 'VOIRIE', receivedAt: '2026-01-05' }), entry('mail.distributed', 'system', { tray: 'routes', service: 'ROUTES', because })];
const evidence = (entries: readonly JournalEntry[], node?: { told: Told; check?: string; version?: number }, fromLostEntry = false): Evidence => ({
  id: '', documents: [], heard: hear(entries), documentNodes: new Map(), fromLostEntry,
  mirrored: node && { id: '', entity: 'default', nodeId: 'n', told: node.told, intact: node.check === checkOf(node.told), ...(node.check ? { facts: { version: node.version ?? 3, revision: 2, check: node.check, warnings: {}, archives: {}, forWhom: {} } } : {}) },
});
const verdict = (told: Told, ...of: Parameters<typeof evidence>): string => {
  const found = judgeRow(row(told), evidence(...of));
  return found ? `${found.kind} ${found.columns.join()}` : 'agree';
};
const state = (...entries: readonly JournalEntry[]): (string | null | undefined)[] => {
  const { columns, whole } = hear([...upToDistribution, ...entries]);
  return [whole ? columns.state : 'not whole', columns.service, columns.assignee];
};

describe('The journal of a mail', () => {
  it('tells what an undo brought back, whatever the house did in between', () => {
    expect(state(entry('mail.taken', 'sophie'))).toEqual(['inProgress', 'ROUTES', 'sophie']);
    expect(state(entry('mail.taken', 'sophie'), entry('mail.undone', 'sophie', { action: 'take' }))).toEqual(['distributed', 'ROUTES', null]);
    const rerouted = [entry('mail.rerouted', 'sophie', { service: 'FINANCES' }), entry('mail.distributed', 'system', { tray: 'finances', service: 'FINANCES', because })];
    expect(state(...rerouted)).toEqual(['distributed', 'FINANCES', null]);
    expect(state(...rerouted, entry('mail.undone', 'sophie', { action: 'reroute' }))).toEqual(['distributed', 'ROUTES', null]);
  });

  it('tells where it came in, to whom it was passed on, and who took a closed service’s trays over', () => {
    const nord = { site: 'BREVELLES', mailRooms: ['GROUP_GEC_COURRIER__BREVELLES'] };
    const sud = { site: 'MONTCOURBE', mailRooms: ['GROUP_GEC_COURRIER__MONTCOURBE'] };
    const captured = entry('mail.captured', 'system', nord);
    const place = (...entries: readonly JournalEntry[]): unknown[] => {
      const { columns, whole } = hear(entries);
      return whole ? [columns.site, columns.mail_rooms] : ['not whole'];
    };
    expect(place(captured)).toEqual(['BREVELLES', ['GROUP_GEC_COURRIER__BREVELLES']]);
    expect(place(captured, entry('mail.passedOn', 'gaelle', sud))).toEqual(['MONTCOURBE', ['GROUP_GEC_COURRIER__MONTCOURBE']]);
    expect(place(captured, entry('mail.passedOn', 'gaelle', sud), entry('mail.undone', 'gaelle', { action: 'passOn' }))).toEqual(['BREVELLES', ['GROUP_GEC_COURRIER__BREVELLES']]);
    expect(place(captured, entry('mail.mailRoomsChanged', 'system', { site: 'BREVELLES', mailRooms: null }))).toEqual(['BREVELLES', null]);
    expect(place(entry('mail.captured', 'system'))).toEqual([null, null]);
    expect(state(entry('mail.taken', 'sophie'), entry('mail.trayMoved', 'system', { tray: 'ponts', service: 'PONTS' }))).toEqual(['distributed', 'PONTS', null]);
  });

  it('is not believed where it begins in the middle, or tells what is not understood', () => {
    expect(hear(upToDistribution.slice(1)).whole).toBeFalse();
    expect(state(entry('mail.teleported', 'sophie'))[0]).toBe('not whole');
    expect(state(entry('mail.undone', 'sophie', { action: 'take' }))[0]).toBe('not whole');
    expect(state(entry('alfresco.renamed', 'lucas'))[0]).toBe('distributed');
  });
});

describe('Between row, node and journal', () => {
  const whole = { told: distributed, check: checkOf(distributed) };

  it('who still says what was written is believed', () => {
    expect(verdict(distributed, upToDistribution, whole)).toBe('agree');
    expect(verdict({ ...distributed, subject: 'Autre' }, upToDistribution, whole)).toBe('rowDamaged subject');
    expect(verdict(distributed, upToDistribution, { ...whole, told: { ...distributed, subject: 'Autre' } })).toBe('nodeEdited subject');
    expect(verdict({ ...distributed, subject: 'Autre' }, upToDistribution, { ...whole, told: { ...distributed, subject: 'Encore autre' } })).toBe('unclear subject');
    expect(verdict({ ...distributed, state: 'closed' }, upToDistribution)).toBe('rowDamaged state');
  });

  it('a row and its node that agree against the journal are for a person to look at', () => {
    const both = { ...distributed, tray: 'ponts' };
    expect(verdict(both, upToDistribution, { told: both, check: checkOf(both) })).toBe('unclear tray');
  });

  it('a node from after the backup is believed only when nobody touched it', () => {
    const later: Told = { ...distributed, state: 'closed' };
    expect(verdict(distributed, upToDistribution, { told: later, check: checkOf(later), version: 4 }, true)).toBe('rowOlder state');
    expect(verdict(distributed, upToDistribution, { ...whole, told: later, version: 4 }, true)).toBe('unclear state');
  });

  it('a node of an older version of Bannette is sent again when it agrees, and else left alone', () => {
    expect(verdict(distributed, upToDistribution, { told: distributed })).toBe('nodeWithoutFacts ');
    expect(verdict(distributed, upToDistribution, { told: { ...distributed, state: 'closed' } })).toBe('unclear state');
  });

  it('an older Alfresco is made equal again', () => {
    expect(verdict(distributed, upToDistribution, { ...whole, version: 2 })).toBe('nodeOlder ');
  });

  it('readers that do not follow from the rest are mended', () => {
    const opened = { ...row(distributed), readers: ['GROUP_EVERYONE'] };
    expect(judgeRow(opened, evidence(upToDistribution, whole))).toEqual(jasmine.objectContaining({ kind: 'rowDamaged', columns: ['readers'], row: tell(opened) }));
  });
});

describe('The rights of a mail that is written again', () => {
  it('are those that its node has, or less', () => {
    expect(withinRights(distributed, ['bannette-svc', 'GROUP_GEC_COURRIER', 'GROUP_GEC_S_ROUTES', 'GROUP_GEC_S_FINANCES'])).toEqual({ row: distributed });
    const { row: narrowed, doubt } = withinRights({ ...distributed, copies: ['FINANCES'] }, ['GROUP_GEC_COURRIER', 'GROUP_GEC_S_ROUTES']);
    expect([narrowed.state, narrowed.service, narrowed.copies, doubt]).toEqual(['registered', null, [], 'widerThanNode']);
  });

  it('never open a delegation’s letter to the central mail room: where the row has forgotten, the node still says whose it is', () => {
    const waiting: Told = { ...distributed, state: 'registered', service: null, tray: null };
    const { row: kept, doubt } = withinRights(waiting, ['bannette-svc', 'GROUP_GEC_COURRIER__BREVELLES']);
    expect([kept.mail_rooms, kept.state, doubt]).toEqual([['GROUP_GEC_COURRIER__BREVELLES'], 'registered', undefined]);
    const { row: back } = withinRights(distributed, ['bannette-svc', 'GROUP_GEC_COURRIER__BREVELLES', 'GROUP_GEC_S_ROUTES']);
    expect([back.mail_rooms, back.service]).toEqual([['GROUP_GEC_COURRIER__BREVELLES'], null]);
    const own: Told = { ...distributed, site: 'BREVELLES', mail_rooms: ['GROUP_GEC_COURRIER__BREVELLES'] };
    expect(withinRights(own, ['GROUP_GEC_COURRIER__BREVELLES', 'GROUP_GEC_S_ROUTES'])).toEqual({ row: own });
    expect(withinRights(waiting, ['GROUP_GEC_COURRIER'])).toEqual({ row: waiting });
  });

  it('are the mail room’s where there is no node to compare, and what had ended stays ended', () => {
    const { row: closed, doubt } = withinRights({ ...distributed, state: 'closed' }, undefined);
    expect([closed.state, closed.service, doubt]).toEqual(['closed', null, 'noNode']);
  });
});
