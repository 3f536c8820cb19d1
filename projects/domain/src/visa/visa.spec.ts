import { houseGroups } from '../rights/groups.js';
import { isGuest } from '../rights/guests.js';
import { afterVisa, fromRefused, hadPart, isDigestOf, visaFlaw, type GivenVisa, type LineDecision } from './visa.js';

const manifest = 'a1b2c3d4e5f60718'.padEnd(128, '9');
const list = { lines: [1, 2, 3], manifest, submittedOn: '2026-11-02', today: '2026-11-22' };
const all: readonly LineDecision[] = [{ line: 1, visa: 'granted' }, { line: 2, visa: 'refused', reason: 'intérêt historique' }, { line: 3, visa: 'granted' }];
const given = (more: Partial<GivenVisa> = {}): GivenVisa => ({ decisions: all, digest: manifest, on: '2026-11-20', ...more });

describe('A visa', () => {
  it('counts for exactly the list that was sent, each line decided once', () => {
    expect(visaFlaw(given(), list)).toBeUndefined();
    expect(visaFlaw(given({ digest: 'b'.repeat(128) }), list)?.code).toBe('visaOtherList');
    expect(visaFlaw(given({ decisions: all.slice(1) }), list)).toEqual({ code: 'visaLineOpen', params: { line: 1 } });
    expect(visaFlaw(given({ decisions: [...all, { line: 4, visa: 'granted' }] }), list)).toEqual({ code: 'visaUnknownLine', params: { line: 4 } });
    expect(visaFlaw(given({ decisions: [...all, { line: 2, visa: 'granted' }] }), list)).toEqual({ code: 'visaLineTwice', params: { line: 2 } });
    expect(visaFlaw(given({ decisions: [] }), list)?.code).toBe('visaLineOpen');
  });

  it('refuses no line without a reason', () => {
    for (const reason of [undefined, '', '  ']) expect(visaFlaw(given({ decisions: [all[0] as LineDecision, { line: 2, visa: 'refused', ...(reason === undefined ? {} : { reason }) }, all[2] as LineDecision] }), list)).withContext(String(reason)).toEqual({ code: 'visaNoReason', params: { line: 2 } });
  });

  it('is of a day between the sending and today', () => {
    expect(visaFlaw(given({ on: '2026-11-02' }), list)).toBeUndefined();
    expect(visaFlaw(given({ on: '2026-11-22' }), list)).toBeUndefined();
    expect(visaFlaw(given({ on: '2026-11-23' }), list)?.code).toBe('dayInFuture');
    expect(visaFlaw(given({ on: '2026-11-01' }), list)?.code).toBe('visaBeforeSubmission');
  });

  it('on paper is tied to the list by what is printed of its digest, 16 characters at least', () => {
    for (const typed of ['a1b2c3d4e5f60718', 'A1B2 C3D4 E5F6 0718', 'a1b2c3d4e5f60718…', `${manifest}`]) expect(isDigestOf(typed, manifest)).withContext(typed).toBeTrue();
    for (const typed of ['a1b2c3d4e5f6071', '', '                ', 'a1b2c3d4e5f60719', '0000000000000000', 'g1b2c3d4e5f60718', `${manifest}0`]) expect(isDigestOf(typed, manifest)).withContext(typed).toBeFalse();
  });

  it('that grants no line ends the campaign, and one that grants some goes on', () => {
    expect(afterVisa(all)).toBe('cooling');
    expect(afterVisa([{ line: 1, visa: 'refused', reason: 'x' }])).toBe('refused');
    expect(afterVisa([])).toBe('refused');
  });

  it('that comes back with lines struck out grants the others', () => {
    expect(fromRefused([1, 2, 3], [{ line: 2, reason: 'intérêt historique' }])).toEqual(all);
    expect(visaFlaw(given({ decisions: fromRefused([1, 2, 3], [{ line: 9, reason: 'x' }]) }), list)?.code).toBe('visaUnknownLine');
  });

  it('is given by nobody who had a part in the list', () => {
    const persons = { createdBy: 'a', validatedBy: 'b', approvedBy: 'c', submittedBy: 'd', signedBy: ['e', 'f'] };
    for (const person of 'abcdef') expect(hadPart(person, persons)).withContext(person).toBeTrue();
    expect(hadPart('g', persons)).toBeFalse();
  });
});

describe('A guest', () => {
  const person = (...groups: string[]) => ({ id: 'x', displayName: 'X', groups });
  it('is an archivist and nothing else in the house, whatever they are elsewhere', () => {
    expect(isGuest(person(houseGroups.archivists))).toBeTrue();
    expect(isGuest(person('GROUP_EVERYONE', 'GROUP_site_swsdp', houseGroups.archivists))).toBeTrue();
    for (const other of Object.values(houseGroups).filter((group) => group !== houseGroups.archivists)) expect(isGuest(person(houseGroups.archivists, other))).withContext(other).toBeFalse();
    expect(isGuest(person(houseGroups.archivists, 'GROUP_GEC_S_ROUTES'))).toBeFalse();
    expect(isGuest(person('GROUP_EVERYONE'))).toBeFalse();
    expect(isGuest(person())).toBeFalse();
  });
});
