import { Readable } from 'node:stream';
import { asAdmin, installAll, recordsOptions, rowD, rowT } from '../install/installed.spec-support.js';
import { connect, type Repository } from '../repository.js';
import { freshRepository, type FreshRepository } from '../testing/fresh-repository.js';

const past = '2020-12-31T00:00:00.000Z';

describe('the life of a record under an installed schedule', () => {
  let fresh: FreshRepository;
  let [admin, service, purge]: Repository[] = [];
  let libraryId: string;
  let count = 0;

  beforeAll(async () => {
    fresh = await freshRepository();
    admin = asAdmin(fresh);
    const passwords = await installAll(admin, await recordsOptions([rowD, rowT]));
    const as = (user: string): Repository => connect({ url: fresh.url, retries: 0 }, { user, password: passwords.get(user)! });
    [service, purge] = [as('bannette-svc'), as('bannette-purge')];
    libraryId = (await service.nodes.findByPath('-root-', 'Bannette'))!.id;
  }, 60_000);
  afterAll(() => fresh?.close());

  const folderOf = async (code: string): Promise<string> => {
    const top = (await service!.records.plan.topCategories()).find(({ name }) => name.startsWith('Bannette'))!;
    const category = (await service!.records.plan.categories(top.id)).find(({ name }) => name.startsWith(`${code} `))!;
    return ((await service!.records.plan.folders(category.id))[0] ?? (await service!.records.plan.createFolder(category.id, '2026'))).id;
  };

  /** A document declared and completed by the service account, in a folder of the row's category. */
  const record = async (code: string): Promise<string> => {
    const folder = { id: await folderOf(code) };
    const bytes = Buffer.from('%PDF-1.4');
    const { id } = await service!.nodes.upload({ parentId: libraryId, name: `d-${++count}.pdf`, type: 'cm:content', properties: {}, mediaType: 'application/pdf', size: bytes.length, content: () => Readable.from([bytes]) });
    await service!.records.declare(id, folder.id);
    await service!.records.complete(id);
    return id;
  };
  const visa = { name: 'completeEvent', event: 'gec_visa_elimination', by: 'bannette-svc', at: '2026-11-01T00:00:00.000Z' } as const;
  const destroy = { name: 'destroy' } as const;
  const refused = (done: Promise<unknown>, ...codes: readonly string[]) => expectAsync(done).toBeRejectedWith(jasmine.objectContaining({ code: jasmine.stringMatching(new RegExp(`^(${codes.join('|')})$`)) }));

  it('of fate D ends by the visa of one account and the hand of the other; neither can do both', async () => {
    const id = await record('CHR-01');
    const { records } = service!;
    expect((await records.nextAction(id))?.action).toBe('cutoff');
    await refused(records.execute(id, { name: 'cutoff' }), 'failed', 'forbidden');
    await records.execute(id, { name: 'completeEvent', event: 'gec_cloture', by: 'bannette-svc', at: past });
    expect((await records.execute(id, { name: 'cutoff' }))?.action).toBe('retain');
    await refused(records.execute(id, { name: 'retain' }), 'failed', 'forbidden');
    expect((await records.execute(id, { name: 'editDispositionActionAsOfDate', asOf: past }))?.asOf).toContain('2020-12-31');
    const last = await records.execute(id, { name: 'retain' });
    expect([last?.action, last?.asOf, last?.eventsEligible]).toEqual(['destroy', undefined, false]);

    await refused(purge!.records.execute(id, { ...visa, by: 'bannette-purge' }), 'forbidden');
    await refused(purge!.records.execute(id, destroy), 'failed', 'forbidden');
    await refused(admin!.records.execute(id, destroy), 'failed', 'forbidden');
    expect((await records.execute(id, visa))?.eventsEligible).toBeTrue();
    await refused(records.execute(id, destroy), 'forbidden');
    await purge!.records.execute(id, destroy);
    expect((await admin!.nodes.get(id)).aspects).toContain('rma:ghosted');
    await expectAsync(admin!.nodes.content(id)).toBeRejectedWith(jasmine.objectContaining({ code: 'notFound' }));
  }, 60_000);

  it('of fate T is kept for its years, and nothing leads to its destruction', async () => {
    const id = await record('CHR-04');
    expect((await service!.records.nextAction(id))?.action).toBe('retain');
    await service!.records.execute(id, { name: 'editDispositionActionAsOfDate', asOf: past });
    expect(await service!.records.execute(id, { name: 'retain' })).toBeUndefined();
    await refused(service!.records.execute(id, visa), 'failed', 'forbidden');
    await refused(purge!.records.execute(id, destroy), 'failed', 'forbidden');
  }, 60_000);

  it('of fate T that a sorting did not keep is destroyed under its second row, whether or not its retention was ended under the first', async () => {
    const target = await folderOf('CHR-04-tri');
    for (const ended of [false, true]) {
      const id = await record('CHR-04');
      const { records, nodes } = service!;
      await records.execute(id, { name: 'editDispositionActionAsOfDate', asOf: past });
      if (ended) await records.execute(id, { name: 'retain' });
      await nodes.move(id, target);
      await nodes.move(id, target);
      expect((await nodes.get(id)).parentId).toBe(target);
      expect((await records.nextAction(id))?.action).withContext(`ended: ${ended}`).toBe('cutoff');
      await records.execute(id, { name: 'completeEvent', event: 'gec_cloture', by: 'bannette-svc', at: past });
      await records.execute(id, { name: 'cutoff' });
      await nodes.update(id, { properties: { 'rma:cutOffDate': '2009-12-31T11:00:00.000Z' } });
      expect((await records.nextAction(id))?.asOf).toContain('2019-12-31');
      expect((await records.execute(id, { name: 'retain' }))?.action).toBe('destroy');
      await refused(purge!.records.execute(id, destroy), 'failed', 'forbidden');
      await refused(nodes.move(id, await folderOf('CHR-04')), 'forbidden');
      await records.execute(id, visa);
      await purge!.records.execute(id, destroy);
      expect((await admin!.nodes.get(id)).aspects).toContain('rma:ghosted');
    }
  }, 60_000);

  it('is stopped by a hold that the service account places, and goes on when it is taken away', async () => {
    const id = await record('CHR-04');
    const { holds } = service!.records;
    const hold = await holds.create({ name: 'Contentieux 12', reason: 'contentieux' });
    await holds.add(hold.id, id);
    expect(await holds.members(hold.id)).toEqual([id]);
    await expectAsync(admin!.nodes.delete(id)).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
    await holds.remove(hold.id, id);
    expect((await holds.list()).map(({ name }) => name)).toEqual(['Contentieux 12']);
    expect(await holds.members(hold.id)).toEqual([]);
    await holds.release(hold.id);
    expect(await holds.list()).toEqual([]);
  }, 60_000);
});
