import { defaultSettings } from '../settings/default-settings.spec-support.js';
import { flawsOf } from '../settings/consistency.js';
import type { Settings } from '../settings/settings.js';
import { fittingProcessings } from './flaws.js';
import { registerChanges } from './compare.js';
import { processingRegister, type ProcessingFacts } from './register.js';

const settings = defaultSettings();
const facts: ProcessingFacts = {
  volumes: [{ type: 'VOIRIE', service: 'ROUTES', mails: 7 }, { type: 'VOIRIE', service: 'NORD', mails: 2 }, { type: 'APA', service: 'AUTONOMIE', mails: 5 }],
  measures: [{ code: 'antivirus' }, { code: 'backups', params: { days: 90 } }],
  places: ['alfresco', 'database'],
};
const register = (changed: Partial<Settings> = {}, known = facts) => processingRegister({ ...settings, ...changed }, known);
const entry = (code: string, changed: Partial<Settings> = {}) => {
  const found = register(changed).entries.find((each) => each.code === code);
  if (!found) throw new Error(`no processing ${code}`);
  return found;
};
const without = (code: string, ...fields: readonly string[]) => settings.processings.map((each) => (each.code === code ? (Object.fromEntries(Object.entries(each).filter(([name]) => !fields.includes(name))) as typeof each) : each));

describe('The register of processings', () => {
  it('begins with processings that cover every type of the product, and that agree with the other settings', () => {
    expect(flawsOf(settings)).toEqual([]);
    expect(register().gaps).toEqual([]);
    expect(settings.processings.every(({ purpose }) => purpose.includes('À valider par le DPO'))).toBeTrue();
  });

  it('computes the services from rules, names and mails, and counts the mails of each', () => {
    expect(entry('VOIRIE').services).toEqual([{ code: 'ROUTES', label: 'Routes et mobilités', mails: 7 }, { code: 'NORD', label: 'Délégation territoriale Nord', mails: 2 }]);
    expect(entry('VOIRIE').mails).toBe(9);
    expect(entry('MARCHES').services.map(({ code }) => code)).toEqual(['MARCHES']);
  });

  it('takes durations from the schedule, each row once, and who may read from the confidentiality of its types', () => {
    expect(entry('ENFANCE').durations.map(({ code }) => code)).toEqual(['SOC-07']);
    expect(entry('COURRIER').durations.map(({ code }) => code)).withContext('the register of mail has its own').toEqual(['CHR-01', 'CHR-04', 'CHR-05', 'CHR-06']);
    expect(entry('ENFANCE').access).toEqual(['cleared']);
    expect(entry('ENFANCE').compartments).toEqual(['Aide sociale à l’enfance']);
    expect(entry('VOIRIE').access).toEqual(['services', 'mailRoom']);
    expect(entry('COURRIER').access).toContain('headsAndSecretaries');
  });

  it('shows what is missing: a basis, a condition for special data, an agreement, a term of personal data', () => {
    const gaps = (code: string, changed: Partial<Settings> = {}): string[] => entry(code, changed).gaps.map((gap) => [gap.code, gap.row].filter(Boolean).join(' '));
    expect(gaps('ENFANCE')).toContain('rowNotAgreed SOC-07');
    expect(gaps('ENFANCE')).not.toContain('noCondition');
    expect(gaps('ENFANCE', { processings: without('ENFANCE', 'basis', 'specialCondition') })).toEqual(jasmine.arrayContaining(['noBasis', 'noCondition']));
    expect(gaps('ENFANCE', { processings: settings.processings.map((each) => ({ ...each, special: [] })) })).toContain('specialNotSaid');
    const agreed = { by: 'Archives', on: '2026-01-05', reference: '12/2026' };
    const schedule = { ...settings.schedule, rows: settings.schedule.rows.map((row) => ({ ...row, agreed, personalData: 'ordinary' as const, personalDataYears: 1 })) };
    expect(gaps('VOIRIE', { schedule })).toEqual([]);
    expect(gaps('MARCHES')).toContain('noDuration');
  });

  it('needs the text alone for offences, as art. 10 has no list of conditions', () => {
    const only = (more: object) => settings.processings.map((each) => (each.code === 'ENFANCE' ? { ...each, special: ['offences' as const], specialCondition: undefined, ...more } : each));
    expect(entry('ENFANCE', { processings: only({}) }).gaps.map(({ code }) => code)).not.toContain('noCondition');
    expect(entry('ENFANCE', { processings: only({ specialText: undefined }) }).gaps.map(({ code }) => code)).toContain('noCondition');
  });

  it('shows types that no processing covers, that none is of the register of mail, and that nobody can write to the DPO', () => {
    const processings = without('VOIRIE', 'code').filter(({ code }) => code !== undefined && code !== 'COURRIER');
    expect(register({ processings, authority: { ...settings.authority, dpoEmail: undefined } }).gaps).toEqual(
      jasmine.arrayContaining([{ code: 'typeWithoutProcessing', type: 'VOIRIE', label: 'Signalement ou demande sur une route départementale' }, { code: 'registerWithoutProcessing' }, { code: 'noDpo' }]),
    );
  });

  it('begins with what fits an authority that has other types and services', () => {
    const fitting = fittingProcessings(settings.processings, { types: [{ code: 'VOIRIE' }], unscanned: [], services: [{ code: 'DPO' }] });
    expect(fitting.map(({ code, types, services }) => ({ code, types, services }))).toEqual([{ code: 'COURRIER', types: [], services: ['DPO'] }, { code: 'VOIRIE', types: ['VOIRIE'], services: [] }]);
  });

  it('refuses a type in two processings, and codes that lead nowhere', () => {
    const [first, second, ...others] = settings.processings;
    if (!first || !second) throw new Error('the product has processings');
    const flaws = flawsOf({ ...settings, processings: [first, { ...second, code: first.code, types: [...second.types, first.types[0] ?? '', 'NOWHERE'], services: ['NOBODY'] }, ...others] });
    expect(flaws.map(({ code, value }) => `${code} ${value}`)).toEqual([`duplicate ${first.code}`, `duplicate ${first.types[0]}`, 'unknown NOWHERE', 'unknown NOBODY']);
  });
});

describe('What changed since the last export', () => {
  it('is nothing while only mails came', () => {
    const later = register({}, { ...facts, volumes: [{ type: 'VOIRIE', service: 'NORD', mails: 1 }, { type: 'VOIRIE', service: 'ROUTES', mails: 99 }] });
    expect(registerChanges(register(), JSON.parse(JSON.stringify(later)) as typeof later)).toEqual({ entries: [], general: [] });
  });

  it('tells processings that came and went, fields that changed, and what holds for all', () => {
    const [first, ...others] = settings.processings;
    if (!first) throw new Error('the product has processings');
    const rows = settings.schedule.rows.map((row) => (row.code === 'SOC-07' ? { ...row, years: row.years + 5 } : row));
    const after = register({ processings: [...others.filter(({ code }) => code !== 'VOIRIE').map((each) => (each.code === 'DROITS' ? { ...each, measures: ['Coffre'] } : each)), { ...first, code: 'NEW' }], schedule: { ...settings.schedule, rows } }, { ...facts, measures: [] });
    const { entries, general } = registerChanges(register(), after);
    expect(entries.map(({ code, change, fields }) => [code, change, ...fields].join(' '))).toEqual(['ENFANCE changed durations', 'PMI changed durations', 'DROITS changed ownMeasures', 'NEW added', 'COURRIER removed', 'VOIRIE removed']);
    expect(general).toEqual(['measures']);
  });
});
