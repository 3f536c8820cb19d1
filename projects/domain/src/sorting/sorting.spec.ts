import { houseGroups } from '../rights/groups.js';
import type { Person } from '../rights/roles.js';
import type { ScheduleRow } from '../settings/schedule.js';
import { agreementFlaw, otherDecision } from './agreement.js';
import { pick, ruleFault, unitsOf, type SortingCandidate, type SortingRule } from './pick.js';
import { everWithSorting, mayWithSorting } from './rights.js';
import { sortedInRow, sortedOutRow, unsortedCode, withSortedOut } from './rows.js';
import { nextSortingState, sortingActions, sortingStates } from './states.js';

const mail = (number: number, more: Partial<SortingCandidate> = {}): SortingCandidate => ({ mail: `m${String(number).padStart(3, '0')}`, chrono: `A-2018-${number}`, year: 2018, ...more });
const kept = (mails: readonly SortingCandidate[], rule: SortingRule): string[] => unitsOf(mails).filter((unit) => pick(unit, rule) === 'kept').flatMap((unit) => unit.mails.map((one) => one.mail));
const ten = Array.from({ length: 10 }, (_, index) => mail(index + 1));

describe('Sorting', () => {
  it('takes one in n by rank of the register number, whatever the order in which mails come', () => {
    const rule = { by: 'rank', every: 4, first: 2 } as const;
    expect(kept(ten, rule)).toEqual(['m002', 'm006', 'm010']);
    expect(kept([...ten].reverse(), rule)).toEqual(kept(ten, rule));
    for (const every of [1, 2, 3, 7, 10]) expect(kept(ten, { by: 'rank', every, first: 1 }).length).withContext(`1 in ${every}`).toBe(Math.ceil(10 / every));
  });

  it('counts ranks through years, and whole affairs as one', () => {
    const mails = [mail(1, { year: 2019 }), mail(9), mail(3, { affair: 'a' }), mail(12, { affair: 'a', year: 2019 }), mail(2)];
    expect(unitsOf(mails).map(({ id, rank, mails: of }) => [id, rank, of.length])).toEqual([['m002', 1, 1], ['a', 2, 2], ['m009', 3, 1], ['m001', 4, 1]]);
    expect(kept(mails, { by: 'rank', every: 4, first: 2 })).toEqual(['m003', 'm012']);
  });

  it('takes one year in n, before the first as well', () => {
    const years = [2012, 2015, 2016, 2018, 2020].map((year, index) => mail(index, { year }));
    expect(kept(years, { by: 'years', every: 5, first: 2015 })).toEqual(['m001', 'm004']);
    expect(kept(years, { by: 'years', every: 3, first: 2018 })).toEqual(['m000', 'm001', 'm003']);
  });

  it('takes kinds, services, words of the subject and letters of the name, without regard to accents and capitals', () => {
    const mails = [mail(1, { type: 'RECOURS', service: 'DGS' }), mail(2, { subject: 'Inondation à Sète', correspondent: 'Évrard Jean' }), mail(3, { subject: 'Inondations', correspondent: 'van Eyck' })];
    expect(kept(mails, { by: 'types', of: ['RECOURS'] })).toEqual(['m001']);
    expect(kept(mails, { by: 'services', of: ['DGS', 'ROUTES'] })).toEqual(['m001']);
    expect(kept(mails, { by: 'words', of: ['INONDATION', 'crue'] })).toEqual(['m002']);
    expect(kept(mails, { by: 'letters', of: ['e'] })).toEqual(['m002']);
    expect(kept(mails, { by: 'hand' })).toEqual([]);
  });

  it('keeps an affair whole as soon as one of its mails is kept', () => {
    expect(kept([mail(1, { affair: 'a' }), mail(2, { affair: 'a', type: 'RECOURS' }), mail(3)], { by: 'types', of: ['RECOURS'] })).toEqual(['m001', 'm002']);
  });

  it('refuses rules that pick nothing, and letters where data are special or nobody has said what they are', () => {
    expect(ruleFault({ by: 'rank', every: 3, first: 4 }, 'none')).toBe('ruleFirst');
    expect(ruleFault({ by: 'words', of: [' ', '-'] }, 'none')).toBe('ruleNothing');
    expect(ruleFault({ by: 'letters', of: ['B', 'b'] }, 'none')).toBe('ruleTwice');
    expect((['none', 'ordinary', 'special', undefined] as const).map((data) => ruleFault({ by: 'letters', of: ['B'] }, data))).toEqual([undefined, undefined, 'ruleLetters', 'ruleLetters']);
  });

  it('files what is not kept under a row of its own that can be eliminated, what is kept under one that cannot', () => {
    const row: ScheduleRow = { code: 'REC-03', label: 'Réclamations', years: 5, trigger: 'CLOTURE', finalSort: 'T', source: '', agreed: { by: 'AD', on: '2026-01-01', reference: '1' } };
    expect(sortedOutRow(row)).toEqual({ ...row, code: 'REC-03/tri', label: 'Réclamations – éliminable après tri', finalSort: 'D' });
    expect(sortedInRow(row)).toEqual({ ...row, finalSort: 'C' });
    expect(withSortedOut([row, { ...row, code: 'A', agreed: undefined }, { ...row, code: 'B', finalSort: 'D' }]).map(({ code }) => code)).toEqual(['REC-03', 'REC-03/tri', 'A', 'B']);
    expect([unsortedCode('REC-03/tri'), unsortedCode('REC-03')]).toEqual(['REC-03', 'REC-03']);
  });
});

