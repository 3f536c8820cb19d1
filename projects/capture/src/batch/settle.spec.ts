import { standingOf, type Standing } from './settle.js';

const facts = { files: 1, unread: 0, quarantined: 0, pages: 3, released: 0 };
const clear: Standing = { facts, rule: 'unlessDoubtful', envelopes: 1, doubts: 0, gaps: 0, taking: false, released: false };

const cases: readonly [what: string, standing: Partial<Standing>, state: string][] = [
  ['nothing came yet', { facts: { ...facts, files: 0 }, envelopes: 0 }, 'received'],
  ['files are still to be read, and none is', { facts: { ...facts, unread: 1, pages: 0 } }, 'received'],
  ['some files are parted, and others still to be read', { facts: { ...facts, unread: 1 } }, 'separated'],
  ['its scanner still brings files', { taking: true }, 'received'],
  ['a file is in quarantine, whatever else', { facts: { ...facts, quarantined: 1, unread: 1 }, taking: true }, 'quarantined'],
  ['all is read and nothing speaks against it', {}, 'read, released'],
  ['a page speaks against it', { doubts: 1 }, 'toCheck'],
  ['a page speaks against it, and the house does not ask', { doubts: 1, rule: 'always' }, 'read, released'],
  ['its scanner asks for a look', { rule: 'byHand' }, 'toCheck'],
  ['counters disagree', { gaps: 1, rule: 'always' }, 'toCheck'],
  ['nothing of it is a letter', { envelopes: 0 }, 'toCheck'],
  ['its mails are as the plan says', { released: true, doubts: 3, rule: 'byHand' }, 'released'],
  ['another file came after its release', { released: true, facts: { ...facts, unread: 1 } }, 'separated'],
];

describe('A batch of which', () => {
  for (const [what, standing, expected] of cases) {
    it(`${what} is ${expected}`, () => {
      const { state, release } = standingOf({ ...clear, ...standing });
      expect(release ? `${state}, released` : state).toBe(expected);
    });
  }
});
