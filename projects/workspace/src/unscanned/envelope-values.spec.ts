import { centsIn, emptyEnvelope, envelopeBody, envelopeFlaws } from './envelope-values.js';

const filled = { ...emptyEnvelope, kind: 'CHEQUE_VALEUR', receivedAt: '2026-11-16', service: 'RH' };

describe('What is typed of an envelope', () => {
  it('reads an amount as it is written in French, and nothing else', () => {
    expect(['120', '120,5', '1 250,50 €', '1\u202f250.05', 'douze', '12,345', '-3', ''].map(centsIn)).toEqual([12_000, 12_050, 125_050, 125_005, undefined, undefined, undefined, undefined]);
  });

  it('needs a kind, a service, and a day that has come', () => {
    expect(envelopeFlaws(emptyEnvelope, '2026-11-16')).toEqual({ kind: 'required', service: 'required', receivedAt: 'required' });
    expect(envelopeFlaws({ ...filled, receivedAt: '2026-11-17', amount: 'beaucoup' }, '2026-11-16')).toEqual({ receivedAt: 'future', amount: 'amount' });
    expect(envelopeFlaws(filled, '2026-11-16')).toEqual({});
  });

  it('sends what its kind asks for, and no field that was typed for another kind', () => {
    const body = envelopeBody({ ...filled, sender: ' Jeanne Aubert ', amount: '120,50', deadline: '2026-12-01', reference: ' ' }, 'k', ['amount', 'reference']);
    expect(JSON.parse(JSON.stringify(body))).toEqual({ key: 'k', kind: 'CHEQUE_VALEUR', receivedAt: '2026-11-16', service: 'RH', sender: { kind: 'individual', name: 'Jeanne Aubert' }, amount: 12_050 });
  });
});
