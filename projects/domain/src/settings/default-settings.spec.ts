import { compartmentGroup, groupsFor } from '../rights/groups.js';
import { isRestricted } from '../rights/readers.js';
import { routeByRules } from '../routing/route.js';
import { flawsOf } from './consistency.js';
import { defaultSettings } from './default-settings.spec-support.js';

const settings = defaultSettings();

describe('the settings that a new installation starts from', () => {
  it('agree with one another', () => {
    expect(flawsOf(settings)).toEqual([]);
  });

  it('know the types of a département', () => {
    expect(settings.types.map((type) => type.code).sort()).toEqual([
      'AGREMENT_ASSMAT', 'APA', 'ARRET_TRAVAIL', 'ASE_COURRIER', 'ASE_INFO_PREOCCUPANTE', 'CADA', 'CANDIDATURE', 'COLLEGE_DEROGATION', 'COURRIER_GENERAL',
      'DEMANDE_RENSEIGNEMENT', 'FACTURE', 'FSL', 'INTERVENTION_ELU', 'INVITATION', 'MEDICAL', 'PCH_MDPH', 'PERMISSION_VOIRIE', 'PMI', 'RECLAMATION', 'RECOURS_GRACIEUX',
      'RGPD_DROITS', 'RSA', 'SINISTRE_DOMAINE', 'STAGE', 'SUBVENTION', 'SYNDICAT', 'TRANSPORT_SCOLAIRE', 'VOIRIE',
    ]);
  });

  it('keep social childhood, maternal health, medical and staff letters in their compartments', () => {
    const restricted = settings.types.filter(isRestricted).map(({ code, compartment }) => `${code} ${compartment}`);
    expect(restricted).toEqual(['ARRET_TRAVAIL RH', 'PCH_MDPH MEDICAL', 'ASE_INFO_PREOCCUPANTE ASE', 'ASE_COURRIER ASE', 'PMI PMI', 'MEDICAL MEDICAL', 'AGREMENT_ASSMAT PMI']);
  });

  it('send every letter of a compartment to a service that has cleared people', () => {
    const groups = new Set(groupsFor(settings).map((group) => group.id));
    for (const type of settings.types.filter(isRestricted)) {
      for (const postcode of [undefined, '98100', '98150', '98200', '98250', '98300', '98350', '75001']) {
        const tray = routeByRules({ type: type.code, subject: '', text: '', postcode }, settings.rules)?.tray;
        const service = settings.trays.find(({ id }) => id === tray)?.service ?? 'none';
        expect(groups).withContext(`${type.code} from ${postcode}`).toContain(compartmentGroup(service, type.compartment ?? ''));
      }
    }
  });

  it('let nothing through but invitations, one in five of which is checked', () => {
    expect(settings.types.filter((type) => type.letThrough).map(({ code, letThrough }) => ({ code, letThrough }))).toEqual([{ code: 'INVITATION', letThrough: { confidence: 0.9, sampleEvery: 5 } }]);
  });

  it('have a head office and six delegations, each at a site, four of which scan for themselves alone', () => {
    const { sites, services } = settings;
    const delegations = services.filter(({ kind }) => kind === 'delegation');
    expect(delegations.length).toBe(6);
    expect(new Set(delegations.map(({ site }) => site)).size).toBe(6);
    expect(services.filter(({ site }) => site === 'SIEGE').length).toBe(15);
    expect(sites.filter(({ mailRoom }) => mailRoom).map(({ code, centralReads }) => `${code}${centralReads ? ' with the central one' : ''}`)).toEqual(['BREVELLES', 'MONTCOURBE', 'HAUTEFOUGERE', 'LANDERIVE', 'PORT_LYSANDRE with the central one']);
    expect(sites.every(({ hours, address, phone }) => hours.length >= 5 && address.length && phone)).toBeTrue();
  });

  it('name the legal terms', () => {
    const delay = (code: string): string => settings.types.filter((type) => type.code === code).map((type) => `${type.delay.amount} ${type.delay.unit}`).join();
    expect({ appeal: delay('RECOURS_GRACIEUX'), access: delay('CADA'), personalData: delay('RGPD_DROITS'), payment: delay('FACTURE'), usual: delay('COURRIER_GENERAL') })
      .toEqual({ appeal: '2 months', access: '1 months', personalData: '1 months', payment: '30 days', usual: '15 workingDays' });
  });

  it('give every type keywords that a clear letter can reach full confidence with', () => {
    for (const type of settings.types) expect(type.keywords.reduce((sum, { weight }) => sum + weight, 0)).withContext(type.code).toBeGreaterThan(6);
  });

  it('show the retention schedule as a sample that no archivist has agreed to', () => {
    expect(settings.schedule.title).toMatch(/exemple/i);
    expect(settings.schedule.rows.filter((row) => row.agreed)).toEqual([]);
  });

  it('have six delegations that each take the social letters of their own postcodes', () => {
    const delegations = settings.services.filter((service) => service.kind === 'delegation').map((service) => service.code);
    const trayOf = (postcode: string): string | undefined => routeByRules({ type: 'APA', subject: '', text: '', postcode }, settings.rules)?.tray;
    expect(['98100', '98149', '98150', '98199', '98200', '98249', '98250', '98299', '98300', '98349', '98350', '98399'].map(trayOf))
      .toEqual(['nord', 'nord', 'sud', 'sud', 'est', 'est', 'ouest', 'ouest', 'centre', 'centre', 'littoral', 'littoral']);
    expect([trayOf('98099'), trayOf('98400')]).toEqual(['autonomie', 'autonomie']);
    expect(delegations).toEqual(['NORD', 'SUD', 'EST', 'OUEST', 'CENTRE', 'LITTORAL']);
  });

  it('fill nothing into answers that treatment does not know', () => {
    const places = settings.templates.flatMap(({ subject, body }) => [...`${subject} ${body}`.matchAll(/\{\{(.*?)\}\}/g)].map((match) => match[1]));
    expect(new Set(places)).toEqual(new Set(['subject', 'chrono', 'senderName', 'receivedAt', 'service', 'serviceAddress', 'servicePhone', 'serviceEmail', 'silenceDay', 'pieces', 'until', 'reason', 'authority']));
  });

  it('order the thesaurus on two levels', () => {
    const top = new Set(settings.thesaurus.filter((term) => !term.broader).map((term) => term.code));
    expect(settings.thesaurus.filter((term) => term.broader && !top.has(term.broader))).toEqual([]);
  });
});
