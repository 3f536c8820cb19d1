import type { JournalEntry } from '../api/types.js';
import { becauseOf, factsOf } from './journal.js';

describe("A mail's journal", () => {
  const entry = (more: Partial<JournalEntry>): JournalEntry => ({ seq: 1, at: '', type: 'mail.registered', actor: { id: 'a', displayName: 'A' }, data: {}, hash: '', ...more });

  it('tells facts that people read, public and private alike, and keeps silent on the rest', () => {
    const facts = factsOf(entry({ data: { chrono: 'A-2026-000001', undoToken: 'x', corrected: [] }, personal: { subject: 'Réclamation' } }));
    expect(facts.map(({ name }) => name)).toEqual(['chrono', 'subject']);
  });

  it('words the reason of a quarantine by its code, that of a person as it was given', () => {
    expect(factsOf(entry({ type: 'file.quarantined', data: { reason: 'empty' } }))[0]?.kind).toBe('quarantine');
    expect(factsOf(entry({ type: 'mail.voided', personal: { reason: 'Publicité' } }))[0]?.kind).toBe('text');
  });

  it('takes a reason whole or by its code alone', () => {
    expect(becauseOf('route.none')).toEqual({ code: 'route.none', params: {} });
    expect(becauseOf({ code: 'route.rule', params: { label: 'x' } })).toEqual({ code: 'route.rule', params: { label: 'x' } });
    const ruled = { code: 'route.rule', params: { label: 'x' }, matched: [{ kind: 'type', value: 'TAX' }], gave: [{ kind: 'copy', value: 'DGS' }] };
    expect(becauseOf(ruled)).toEqual(ruled as ReturnType<typeof becauseOf>);
  });
});
