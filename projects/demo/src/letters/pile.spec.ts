import { openPress } from './press.js';

describe('A pile on the scanner', () => {
  it('is one PDF of its sheets, letters and empty backs, the same each time', async () => {
    const press = openPress();
    const sheet = { sheet: { code: { kind: 'newLetter' as const, value: '' }, label: 'Nouveau courrier' }, entityId: 'default', authority: 'Département' };
    const spec = { seed: 1, receivedAt: '2026-03-12', leaves: [sheet, 'blank' as const, { letter: { seed: 7, kind: 'VOIRIE' as const, date: '2026-03-09' } }] };
    try {
      const [once, twice] = [await press.pile(spec), await press.pile(spec)];
      expect(once.fileName).toBe('lot_2026-03-12_1.pdf');
      expect(once.bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(3);
      expect(once.bytes.equals(twice.bytes)).toBeTrue();
    } finally {
      await press.close();
    }
  }, 120_000);
});
