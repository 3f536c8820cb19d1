import type { RuleSetting } from '../settings/rules.js';
import { defaultSettings } from '../settings/default-settings.spec-support.js';
import type { Routable } from './facts.js';
import { route, routeByRules } from './route.js';

const letter = (about: Partial<Routable>): Routable => ({ type: 'VOIRIE', subject: 'Nid-de-poule', text: 'La chaussée est abîmée', ...about });
const rule = (id: string, when: RuleSetting['when'], tray = id, enabled = true): RuleSetting => ({ id, label: `Règle ${id}`, enabled, when, tray });

describe('distribution by rules', () => {
  it('takes the first rule that holds, and says which and why', () => {
    const rules = [rule('apa', { types: ['APA'] }), rule('roads', { types: ['VOIRIE', 'SINISTRE_DOMAINE'] }), rule('all', {})];
    expect(routeByRules(letter({}), rules)).toEqual({ tray: 'roads', because: { kind: 'rule', rule: rules[1]!, place: 2, matched: [{ kind: 'type', value: 'VOIRIE' }] } });
  });
  it('follows the order of the rules, not their detail', () => {
    const narrow = rule('narrow', { types: ['VOIRIE'], postcodes: [{ from: '98100', to: '98149' }] });
    const wide = rule('wide', { types: ['VOIRIE'] });
    expect([[narrow, wide], [wide, narrow]].map((rules) => routeByRules(letter({ postcode: '98120' }), rules)?.tray)).toEqual(['narrow', 'wide']);
  });
  it('passes over a rule that is switched off', () => {
    expect(routeByRules(letter({}), [rule('off', {}, 'off', false), rule('on', {})])?.tray).toBe('on');
  });
  it('asks for all conditions of a rule, and names each that held', () => {
    const all = rule('all', { types: ['VOIRIE'], keywords: ['verglas', 'CHAUSSEE'], postcodes: [{ from: '98100', to: '98149' }] });
    expect(routeByRules(letter({ postcode: '98120' }), [all])?.because).toEqual(jasmine.objectContaining({
      matched: [{ kind: 'type', value: 'VOIRIE' }, { kind: 'keyword', value: 'CHAUSSEE' }, { kind: 'postcode', value: '98120' }],
    }));
    for (const other of [letter({ postcode: '98150' }), letter({}), letter({ postcode: '98120', type: 'APA' }), letter({ postcode: '98120', text: 'Bonjour' })]) expect(routeByRules(other, [all])).toBeUndefined();
  });
  it('takes Belgian postcodes apart from French ones, which have a figure more', () => {
    const ranges = [rule('bruxelles', { postcodes: [{ from: '1000', to: '1299' }] }), rule('ain', { postcodes: [{ from: '01000', to: '10599' }] })];
    expect(['1000', '1299', '1300', '10500', '01200'].map((postcode) => routeByRules(letter({ postcode }), ranges)?.because).map((because) => because?.kind === 'rule' && because.rule.id)).toEqual(['bruxelles', 'bruxelles', false, 'ain', 'ain']);
  });
  it('takes both ends of a range of postcodes in, and several ranges', () => {
    const ranges = [rule('area', { postcodes: [{ from: '98100', to: '98149' }, { from: '98160', to: '98160' }] })];
    const taken = ['98099', '98100', '98149', '98150', '98160', '98161'].filter((postcode) => routeByRules(letter({ postcode }), ranges));
    expect(taken).toEqual(['98100', '98149', '98160']);
  });
  it('tells apart what came in at one site from what came in at another, or at the central mail room', () => {
    const nord = [rule('nord', { types: ['VOIRIE'], sites: ['BREVELLES'] })];
    expect(routeByRules(letter({ site: 'BREVELLES' }), nord)?.because).toEqual(jasmine.objectContaining({ matched: [{ kind: 'type', value: 'VOIRIE' }, { kind: 'site', value: 'BREVELLES' }] }));
    expect(routeByRules(letter({ site: 'MONTCOURBE' }), nord)).toBeUndefined();
    expect(routeByRules(letter({}), nord)).toBeUndefined();
  });
  it('looks for keywords in the subject and in the text, accents or not', () => {
    const keyword = [rule('fsl', { keywords: ['dépôt de garantie'] })];
    expect(routeByRules(letter({ subject: 'Depot de garantie', text: '' }), keyword)?.tray).toBe('fsl');
    expect(routeByRules(letter({ subject: '', text: 'aide au DÉPÔT DE GARANTIE' }), keyword)?.tray).toBe('fsl');
  });
  it('leaves the choice to a person when no rule holds', () => {
    expect(routeByRules(letter({}), [rule('apa', { types: ['APA'] })])).toBeUndefined();
    expect(routeByRules(letter({}), [])).toBeUndefined();
  });
});

