import { mailActions, type MailAction } from '../mail/actions.js';
import { mailStates } from '../mail/states.js';
import { confidentialityLevels } from '../mail/vocabulary.js';
import type { MailForRights, Person, Replaced } from '../rights/roles.js';
import { actsFor, may, replacesAssignee } from '../rights/table.js';
import { checkDelegation, mayDelegateFor } from './check.js';
import { covers, delegationState, meet } from './delegation.js';
import { readingOf } from './reading.js';

const person = (id: string, groups: string): Person => ({ id, displayName: id, groups: groups.split(' ').filter(Boolean).map((group) => `GROUP_GEC_${group}`) });
const replaced = (who: Person, more: Partial<Replaced> = {}): Replaced => ({ delegation: 'd1', powers: ['treat'], types: [], services: [], person: who, ...more });
const delegate = (groups: string, ...replaces: Replaced[]): Person => ({ ...person('bea', groups), replaces });
const settings = { services: [{ code: 'ENFANCE', label: 'Enfance', kind: 'direction' as const, compartments: ['ASE'] }, { code: 'ROUTES', label: 'Routes', kind: 'direction' as const, compartments: [] }] };

const head = person('xavier', 'S_ENFANCE S_ENFANCE__RESPONSABLE');
const mail = (more: Partial<MailForRights> = {}): MailForRights => ({ state: 'distributed', service: 'ENFANCE', copies: ['ROUTES'], confidentiality: 0, ...more });

/** Groups of delegates, beside those of whom they replace; written out, so that each right has its sentence. */
const delegates = ['', 'S_ENFANCE', 'S_ROUTES', 'S_ENFANCE S_ENFANCE__C_ASE', 'S_ENFANCE S_ENFANCE__SECRETARIAT', 'COURRIER', 'DPO'];
const absent = { head, secretary: person('sam', 'S_ENFANCE S_ENFANCE__SECRETARIAT'), cleared: person('cleo', 'S_ENFANCE S_ENFANCE__RESPONSABLE S_ENFANCE__C_ASE'), elsewhere: person('eva', 'S_ROUTES S_ROUTES__RESPONSABLE'), mailRoom: person('max', 'COURRIER') };

