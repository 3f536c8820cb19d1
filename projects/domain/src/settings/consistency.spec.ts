import { flawsOf } from './consistency.js';
import { defaultSettings, defaultSettingsAsWritten } from './default-settings.spec-support.js';
import { settingsSchema, type Settings } from './settings.js';

type Draft<T> = T extends object ? { -readonly [key in keyof T]: Draft<T[key]> } : T;

/** The default settings with one thing changed. */
function settingsWith(change: (settings: Draft<Settings>) => void): Settings {
  const settings: Draft<Settings> = defaultSettings();
  change(settings);
  return settings;
}
const first = 0;

describe('settings that would break the house', () => {
  it('a tray of a service that does not exist', () => {
    expect(flawsOf(settingsWith(({ trays }) => void (trays[first]!.service = 'GONE')))).toContain({ code: 'unknown', path: 'trays.cabinet.service', value: 'GONE' });
  });

  it('a service under one that does not exist, or with a compartment that does not', () => {
    const flaws = flawsOf(settingsWith(({ services }) => Object.assign(services[first]!, { parent: 'GONE', compartments: ['SECRET'] })));
    expect(flaws).toEqual([{ code: 'unknown', path: 'services.CABINET.parent', value: 'GONE' }, { code: 'unknown', path: 'services.CABINET.compartments', value: 'SECRET' }]);
  });

  it('a service at a site that does not exist; but words from before there were sites are left', () => {
    const at = (site: string) => flawsOf(settingsWith(({ services }) => void (services[first]!.site = site)));
    expect(at('NOWHERE')).toEqual([{ code: 'unknown', path: 'services.CABINET.site', value: 'NOWHERE' }]);
    expect(at('Hôtel du Département, 2e étage')).toEqual([]);
  });

  it('a service that is part of itself, by way of another', () => {
    const flaws = flawsOf(settingsWith(({ services }) => void (services.find(({ code }) => code === 'DGS')!.parent = 'FINANCES')));
    expect(flaws).toEqual([{ code: 'cycle', path: 'services.DGS.parent', value: 'FINANCES' }, { code: 'cycle', path: 'services.FINANCES.parent', value: 'DGS' }]);
    expect(flawsOf(settingsWith(({ services }) => void (services[first]!.parent = 'CABINET')))).toEqual([{ code: 'cycle', path: 'services.CABINET.parent', value: 'CABINET' }]);
  });

  it('a rule towards a tray of a service that is retired, unless it is switched off, or a part of such a service', () => {
    const retired = (enabled: boolean) => flawsOf(settingsWith(({ services, rules }) => {
      services.find(({ code }) => code === 'CABINET')!.retired = true;
      for (const rule of rules.filter(({ tray }) => tray === 'cabinet')) rule.enabled = enabled;
    })).filter(({ path }) => path.startsWith('rules'));
    expect(new Set(retired(true).map(({ code, value }) => `${code} ${value}`))).toEqual(new Set(['retired cabinet']));
    expect(retired(false)).toEqual([]);
    expect(flawsOf(settingsWith(({ services }) => void (services.find(({ code }) => code === 'DGS')!.retired = true)))).toContain({ code: 'retired', path: 'services.FINANCES.parent', value: 'DGS' });
  });

  it('a shared mailbox of two services, however it is written', () => {
    const flaws = flawsOf(settingsWith(({ services }) => {
      services[0]!.mailboxes = ['accueil@lys-et-loire.example'];
      services[1]!.mailboxes = ['Accueil@Lys-et-Loire.example'];
    }));
    expect(flaws).toEqual([{ code: 'duplicate', path: 'services.mailboxes', value: 'accueil@lys-et-loire.example' }]);
  });

  it('a rule on what comes in at a site that does not exist', () => {
    expect(flawsOf(settingsWith(({ rules }) => void (rules[first]!.when = { sites: ['NOWHERE'] })))).toEqual([{ code: 'unknown', path: 'rules.enfance-danger.when.sites', value: 'NOWHERE' }]);
  });

  it('a type kept by a row that the schedule does not have, or in an unknown compartment', () => {
    const flaws = flawsOf(settingsWith(({ types }) => Object.assign(types[first]!, { scheduleRow: 'XXX-99', compartment: 'SECRET' })));
    expect(flaws).toContain({ code: 'unknown', path: 'types.COURRIER_GENERAL.scheduleRow', value: 'XXX-99' });
    expect(flaws).toContain({ code: 'unknown', path: 'types.COURRIER_GENERAL.compartment', value: 'SECRET' });
  });

  it('a rule towards a tray that does not exist, or on a type that does not', () => {
    const flaws = flawsOf(settingsWith(({ rules }) => Object.assign(rules[first]!, { tray: 'nowhere', when: { types: ['GONE'] } })));
    expect(flaws).toEqual([{ code: 'unknown', path: 'rules.enfance-danger.tray', value: 'nowhere' }, { code: 'unknown', path: 'rules.enfance-danger.when.types', value: 'GONE' }]);
  });

  it('a rule that sends a compartment’s letters where nobody can be cleared to read them', () => {
    expect(flawsOf(settingsWith(({ rules }) => void (rules[first]!.tray = 'finances')))).toEqual([{ code: 'noCompartmentGroup', path: 'rules.enfance-danger.tray', value: 'ASE' }]);
  });

  it('a narrower term whose broader one is missing', () => {
    expect(flawsOf(settingsWith(({ thesaurus }) => void (thesaurus[1]!.broader = 'GONE')))).toEqual([{ code: 'unknown', path: 'thesaurus.AUTONOMIE_AGE.broader', value: 'GONE' }]);
  });

  for (const [kind, name] of [['compartments', 'ASE'], ['services', 'CABINET'], ['trays', 'cabinet'], ['types', 'COURRIER_GENERAL'], ['rules', 'enfance-danger'], ['templates', 'ACCUSE_RECEPTION'], ['thesaurus', 'SOLIDARITES'], ['unscanned', 'PLI_PERSONNEL'], ['sites', 'SIEGE']] as const) {
    it(`one code given twice among ${kind}`, () => {
      const twice = settingsWith((settings) => void (settings[kind] as unknown[]).push(structuredClone(settings[kind][first])));
      expect(flawsOf(twice)).toEqual([{ code: 'duplicate', path: kind, value: name }]);
    });
  }

  it('one code given twice in the schedule', () => {
    const twice = settingsWith(({ schedule }) => void schedule.rows.push(structuredClone(schedule.rows[first]!)));
    expect(flawsOf(twice)).toEqual([{ code: 'duplicate', path: 'schedule', value: 'CHR-01' }]);
  });
});

