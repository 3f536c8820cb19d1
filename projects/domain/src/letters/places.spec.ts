import { fillTemplate, letterFacts, unknownPlaces } from './places.js';

describe('A template', () => {
  it('is filled with the facts it names, and leaves what it does not know for its author to see', () => {
    expect(fillTemplate('{{chrono}}, {{ subject }}, {{inconnu}}, {chrono}', { chrono: 'A-1', subject: 'S' })).toBe('A-1, S, {{inconnu}}, {chrono}');
  });

  it('tells what it names and nothing is known of, each once', () => {
    expect(unknownPlaces('{{silenceDay}} {{chrono}} {{ silenceDay }} {{inconnu}} {chrono}', { chrono: 'A-1', silenceDay: '' })).toEqual(['silenceDay', 'inconnu']);
  });

  it('is filled once: what a citizen wrote is never read as a template', () => {
    expect(fillTemplate('{{subject}}', { subject: '{{chrono}} $& $1', chrono: 'A-1' })).toBe('{{chrono}} $& $1');
  });
});

describe('What a letter may name of its mail', () => {
  const settings = {
    services: [{ code: 'ROUTES', label: 'Routes', site: 'DT_EST', email: 'routes@lys.example' }, { code: 'DRH', label: 'Personnel', site: 'Bâtiment B' }],
    sites: [{ code: 'DT_EST', address: ['2 rue du Port', '98350 Port-Lysandre'], phone: '02 41 00 00 00' }],
    authority: { address: ['1 place de la Loire', '98300 Valmorin'] },
  };

  it('is its service with the address, phone and e-mail of its site, and the day at which silence is an answer', () => {
    const facts = letterFacts({ subject: 'S', chrono: 'A-1', senderName: 'Mme B', receivedAt: '2026-03-05', service: 'ROUTES', clocks: [{ kind: 'receipt', due: '2026-03-19' }, { kind: 'silenceAccepts', due: '2026-05-05' }] }, settings);
    expect(facts).toEqual({ subject: 'S', chrono: 'A-1', senderName: 'Mme B', receivedAt: '5 mars 2026', service: 'Routes', serviceEmail: 'routes@lys.example', serviceAddress: '2 rue du Port, 98350 Port-Lysandre', servicePhone: '02 41 00 00 00', silenceDay: '5 mai 2026', silence: 'acceptée' });
  });

  it('is the authority’s address where the service has no site, and nothing where nothing is known', () => {
    const facts = letterFacts({ service: 'DRH', clocks: [{ kind: 'appeal' }] }, settings);
    expect([facts['serviceAddress'], facts['servicePhone'], facts['silenceDay'], facts['silence'], facts['receivedAt']]).toEqual(['1 place de la Loire, 98300 Valmorin', '', '', 'rejetée', '']);
  });
});
