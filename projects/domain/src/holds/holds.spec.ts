import { addDays, addMonths } from '../calendar/day.js';
import { mailActions } from '../mail/actions.js';
import { holdKinds, holdScopeKinds } from '../records/words.js';
import type { Person } from '../rights/roles.js';
import { hasHolds, holdKindsFor, mayChangeHold, mayExceptFromRestriction, mayPlaceHold, mayReadHoldReason, seesAllHolds } from './rights.js';
import { reviewFlaw, reviewStateOf } from './review.js';
import { stoppedByHold } from './stops.js';

const person = (id: string, ...groups: string[]): Person => ({ id, displayName: id, groups });
const people = {
  archivist: person('archivist', 'GROUP_GEC_ARCHIVES'),
  dpo: person('dpo', 'GROUP_GEC_DPO'),
  head: person('head', 'GROUP_GEC_S_ROUTES', 'GROUP_GEC_S_ROUTES__RESPONSABLE'),
  secretary: person('secretary', 'GROUP_GEC_S_ROUTES', 'GROUP_GEC_S_ROUTES__SECRETARIAT'),
  mailRoom: person('mailRoom', 'GROUP_GEC_COURRIER'),
  guest: person('guest', 'GROUP_GEC_ARCHIVISTES'),
  approver: person('approver', 'GROUP_GEC_ELIMINATION'),
  named: person('named', 'GROUP_OTHER__RESPONSABLE'),
};
const whoIs = (test: (one: Person) => boolean): string => Object.values(people).filter(test).map(({ id }) => id).join(' ');

describe('Holds', () => {
  it('are placed by the archives, by the DPO to limit processing, and by heads for litigation', () => {
    const kinds = Object.fromEntries(holdScopeKinds.map((scope) => [scope, Object.values(people).map((one) => `${one.id}: ${holdKindsFor(one, scope).join('+') || '-'}`).filter((line) => !line.endsWith('-'))]));
    const [archivist, dpo, head] = [`archivist: ${holdKinds.join('+')}`, 'dpo: restriction', 'head: litigation'];
    expect(kinds).toEqual({ mails: [archivist, dpo, head], affair: [archivist, dpo, head], correspondent: [archivist, dpo], beneficiary: [archivist, dpo], row: [archivist] });
  });

  it('of a head take mails of their own service only', () => {
    const litigation = { kind: 'litigation', scope: 'mails' } as const;
    expect([mayPlaceHold(people.head, litigation, ['ROUTES']), mayPlaceHold(people.head, litigation, ['ROUTES', 'EAU']), mayPlaceHold(people.head, litigation, ['ROUTES', undefined]), mayPlaceHold(people.archivist, litigation, ['EAU', undefined])]).toEqual([true, false, false, true]);
    expect([mayPlaceHold(people.head, { kind: 'restriction', scope: 'mails' }, ['ROUTES']), mayPlaceHold(people.dpo, litigation, ['ROUTES']), mayPlaceHold(people.dpo, { kind: 'restriction', scope: 'row' }, [])]).toEqual([false, false, false]);
  });

  it('are changed and released by the archives, by the DPO where they limit processing, by the head who placed them', () => {
    expect(whoIs((one) => mayChangeHold(one, { kind: 'litigation', createdBy: 'head' }))).toBe('archivist head');
    expect(whoIs((one) => mayChangeHold(one, { kind: 'litigation', createdBy: 'secretary' }))).toBe('archivist');
    expect(whoIs((one) => mayChangeHold(one, { kind: 'restriction', createdBy: 'head' }))).toBe('archivist dpo');
  });

  it('are seen by those, and their reason on a mail by the head of its service too', () => {
    expect([whoIs(seesAllHolds), whoIs(hasHolds)]).toEqual(['archivist dpo', 'archivist dpo head']);
    expect(whoIs((one) => mayReadHoldReason(one, { kind: 'litigation', createdBy: 'mailRoom' }, 'ROUTES'))).toBe('archivist dpo head mailRoom');
    expect(whoIs((one) => mayReadHoldReason(one, { kind: 'litigation', createdBy: 'x' }, undefined))).toBe('archivist dpo');
    expect(whoIs((one) => mayExceptFromRestriction(one, 'ROUTES'))).toBe('dpo head');
    expect(whoIs((one) => mayExceptFromRestriction(one, 'EAU'))).toBe('dpo');
  });

  it('are looked at again within two years, unless the settings say otherwise', () => {
    const today = '2024-02-29';
    expect(['2024-02-28', today, addDays(today, 1), addMonths(today, 24), addDays(addMonths(today, 24), 1)].map((day) => reviewFlaw(day, today))).toEqual(['reviewPast', 'reviewPast', undefined, undefined, 'reviewTooFar']);
    expect(reviewFlaw('2024-09-01', today, 6)).toBe('reviewTooFar');
    expect([today, addDays(today, 1), addDays(today, 30), addDays(today, 31)].map((day) => reviewStateOf(day, today))).toEqual(['passed', 'soon', 'soon', 'later']);
  });

  it('stop what does away with a mail, whatever their kind; nothing is stopped where there is none', () => {
    for (const kind of holdKinds) {
      expect(mailActions.filter((action) => stoppedByHold(action, 'registered', { kinds: [kind], excepted: false }) === 'held')).withContext(kind).toEqual(['void', 'markDuplicate']);
      expect(mailActions.filter((action) => stoppedByHold(action, 'closed', { kinds: [kind], excepted: false }))).withContext(kind).toEqual(kind === 'restriction' ? ['passOn', 'copy', 'reroute', 'answer', 'askPieces', 'transmit', 'askOpinion'] : []);
    }
    expect(mailActions.filter((action) => stoppedByHold(action, 'registered', { kinds: [], excepted: false }))).toEqual([]);
  });

  it('that limit processing leave treatment to be ended, and everything once somebody allowed it', () => {
    const limited = { kinds: ['litigation', 'restriction'], excepted: false } as const;
    expect((['answer', 'reroute', 'copy', 'close', 'closeWithoutAnswer', 'note', 'take', 'assign', 'shelve'] as const).map((action) => stoppedByHold(action, 'inProgress', limited))).toEqual(['processingRestricted', 'processingRestricted', 'processingRestricted', undefined, undefined, undefined, undefined, undefined, undefined]);
    expect([stoppedByHold('answer', 'inProgress', { ...limited, excepted: true }), stoppedByHold('void', 'distributed', { ...limited, excepted: true })]).toEqual([undefined, 'held']);
  });
});