describe('settings as people send them', () => {
  const refused = (change: (settings: Record<string, unknown>) => void): string[] => {
    const settings = defaultSettingsAsWritten();
    change(settings);
    return settingsSchema.safeParse(settings).error?.issues.map((issue) => issue.path.join('.')) ?? [];
  };
  const listed = (settings: Record<string, unknown>, kind: string): object => (settings[kind] as object[])[0] ?? {};

  it('are refused when a code is not a code, and the refusal says where', () => {
    expect(refused((settings) => Object.assign(listed(settings, 'services'), { code: 'cabinet du président' }))).toEqual(['services.0.code']);
  });
  it('are refused when a register would give two mails one number', () => {
    expect(refused((settings) => Object.assign(listed(settings, 'registers'), { pattern: 'A-{seq:6}' }))).toEqual(['registers.0.pattern']);
  });
  it('are refused when a site closes before it opens, or at no time of day', () => {
    const hours = (opens: string, closes: string) => refused((settings) => Object.assign(listed(settings, 'sites'), { hours: [{ day: 1, opens, closes }] }));
    expect(hours('13:30', '12:00')).toEqual(['sites.0.hours.0.closes']);
    expect(hours('08h3', '12:00')).toEqual(['sites.0.hours.0.opens']);
  });
  it('are refused when a range of postcodes goes from one country to another', () => {
    expect(refused((settings) => Object.assign(listed(settings, 'rules'), { when: { postcodes: [{ from: '1000', to: '98149' }] } }))).toEqual(['rules.0.when.postcodes.0.to']);
    expect(refused((settings) => Object.assign(listed(settings, 'rules'), { when: { postcodes: [{ from: '1000', to: '1299' }] } }))).toEqual([]);
  });

  it('are refused when a postcode has a letter in it', () => {
    expect(refused((settings) => Object.assign(listed(settings, 'rules'), { when: { postcodes: [{ from: '98l00', to: '98149' }] } }))).toEqual(['rules.0.when.postcodes.0.from']);
  });
  it('are refused when a confidentiality is not among 0 to 4', () => {
    expect(refused((settings) => Object.assign(listed(settings, 'types'), { confidentiality: 5 }))).toEqual(['types.0.confidentiality']);
  });
  it('take a rule for enabled and a service for free of compartments when nothing is said', () => {
    const settings = defaultSettingsAsWritten();
    settings.rules = [{ id: 'all', label: 'Tout', when: {}, tray: 'dgs' }];
    settings.services = [{ code: 'DGS', label: 'DGS', kind: 'direction' }];
    const parsed = settingsSchema.parse(settings);
    expect([parsed.rules[0]?.enabled, parsed.services[0]?.compartments]).toEqual([true, []]);
  });
});