describe('A delegate', () => {
  for (const [post, away] of Object.entries(absent)) {
    it(`who replaces someone (${post}) may do what either may, of what they can open themselves, and sees no more than without`, () => {
      for (const groups of delegates) {
        const alone = person('bea', groups);
        const replacing = delegate(groups, replaced(away));
        for (const state of mailStates) {
          for (const confidentiality of confidentialityLevels) {
            for (const compartment of confidentiality >= 2 ? [undefined, 'ASE'] : [undefined]) {
              const one = mail({ state, confidentiality, ...(compartment ? { compartment } : {}) });
              const opens = may(alone, 'read', one);
              for (const action of mailActions) {
                const looks: readonly MailAction[] = ['list', 'read', 'readJournal', 'note', 'handOver', 'receive', 'shelve', 'qualify', 'describe', 'link', 'lock'];
                const expected = may(alone, action, one) || (!looks.includes(action) && opens && may(away, action, one));
                if (may(replacing, action, one) !== expected) fail(`${groups} for ${post}: ${action} of ${state}, ${confidentiality} ${compartment ?? ''}`);
              }
            }
          }
        }
      }
    });
  }

  it('acts in the name of the assignee, else in their own, else in the name of whose right it is', () => {
    const agent = delegate('S_ENFANCE', replaced(head));
    expect(actsFor(agent, 'answer', mail({ assignee: 'xavier' }))?.person.id).toBe('xavier');
    expect(actsFor(agent, 'answer', mail({ assignee: 'bea' }))).toBeUndefined();
    expect(actsFor(agent, 'assign', mail({ assignee: 'bea' }))?.person.id).toBe('xavier');
    expect(actsFor(agent, 'read', mail({ assignee: 'xavier' }))).toBeUndefined();
    expect(actsFor(agent, 'note', mail({ assignee: 'xavier' }))).toBeUndefined();
    expect(actsFor(delegate('S_ENFANCE'), 'assign', mail())).toBeUndefined();
  });

  it('replaces for the kinds of mail and with the powers that were delegated, and no others', () => {
    const own = mail({ type: 'RECLAMATION', assignee: 'xavier' });
    const may_ = (more: Partial<Replaced>) => may(delegate('S_ENFANCE', replaced(head, more)), 'assign', own);
    expect([may_({}), may_({ types: ['RECLAMATION'] }), may_({ types: ['SUBVENTION'] }), may_({ services: ['ENFANCE'] }), may_({ services: ['ROUTES'] }), may_({ powers: ['opinions', 'sign'] })]).toEqual([true, true, false, true, false, false]);
    expect(may(delegate('S_ENFANCE', replaced(head, { types: ['RECLAMATION'] })), 'assign', mail())).toBeFalse();
    expect(replacesAssignee(delegate('S_ENFANCE', replaced(head, { powers: ['opinions'] })), own)?.person.id).toBe('xavier');
    expect(replacesAssignee(delegate('S_ENFANCE', replaced(head, { types: ['SUBVENTION'] })), own)).toBeUndefined();
  });

  it('passes nothing on that was delegated to them', () => {
    const middle: Person = delegate('S_ENFANCE', replaced(head));
    const last: Person = { ...person('lea', 'S_ENFANCE'), replaces: [replaced(middle)] };
    expect(may(middle, 'assign', mail())).toBeTrue();
    expect(may(last, 'assign', mail({ state: 'distributed' }))).withContext('the head’s own right, twice removed').toBe(may(person('lea', 'S_ENFANCE'), 'assign', mail()));
  });
});

