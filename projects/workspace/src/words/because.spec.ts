import { becauseWords } from './because.js';

describe('The reason of a decision', () => {
  const wording = { label: (code: string) => `label of ${code}`, day: (day: string) => `day ${day}`, unit: (amount: number, unit: string) => `${amount} ${unit}` };

  it('puts the codes and days of a reason into words', () => {
    expect(becauseWords({ code: 'due.delay', params: { from: '2025-11-03', amount: 15, unit: 'workingDays' } }, wording)).toEqual({
      key: 'BECAUSE.due.delay.PLAIN',
      params: { from: 'day 2025-11-03', amount: 15, unit: 'workingDays', delay: '15 workingDays' },
    });
  });

  it('says that a term was moved to the next working day', () => {
    const { key, params } = becauseWords({ code: 'due.delay', params: { from: '2025-11-03', amount: 1, unit: 'months', movedFrom: '2025-12-06' } }, wording);
    expect([key, params['movedFrom']]).toEqual(['BECAUSE.due.delay.MOVED', 'day 2025-12-06']);
  });

  it('names the rule and each thing that it found', () => {
    expect(becauseWords({ code: 'route.rule', params: { label: 'Aide sociale', matched: 'RSA, 34070' } }, wording)).toEqual({ key: 'BECAUSE.route.rule', params: { label: 'Aide sociale', matched: 'label of RSA, label of 34070' } });
  });
});
