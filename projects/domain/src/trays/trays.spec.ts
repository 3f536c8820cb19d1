import { mailActions } from '../mail/actions.js';
import { bulkActions, isPersonal, rightFor } from './bulk.js';
import { lockedFor } from './lock.js';
import { asksNothing, daysMeant, trayQuery } from './query.js';

describe('A saved query', () => {
  it('means the days from the day on which it is asked, not from the day on which it was saved', () => {
    expect(daysMeant({ last: 7 }, '2028-03-02')).toEqual({ from: '2028-02-24', until: '2028-03-02' });
    expect(daysMeant({ next: 2 }, '2026-12-31')).toEqual({ from: '2026-12-31', until: '2027-01-02' });
    expect(daysMeant({ last: 0 }, '2026-03-29')).toEqual({ from: '2026-03-29', until: '2026-03-29' });
    expect(daysMeant({ last: 5, next: 5 }, '2026-01-10')).toEqual({ from: '2026-01-05', until: '2026-01-15' });
    expect(daysMeant({ from: '2026-01-01' }, '2026-05-01')).toEqual({ from: '2026-01-01', until: undefined });
  });

  it('is refused when it asks what is not there to be asked', () => {
    for (const flawed of [{ states: ['open'] }, { received: {} }, { received: { from: '2026-02-30' } }, { due: { from: '2026-02-02', until: '2026-02-01' } }, { fields: { 'a; drop': '1' } }, { more: 1 }, { services: [] }]) expect(trayQuery.safeParse(flawed).success).withContext(JSON.stringify(flawed)).toBeFalse();
    expect(trayQuery.parse({ services: ['RH'], due: { next: 3 } })).toEqual({ services: ['RH'], due: { next: 3 } });
  });

  it('that asks nothing is told apart', () => {
    expect([asksNothing({}), asksNothing({ text: undefined }), asksNothing({ types: ['VOIRIE'] })]).toEqual([true, true, false]);
  });
});

describe('A lock', () => {
  const now = new Date('2026-03-02T10:00:00Z');
  it('holds others off until it runs out, and never its owner', () => {
    const lock = { person: 'ines', until: new Date('2026-03-02T10:00:01Z') };
    expect([lockedFor({ id: 'marc' }, lock, now), lockedFor({ id: 'ines' }, lock, now), lockedFor({ id: 'marc' }, { ...lock, until: now }, now), lockedFor({ id: 'marc' }, undefined, now)]).toEqual([true, false, false, false]);
  });
});

describe('A bulk action', () => {
  it('needs on each mail the right of the same action alone; what one has for oneself, the right to read', () => {
    for (const action of bulkActions) {
      expect(mailActions).toContain(rightFor(action));
      expect(rightFor(action) as string).toBe(isPersonal(action) ? 'read' : action);
    }
  });
});
