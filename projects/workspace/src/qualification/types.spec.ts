import { codeOf, matching } from './types.js';

describe('Choosing a type', () => {
  const types = [
    { code: 'AIDE_SOCIALE', label: 'Demande d’aide sociale' },
    { code: 'RECLAMATION', label: 'Réclamation' },
    { code: 'SOCIAL', label: 'Social – divers' },
  ];

  it('finds by any part of the label, without accents or case, beginnings first', () => {
    expect(matching(types, 'social').map(({ code }) => code)).toEqual(['SOCIAL', 'AIDE_SOCIALE']);
    expect(matching(types, 'RECLA').map(({ code }) => code)).toEqual(['RECLAMATION']);
  });

  it('takes a label typed to the letter for its type', () => {
    expect([codeOf(types, 'réclamation'), codeOf(types, 'RECLAMATION'), codeOf(types, 'autre')]).toEqual(['RECLAMATION', 'RECLAMATION', 'autre']);
  });
});
