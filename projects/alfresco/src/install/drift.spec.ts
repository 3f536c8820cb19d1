import { connect, type Repository } from '../repository.js';
import { freshRepository, type FreshRepository } from '../testing/fresh-repository.js';
import { comparePlan } from './drift.js';
import { asAdmin, installAll, recordsOptions, rowD, rowT, rowUnagreed } from './installed.spec-support.js';
import { applyCategories, planCategoriesOnly } from './records-only.js';

describe('The file plan beside the schedule', () => {
  let fresh: FreshRepository;
  let admin: Repository;
  beforeEach(async () => {
    fresh = await freshRepository();
    admin = asAdmin(fresh);
  }, 60_000);
  afterEach(() => fresh.close());

  it('differs where a row has no category, no agreement or other steps, and is made equal by an administrator alone', async () => {
    const options = await recordsOptions([rowD, rowT, rowUnagreed]);
    await installAll(admin, options);
    await admin.people.create({ id: 'archiviste', firstName: 'A', email: 'a@example.org', password: 'secret-1' });
    const drift = async (rows: Parameters<typeof comparePlan>[2]) => (await comparePlan(admin.records, options.entity, rows))?.rows.map(({ code, drift: of }) => [code, ...of.map(({ code: what }) => what)].join(' '));
    expect(await drift([rowD, rowT, rowUnagreed])).toEqual(['CHR-01', 'CHR-04', 'REC-01 notAgreed']);

    const agreed = { ...rowUnagreed, agreed: { by: 'AD', on: '2026-05-01', reference: 'AD/3' } };
    const changed = { ...rowD, years: 2 };
    expect(await drift([changed, rowT, agreed])).toEqual(['CHR-01 categoryMissing', 'CHR-04', 'REC-01 scheduleMissing']);
    const wanted = await recordsOptions([changed, rowT, agreed]);
    const other = connect({ url: fresh.url }, { user: 'archiviste', password: 'secret-1' });
    await expectAsync(planCategoriesOnly(other, wanted)).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
    const plan = await planCategoriesOnly(admin, wanted);
    expect(plan.steps.map(({ action }) => action)).toEqual(['createCategory', 'writeSchedule', 'writeSchedule']);
    await applyCategories(admin, plan);
    const after = await comparePlan(admin.records, options.entity, [changed, rowT, agreed]);
    expect([after?.rows.flatMap(({ drift: of }) => of), after?.others.map(({ name, former }) => `${name.slice(0, 9)} ${former}`)]).toEqual([[], ['CHR-01 v1 true']]);

    const category = after?.rows.find(({ code }) => code === 'CHR-04')?.category?.id ?? '';
    await admin.records.schedules.addStep(category, { action: 'destroy', description: 'x', period: 'year|1', periodFrom: 'rma:dateFiled', events: [], anyEvent: true, keepsProperties: false });
    await admin.records.events.delete('gec_visa_elimination');
    expect(await drift([changed, rowT, agreed])).toEqual(['CHR-01 eventMissing', 'CHR-04 stepsDiffer', 'REC-01 eventMissing']);
    await expectAsync(planCategoriesOnly(admin, wanted)).toBeRejectedWith(jasmine.objectContaining({ code: 'invalid' }));
  }, 60_000);
});
