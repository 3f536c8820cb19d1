
import { sql } from 'kysely';
import { verifyJournal } from '@bannette/store';
import { withHouse } from '../start/with-house.js';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { applyRebuild, planRebuild, reportOf, type RebuildPlan } from './index.js';
import { quiet, workingDay, type WorkingDay } from './working-day.spec-support.js';

/** What a rebuild must bring back as it was: all of a row but what tells how often it was written. */
const rowsOf = async ({ store }: Pick<TestHouse, 'store'>): Promise<ReadonlyMap<string, Record<string, unknown>>> => {
  const { rows } = await sql<{ id: string; mail: Record<string, unknown>; documents: unknown }>`
    select id, to_jsonb(mail) - '{revision,desired_version,applied_version}'::text[] as mail,
      (select jsonb_agg(to_jsonb(document) - '{stored_at}'::text[] order by position) from document where mail_id = mail.id) as documents from mail order by id`.execute(store.db);
  return new Map(rows.map(({ id, mail, documents }) => [id, { ...mail, documents }]));
};

const inShort = ({ differences, counters, lost }: RebuildPlan) => ({ differences: differences.map(({ kind, mailId, columns, doubt }) => [kind, mailId, columns.join(), ...(doubt ? [doubt] : [])].join(' ')).sort(), counters, lost });
const nothing = { differences: [], counters: [], lost: [] };

describe('A rebuild', () => {
  let house: TestHouse;
  let day: WorkingDay;
  let before: ReadonlyMap<string, Record<string, unknown>>;

  const plan = (variables?: { [name: string]: string }): Promise<RebuildPlan> => withHouse(house.config(variables), planRebuild);
  const apply = (): Promise<unknown> => withHouse(house.config(), async (own) => applyRebuild(own, await planRebuild(own)));
  /** Bannette runs until Alfresco agrees, and is closed again. */
  const settle = async (): Promise<void> => {
    const running = await house.serve();
    await quiet(house);
    await running.stop();
  };
  const run = (statement: string): Promise<unknown> => sql.raw(statement).execute(house.store.db);

  beforeAll(async () => {
    house = await startTestHouse();
    day = await workingDay(house);
    await day.running.stop();
    before = await rowsOf(house);
  }, 180_000);
  afterAll(() => house?.close(), 60_000);

  it('finds no difference after a day’s work of all sorts', async () => {
    const found = await plan();
    expect(inShort(found)).toEqual(nothing);
    expect(found.looked).toEqual({ rows: 15, nodes: 13, journalOnly: 0 });
    expect(reportOf(found)).toMatch(/Nothing differs\.$/);
  }, 60_000);

  it('says which row was damaged in which columns, and writes it as it was', async () => {
    const { ids } = day;
    await run(`update mail set state = 'distributed', assignee = null where id = '${ids.copied}'`);
    await run(`update mail set subject = 'Autre chose', document_date = '2020-02-29', correspondent = jsonb_set(correspondent, '{name}', '"Quelqu’un d’autre"') where id = '${ids.assigned}'`);
    await run(`update mail set readers = '{GROUP_GEC_S_FINANCES}' where id = '${ids.secret}'`);
    await run(`update mail set number = number + 100 where id = '${ids.noted}'`);
    await run(`update document set sha512 = 'spoilt', node_id = null where mail_id = '${ids.noted}'`);
    await run(`delete from document where mail_id = '${ids.rerouted}'`);
    const found = inShort(await plan());
    expect(found.differences).toEqual([
      `documentsDiffer ${ids.rerouted} `,
      `rowDamaged ${ids.assigned} subject,correspondent,document_date`,
      `rowDamaged ${ids.copied} state,assignee`,
      `rowDamaged ${ids.noted} number`,
      `rowDamaged ${ids.secret} readers`,
    ].sort());
    await apply();
    expect(inShort(await plan())).toEqual(nothing);
    await settle();
    expect(await rowsOf(house)).toEqual(before);
    expect(inShort(await plan())).toEqual(nothing);
  }, 120_000);

  const forget = async (id: string): Promise<void> => {
    for (const table of ['undo', 'note', 'document', 'retention_notice']) await run(`delete from ${table} where mail_id = '${id}'`);
    await run(`update deposit_file set mail_id = null where mail_id = '${id}'`);
    await run(`update mail set answer_of = null where answer_of = '${id}'`);
    await run(`delete from mail where id = '${id}'`);
  };

  it('writes again all rows that were deleted, with their documents, readers and places', async () => {
    const lost = [day.ids.answered, day.ids.secret, day.ids.undone, day.ids.waiting, day.ids.voided, day.ids.noted];
    const answer = [...before].find(([, row]) => row.answer_of)?.[0] ?? '';
    for (const id of [answer, ...lost]) await forget(id);
    await run('delete from correspondent where not exists (select from mail where correspondent_id = correspondent.id)');
    const found = await plan();
    expect(inShort(found)).toEqual({ ...nothing, differences: [answer, ...lost].map((id) => `rowMissing ${id} row`).sort() });
    expect(found.differences.find(({ mailId }) => mailId === day.ids.noted)?.notesLost).toBe(1);
    expect(await rowsOf(house).then((rows) => rows.size)).toBe(before.size - 7);
    await apply();
    expect(inShort(await plan())).toEqual(nothing);
    await settle();
    const now = await rowsOf(house);
    expect([...now.keys()]).toEqual([...before.keys()]);
    for (const [id, row] of now) expect(row).withContext(id).toEqual(before.get(id) ?? {});
    expect(inShort(await plan())).toEqual(nothing);
    expect((await verifyJournal(house.databaseUrl)).intact).toBeTrue();
  }, 120_000);
});