describe('Who may do what with a sorting', () => {
  const person = (id: string, ...groups: string[]): Person => ({ id, displayName: id, groups });
  const [odile, hortense, berthe, dpo] = [person('odile', houseGroups.archives), person('hortense', houseGroups.archivists), person('berthe', houseGroups.archivists), person('dpo', houseGroups.dpo)];
  const offered = (who: Person): string[] => sortingStates.map((state) => `${state}: ${(['read', 'openItem', ...sortingActions] as const).filter((deed) => mayWithSorting(who, deed, { state, archivists: ['hortense'] })).join(' ')}`);

  it('is this table', () => {
    expect(offered(odile)).toEqual(['draft: read change decide propose cancel', 'proposed: read recordAgreement cancel', 'agreed: read', 'done: read', 'cancelled: read']);
    expect(offered(hortense)).toEqual(['draft: ', 'proposed: read openItem decide agree giveBack', 'agreed: read', 'done: read', 'cancelled: ']);
    expect(offered(dpo)).toEqual(['draft: ', 'proposed: read', 'agreed: read', 'done: read', 'cancelled: read']);
    expect(offered(berthe)).toEqual(sortingStates.map((state) => `${state}: `));
  });

  it('never lets the house agree to its own proposal, nor anybody change what was agreed', () => {
    expect(everWithSorting(odile, 'agree', { state: 'proposed', archivists: ['hortense'] })).toBeFalse();
    expect(sortingActions.filter((action) => nextSortingState('agreed', action))).toEqual(['finish']);
    expect(sortingActions.filter((action) => nextSortingState('done', action) ?? nextSortingState('cancelled', action))).toEqual([]);
  });

  it('takes an agreement from paper for the list whose digest stands on it, each struck unit once and with its reason', () => {
    const list = { sha512: `${'ab'.repeat(8)}${'0'.repeat(112)}`, ranks: new Set([1, 2, 3]), proposedOn: '2026-03-02', today: '2026-03-09' };
    const given = { digest: 'ABAB ABAB ABAB ABAB', on: '2026-03-04', struck: [{ rank: 2, reason: 'témoin' }] };
    const flaw = (more: object) => agreementFlaw({ ...given, ...more }, list)?.code;
    expect([flaw({}), otherDecision('kept'), otherDecision('notKept')]).toEqual([undefined, 'notKept', 'kept']);
    expect([flaw({ digest: 'abababab' }), flaw({ digest: 'cdcdcdcdcdcdcdcd' })]).toEqual(['sortingOtherList', 'sortingOtherList']);
    expect([flaw({ on: '2026-03-10' }), flaw({ on: '2026-03-01' }), flaw({ on: '2026-03-09' })]).toEqual(['dayInFuture', 'visaBeforeSubmission', undefined]);
    expect([flaw({ struck: [{ rank: 4, reason: 'x' }] }), flaw({ struck: [...given.struck, ...given.struck] }), flaw({ struck: [{ rank: 1, reason: ' ' }] })]).toEqual(['sortingUnknownRank', 'sortingRankTwice', 'sortingNoReason']);
  });
});
