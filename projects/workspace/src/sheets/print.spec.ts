import { mailSheetsOf, separatorsOf } from './print.js';

describe('What is printed for the mail room', () => {
  it('is the separators that were ticked, and nothing while none is', () => {
    expect(separatorsOf(new Set(), 2)).toBeUndefined();
    expect(separatorsOf(new Set(['service:ROUTES', 'type:APA', 'newLetter']), 3)).toEqual({ services: ['ROUTES'], types: ['APA'], newLetter: true, copies: 3 });
  });

  it('is each number once, however they were written', () => {
    const how = { symbology: 'qr', start: 5, copies: 1 } as const;
    expect(mailSheetsOf(' A-2026-000001, A-2026-000002\nA-2026-000001 ', 'labels', how)?.mails).toEqual(['A-2026-000001', 'A-2026-000002']);
    expect(mailSheetsOf('A-1', 'labels', how)?.start).toBe(5);
    expect(mailSheetsOf('A-1', 'identification', how)?.start).toBe(1);
    expect(mailSheetsOf(' \n', 'labels', how)).toBeUndefined();
  });

  it('is between one and fifty copies', () => {
    expect([0, NaN, 2.4, 500].map((copies) => separatorsOf(new Set(['newLetter']), copies)?.copies)).toEqual([1, 1, 2, 50]);
  });
});
