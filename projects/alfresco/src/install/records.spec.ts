import type { Repository } from '../repository.js';
import { breakingLine } from '../testing/breaking-line.js';
import { freshRepository, type FreshRepository } from '../testing/fresh-repository.js';
import { purgeRole, serviceRole } from './duties.js';
import { asAdmin, installAll, lines, portrait, recordsOptions, rowD, rowT, rowUnagreed } from './installed.spec-support.js';
import { planInstall } from './plan.js';
import { stepsFor } from './schedule-rows.js';
import { describePlan } from './words.js';

const agreedLater = { by: 'Archives départementales', on: '2026-06-01', reference: 'AD/2026/40' };

describe('installation of records management', () => {
  let fresh: FreshRepository;
  let admin: Repository;
  beforeEach(async () => {
    fresh = await freshRepository();
    admin = asAdmin(fresh);
  }, 60_000);
  afterEach(() => fresh.close());

  const categoryNamed = async (start: string) => {
    const [top] = (await admin.records.plan.topCategories()).filter(({ name }) => name.startsWith('Bannette'));
    return (await admin.records.plan.categories(top!.id)).find(({ name }) => name.startsWith(start))!;
  };

  it('makes the site, events, roles, categories and agreed schedules, and then has nothing to do', async () => {
    const options = await recordsOptions();
    await installAll(admin, options);
    const after = await planInstall(admin, options);
    expect([lines(after), after.problems, after.warnings]).toEqual([[], [], []]);

    const roles = await admin.records.roles.list();
    for (const [wanted, account] of [[serviceRole, 'bannette-svc'], [purgeRole, 'bannette-purge']] as const) {
      const role = roles.find(({ name }) => name === wanted.name)!;
      expect(role.people).toEqual([account]);
      expect([...role.capabilities].sort()).toEqual([...wanted.capabilities].sort());
    }
    expect((await admin.records.events.list()).map(({ name }) => name)).toEqual(jasmine.arrayContaining(['gec_cloture', 'gec_visa_elimination', 'gec_versement']));
    for (const [start, row] of [['CHR-01', rowD], ['CHR-04', rowT]] as const) {
      const category = await categoryNamed(start);
      const schedule = (await admin.records.schedules.of(category.id))!;
      expect(schedule).toEqual(jasmine.objectContaining({ recordLevel: true, categoryId: category.id, authority: 'Accord : Archives départementales, 2026-01-05, AD/2026/12' }));
      const told = (steps: readonly object[]) => steps.map((step) => jasmine.objectContaining({ ...step, description: jasmine.any(String) }));
      expect(schedule.steps).toEqual(told(stepsFor(row)) as never);
      expect(await admin.records.schedules.stepsByWebscript(category.id)).toEqual(told(stepsFor(row)) as never);
    }
    expect(await admin.records.schedules.of((await categoryNamed('REC-01')).id)).toBeUndefined();
  }, 60_000);

  it('writes samples only when asked, as what they are, and beside the categories of use', async () => {
    await installAll(admin, await recordsOptions([rowD, rowUnagreed]));
    const samples = await recordsOptions([rowD, rowUnagreed], true);
    expect(lines(await planInstall(admin, samples))).toEqual(['createCategory REC-01 exemple v1 – Plaintes', 'writeSchedule REC-01 exemple v1 – Plaintes']);
    await installAll(admin, samples);
    const sample = (await admin.records.schedules.of((await categoryNamed('REC-01 exemple')).id))!;
    expect([sample.authority, sample.instructions]).toEqual([jasmine.stringContaining('EXEMPLE'), jasmine.stringContaining('EXEMPLE')]);
    expect(lines(await planInstall(admin, samples))).toEqual([]);
  }, 60_000);

  it('makes another category of a row that changed, and leaves the one that records lie in', async () => {
    await installAll(admin, await recordsOptions([rowD]));
    const before = await categoryNamed('CHR-01 v1');
    const schedule = await admin.records.schedules.of(before.id);
    const changed = await recordsOptions([{ ...rowD, years: 2 }]);
    expect(lines(await planInstall(admin, changed))).toEqual(['createCategory CHR-01 v2 – Chronos – arrivée', 'writeSchedule CHR-01 v2 – Chronos – arrivée']);
    await installAll(admin, changed);
    expect(await admin.records.schedules.of(before.id)).toEqual(schedule);
    expect((await admin.records.schedules.of((await categoryNamed('CHR-01 v2')).id))?.steps[1]?.period).toBe('year|2');
    expect(lines(await planInstall(admin, await recordsOptions([rowD])))).toEqual([]);
  }, 60_000);

  it('writes the schedule when the archives have agreed, unless folders are there, to which AGS would give no lifecycle', async () => {
    await installAll(admin, await recordsOptions([rowUnagreed, { ...rowUnagreed, code: 'REC-02' }]));
    await admin.records.plan.createFolder((await categoryNamed('REC-02')).id, '2026');
    const agreed = await recordsOptions([{ ...rowUnagreed, agreed: agreedLater }, { ...rowUnagreed, code: 'REC-02', agreed: agreedLater }]);
    const plan = await planInstall(admin, agreed);
    expect(lines(plan)).toEqual(['writeSchedule REC-01 v1 – Plaintes']);
    expect(plan.warnings).toEqual([{ code: 'categoryInUse', subject: 'REC-02 v1 – Plaintes' }]);
    await installAll(admin, agreed);
    expect((await admin.records.schedules.of((await categoryNamed('REC-01')).id))?.authority).toContain('AD/2026/40');
  }, 60_000);

  it('leaves what others made: the site, their categories, roles, events and rights', async () => {
    const { plan, schedules, events, roles, filing } = admin.records;
    await plan.createSite('Archives');
    const theirs = await plan.createCategory({ name: 'Délibérations' });
    await schedules.create(theirs.id, { authority: 'Leur tableau', instructions: 'Leurs', recordLevel: true });
    await events.create({ name: 'leur_evenement', label: 'Leur événement' });
    await roles.create({ name: 'Leurs', label: 'Leurs', capabilities: ['ViewRecords'] });
    await admin.people.create({ id: 'archiviste', firstName: 'A', email: 'a@example.org', password: 'secret-1' });
    await filing.grant(theirs.id, ['archiviste']);
    const theirsIn = async () => {
      const all = (await portrait(admin)) as { categories: { name: string }[]; roles: { name: string }[]; events: { name: string }[] };
      return [await plan.site(), all.categories.filter(({ name }) => name === 'Délibérations'), all.roles.filter(({ name }) => !name.startsWith('Bannette')), all.events.filter(({ name }) => !name.startsWith('gec_')), await schedules.of(theirs.id)];
    };
    const before = await theirsIn();
    await installAll(admin, await recordsOptions());
    expect(await theirsIn()).toEqual(before);
  }, 60_000);

  it('does nothing at all when something of others has its names', async () => {
    const { plan, events, roles } = admin.records;
    await plan.createSite('Archives');
    await plan.createCategory({ name: 'bannette – département de la lys-et-loire' });
    await events.create({ name: 'autre', label: 'Bannette – visa d’élimination' });
    await roles.create({ name: 'BannettePurge', label: 'Purge', capabilities: ['DeleteRecords'] });
    const found = await planInstall(admin, await recordsOptions());
    expect(found.problems).toEqual([
      { code: 'eventForeign', subject: 'autre' },
      { code: 'roleForeign', subject: 'BannettePurge' },
      { code: 'categoryForeign', subject: 'Bannette – Département de la Lys-et-Loire' },
    ]);
    await expectAsync(installAll(admin, await recordsOptions())).toBeRejectedWith(jasmine.objectContaining({ code: 'invalid' }));
    expect(await admin.groups.find('GROUP_GEC_S_DGS')).toBeUndefined();
  }, 60_000);

  it('gives its roles back what they had, and tells of a schedule that somebody changed without touching it', async () => {
    const options = await recordsOptions();
    await installAll(admin, options);
    const { roles, schedules } = admin.records;
    await roles.update({ ...purgeRole, capabilities: [...purgeRole.capabilities, 'DeleteRecords'] });
    await roles.unassign(serviceRole.name, 'bannette-svc');
    const kept = await categoryNamed('CHR-04');
    await schedules.addStep(kept.id, { action: 'destroy', description: 'x', period: 'year|1', periodFrom: 'rma:dateFiled', events: [], anyEvent: true, keepsProperties: false });
    const found = await planInstall(admin, options);
    expect(lines(found)).toEqual(['assignRole bannette-svc', 'updateRole BannettePurge']);
    expect(found.warnings).toEqual([{ code: 'scheduleDrifted', subject: kept.name }]);
    await installAll(admin, options);
    expect(lines(await planInstall(admin, options))).toEqual([]);
    expect((await schedules.of(kept.id))?.steps.length).toBe(2);
  }, 60_000);

  it('goes without records where Governance Services are of a release that lists no roles', async () => {
    const old = { ...admin, about: async () => ({ ...(await admin.about()), recordsVersion: '25.1.3' }) };
    const found = await planInstall(old, await recordsOptions());
    expect([found.problems, found.warnings, lines(found).filter((line) => /Site|Role|Event|Category/.test(line))]).toEqual([[], [{ code: 'agsTooOld', subject: '25.1.3' }], []]);
    expect(describePlan(found).join('\n')).toContain('25.2 or later');
  }, 60_000);

  it('goes without records where there are no Governance Services, and makes them once they are there', async () => {
    const line = await breakingLine(fresh.url, { hides: /\/public\/gs\/|\/api\/rma?\// });
    const without = asAdmin(line);
    const options = await recordsOptions();
    const found = await planInstall(without, options);
    expect([found.problems, found.warnings]).toEqual([[], [{ code: 'agsMissing', subject: '' }]]);
    await installAll(without, options);
    const again = await planInstall(without, options);
    expect([lines(again), again.warnings]).toEqual([[], [{ code: 'agsMissing', subject: '' }]]);
    expect(await admin.people.find('bannette-purge')).toBeUndefined();
    await line.close();
    await installAll(admin, options);
    const whole = await planInstall(admin, options);
    expect([lines(whole), whole.warnings]).toEqual([[], []]);
  }, 60_000);

  it('refuses accounts that could do everything, or both give the visa and destroy', async () => {
    const options = await recordsOptions();
    const same = await planInstall(admin, { ...options, records: { ...options.records!, purgeAccount: options.serviceAccount } });
    expect(same.problems).toEqual([{ code: 'accountsSame', subject: 'bannette-svc' }]);
    const powerful = await planInstall(admin, { ...options, serviceAccount: { id: 'admin', email: 'admin@example.org' } });
    expect(powerful.problems).toEqual([{ code: 'accountIsAdministrator', subject: 'admin' }]);
  }, 60_000);
});
