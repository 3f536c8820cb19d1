import { choiceFor, noticeKinds, silenced } from './kinds.js';
import { sendingTime, usualPreference, type NoticePreference } from './plan.js';

const calendar = { weekend: [0, 6], alsaceMoselle: false, closures: [{ day: '2026-05-15', label: 'Pont de l’Ascension' }] };
const at = (now: string) => ({ timeZone: 'Europe/Paris', calendar, now: new Date(now) });
const wants = (more: Partial<NoticePreference>): NoticePreference => ({ ...usualPreference, ...more });

describe('A notice', () => {
  it('that the law calls for can’t be switched off', () => {
    const required = noticeKinds.filter((kind) => kind.required).map(({ kind }) => kind);
    expect(required).toContain('clock.passed');
    for (const kind of required) expect(choiceFor(kind, { [kind]: 'off' })).toBe('workspace');
    expect(silenced({ 'clock.passed': 'off', 'clock.soon': 'off' })).toEqual(['clock.soon', 'clock.soonFor']);
  });

  it('is told as is usual until somebody chooses, and one that nobody knew of yet in the workspace', () => {
    expect([choiceFor('clock.soon', {}), choiceFor('clock.soon', { 'clock.soon': 'weekly' }), choiceFor('something.new', {})]).toEqual(['workspace', 'weekly', 'workspace']);
  });

  it('in the workspace alone is sent to nobody', () => {
    expect([sendingTime('workspace', wants({}), at('2026-05-11T06:30:00Z')), sendingTime('off', wants({}), at('2026-05-11T06:30:00Z'))]).toEqual([undefined, undefined]);
  });

  it('at once leaves at once, and on a closed day waits for the next open one', () => {
    const now = new Date('2026-05-13T20:11:00Z');
    expect(sendingTime('atOnce', wants({}), at('2026-05-13T20:11:00Z'))).toEqual(now);
    // Ascension Day, the bridge, the weekend: Monday at eight in Paris.
    expect(sendingTime('atOnce', wants({}), at('2026-05-14T07:00:00Z'))).toEqual(new Date('2026-05-18T06:00:00Z'));
    expect(sendingTime('atOnce', wants({ quiet: false }), at('2026-05-14T07:00:00Z'))).toEqual(new Date('2026-05-14T07:00:00Z'));
  });

  it('of a daily digest waits for its hour, all of a day for the same one', () => {
    const eight = new Date('2026-05-12T06:00:00Z');
    for (const now of ['2026-05-11T06:00:00Z', '2026-05-11T12:00:00Z', '2026-05-12T05:59:59Z']) expect(sendingTime('daily', wants({}), at(now))).toEqual(eight);
    expect(sendingTime('daily', wants({ hour: 17 }), at('2026-05-12T06:00:00Z'))).toEqual(new Date('2026-05-12T15:00:00Z'));
  });

  it('of a daily digest waits through closed days, unless these are wanted too', () => {
    expect(sendingTime('daily', wants({}), at('2026-05-13T06:30:00Z'))).toEqual(new Date('2026-05-18T06:00:00Z'));
    expect(sendingTime('daily', wants({ workingDays: false }), at('2026-05-13T06:30:00Z'))).toEqual(new Date('2026-05-14T06:00:00Z'));
  });

  it('of a weekly digest waits for its day', () => {
    expect(sendingTime('weekly', wants({ weekday: 5 }), at('2026-05-11T06:30:00Z'))).toEqual(new Date('2026-05-15T06:00:00Z'));
    expect(sendingTime('weekly', wants({ weekday: 1 }), at('2026-05-11T06:30:00Z'))).toEqual(new Date('2026-05-18T06:00:00Z'));
    expect(sendingTime('weekly', wants({ weekday: 7 }), at('2026-05-11T06:30:00Z'))).toEqual(new Date('2026-05-17T06:00:00Z'));
  });

  it('is always sent after it was made, at the hour that the clocks of the authority show, summer and winter', () => {
    let random = 4711;
    const next = (below: number): number => (random = (random * 48271) % 2147483647) % below;
    const shown = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
    for (let round = 0; round < 2000; round++) {
      const now = new Date(Date.UTC(2026, 0, 1) + next(1_000_000_000) * 50);
      const preference = wants({ hour: next(24), weekday: 1 + next(7), workingDays: next(2) === 0 });
      for (const choice of ['daily', 'weekly'] as const) {
        const due = sendingTime(choice, preference, { timeZone: 'Europe/Paris', calendar, now });
        if (!due) throw new Error('no time was found');
        expect(due.getTime()).toBeGreaterThan(now.getTime());
        const hour = Number(/^\d+/.exec(shown.format(due))?.[0]);
        // The hour that clocks leave out in March is shown as the next one.
        expect(hour === preference.hour || (preference.hour === 2 && hour === 3 && due.getUTCMonth() === 2)).withContext(`${due.toISOString()} for ${preference.hour}`).toBeTrue();
      }
    }
  });
});