describe('A delegation', () => {
  it('runs from its first day to its last, both counted in, unless it is ended', () => {
    const at = (today: string, endsOn?: string, ended = false) => delegationState({ startsOn: '2026-07-06', endsOn, ended }, today);
    expect([at('2026-07-05', '2026-07-10'), at('2026-07-06', '2026-07-10'), at('2026-07-10', '2026-07-10'), at('2026-07-11', '2026-07-10'), at('2030-01-01'), at('2026-07-07', undefined, true)]).toEqual(['coming', 'running', 'running', 'over', 'running', 'over']);
  });

  it('meets another that may be for the same mail on the same day', () => {
    const one = { startsOn: '2026-07-06', endsOn: '2026-07-10', types: ['A'], services: [] };
    expect(meet(one, { startsOn: '2026-07-10', types: [], services: ['X'] })).toBeTrue();
    expect(meet(one, { startsOn: '2026-07-11', types: [], services: [] })).toBeFalse();
    expect(meet(one, { startsOn: '2026-07-01', types: ['B'], services: [] })).toBeFalse();
    expect(covers(one, { type: undefined, service: 'X' })).toBeFalse();
  });

  const wanted = { startsOn: '2026-07-06', endsOn: '2026-07-10', powers: ['treat' as const], types: [], services: [] as string[] };
  const found = (author: Person, delegator: Person, delegates_: Person[], more: Partial<typeof wanted> = {}, others: Parameters<typeof checkDelegation>[1]['others'] = []) =>
    checkDelegation({ ...wanted, ...more }, { author, delegator, delegates: delegates_, others, settings, today: '2026-07-01' }).map(({ code, refuses, gaps }) => `${code}${refuses ? '!' : ''}${gaps ? ` ${gaps.map(({ group }) => group.replace('GROUP_GEC_', '')).join(' ')}` : ''}`);

  it('is made by the person, by secretaries and heads of their service for its mail, and by administrators', () => {
    const secretary = person('sam', 'S_ENFANCE S_ENFANCE__SECRETARIAT');
    const both = person('xavier', 'S_ENFANCE S_ROUTES S_ENFANCE__RESPONSABLE');
    expect(mayDelegateFor(both, both, settings)).toEqual({});
    expect(mayDelegateFor(person('adm', 'ADMIN'), both, settings)).toEqual({});
    expect(mayDelegateFor(secretary, both, settings)).toEqual({ services: ['ENFANCE'] });
    for (const nobody of ['S_ENFANCE', 'S_ROUTES S_ROUTES__SECRETARIAT', 'COURRIER', 'DPO', '']) expect(mayDelegateFor(person('n', nobody), head, settings)).withContext(nobody).toBeUndefined();
    expect(found(secretary, both, [person('bea', 'S_ENFANCE S_ENFANCE__SECRETARIAT')])).toEqual(['servicesNotYours!', 'delegateReadsLess S_ROUTES']);
    expect(found(secretary, both, [person('bea', 'S_ENFANCE S_ENFANCE__SECRETARIAT')], { services: ['ENFANCE'] })).toEqual([]);
  });

  it('gives nobody their own place, and nobody another’s powers by their own hand', () => {
    expect(found(head, head, [head])).toEqual(['delegateToSelf!']);
    const secretary = person('sam', 'S_ENFANCE S_ENFANCE__SECRETARIAT');
    expect(found(secretary, head, [secretary], { services: ['ENFANCE'] })).toEqual(['delegateIsAuthor!']);
    expect(found(head, head, [person('bea', 'S_ENFANCE S_ENFANCE__SECRETARIAT')], { startsOn: '2026-06-01', endsOn: '2026-06-30' })).toEqual(['periodOver!']);
  });

  it('is refused to who could open nothing, and says what a delegate can’t open and which group IT adds them to', () => {
    const cleared = person('cleo', 'S_ENFANCE S_ENFANCE__RESPONSABLE S_ENFANCE__C_ASE S_ROUTES');
    expect(found(cleared, cleared, [person('out', 'DPO')])).toEqual(['delegateReadsNothing! S_ENFANCE S_ROUTES']);
    expect(found(cleared, cleared, [person('bea', 'S_ENFANCE')])).toEqual(['delegateReadsLess S_ENFANCE__RESPONSABLE S_ENFANCE__C_ASE S_ROUTES']);
    expect(found(cleared, cleared, [person('bea', 'S_ENFANCE S_ENFANCE__SECRETARIAT S_ENFANCE__C_ASE')], { services: ['ENFANCE'] })).toEqual([]);
    expect(readingOf(['GROUP_GEC_COURRIER'], ['GROUP_GEC_S_ROUTES'], [], settings)).toEqual({ gaps: [{ what: 'mailRoom', group: 'GROUP_GEC_COURRIER' }], nothing: true });
    expect(readingOf(['GROUP_GEC_DPO'], ['GROUP_GEC_DPO'], [], settings).nothing).toBeTrue();
  });

  it('tells of another for the same mail, of a delegate who is away, and that what was delegated is not passed on', () => {
    const bea = person('bea', 'S_ENFANCE S_ENFANCE__SECRETARIAT');
    const other = (delegator: string, delegates_: string[]) => ({ id: `${delegator}>${delegates_.join()}`, delegator, delegates: delegates_, powers: ['treat' as const], types: [], services: [], startsOn: '2026-07-09' });
    expect(found(head, head, [bea], {}, [other('xavier', ['zoe'])])).toEqual(['overlap']);
    expect(found(head, head, [bea], {}, [other('bea', ['zoe'])])).toEqual(['delegateAway']);
    expect(found(head, head, [bea], {}, [other('zoe', ['xavier'])])).toEqual(['notPassedOn']);
    expect(found(head, head, [bea], { endsOn: '2026-07-08' }, [other('xavier', ['zoe']), other('bea', ['zoe']), other('zoe', ['xavier'])])).toEqual([]);
  });
});