describe('distribution to the service that the operator confirmed', () => {
  const trays = [{ id: 'nord', label: 'Nord', service: 'NORD' }, { id: 'nord-enfance', label: 'Nord, enfance', service: 'NORD' }, { id: 'dgs', label: 'DGS', service: 'DGS' }];
  const rules = [rule('children', { types: ['ASE_COURRIER'] }, 'nord-enfance'), rule('others', {}, 'dgs')];

  it('overrules the rules', () => {
    expect(route(letter({ service: 'NORD' }), { rules, trays })).toEqual({ tray: 'nord', because: { kind: 'operator', service: 'NORD' } });
  });
  it('lets a rule choose among the trays of that service', () => {
    expect(route(letter({ service: 'NORD', type: 'ASE_COURRIER' }), { rules, trays })?.tray).toBe('nord-enfance');
  });
  it('finds no tray for a service that has none, so that the mail room sees it', () => {
    expect(route(letter({ service: 'PMI' }), { rules, trays })).toBeUndefined();
  });
  it('follows the rules when no service was confirmed', () => {
    expect(route(letter({}), { rules, trays })?.tray).toBe('dgs');
  });
});

describe('distribution in a new installation', () => {
  const settings = defaultSettings();
  const cases: readonly (readonly [Partial<Routable>, string | undefined])[] = [
    [{ type: 'ASE_INFO_PREOCCUPANTE', postcode: '98120' }, 'crip'],
    [{ type: 'ASE_COURRIER', postcode: '98120' }, 'nord-enfance'],
    [{ type: 'ASE_COURRIER' }, 'enfance'],
    [{ type: 'PMI', postcode: '98399' }, 'littoral-enfance'],
    [{ type: 'APA', postcode: '75011' }, 'autonomie'],
    [{ type: 'RSA', postcode: '98260' }, 'ouest'],
    [{ type: 'FSL' }, 'insertion'],
    [{ type: 'MEDICAL', text: 'Le patient vit en EHPAD' }, 'autonomie'],
    [{ type: 'MEDICAL', text: 'Certificat' }, 'mdph-medical'],
    [{ type: 'RECOURS_GRACIEUX', text: 'indu de RSA' }, 'insertion'],
    [{ type: 'RECOURS_GRACIEUX' }, 'juridique'],
    [{ type: 'SINISTRE_DOMAINE' }, 'routes-domaine'],
    [{ type: 'RECLAMATION', text: 'le car scolaire ne passe plus' }, 'transports'],
    [{ type: 'RECLAMATION', text: 'personne ne répond' }, undefined],
    [{ type: 'DEMANDE_RENSEIGNEMENT', text: 'recherches généalogiques' }, 'archives'],
    [{ type: 'COURRIER_GENERAL', text: 'Bonjour' }, undefined],
    [{ type: 'INVITATION' }, 'cabinet'],
  ];
  for (const [about, tray] of cases) {
    it(`takes ${about.type}${about.postcode ? ` from ${about.postcode}` : ''}${about.text ? ` ("${about.text}")` : ''} to ${tray ?? 'the mail room, which chooses'}`, () => {
      expect(route(letter({ subject: '', text: '', ...about }), settings)?.tray).toBe(tray);
    });
  }
});
