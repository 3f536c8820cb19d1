import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openSpool, verifyJournal, workAlone } from '@bannette/store';
import { sql } from 'kysely';
import { withHouse } from '../start/with-house.js';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { applyRebuild, planRebuild, reportOf, type RebuildPlan } from './index.js';
import { quiet, workingDay, type WorkingDay } from './working-day.spec-support.js';

/** What a rebuild must bring back as it was: all of a row but what tells how often it was written, microseconds, and node ids, which the plan looks at. */
const rowsOf = async ({ store }: Pick<TestHouse, 'store'>): Promise<ReadonlyMap<string, Record<string, unknown>>> => {
  const { rows } = await sql<{ id: string; mail: Record<string, unknown>; documents: unknown }>`
    select id, to_jsonb(mail) - '{revision,desired_version,applied_version,created_at,node_id,open_alerts,holds,current_use_ends}'::text[] as mail,
      (select jsonb_agg(to_jsonb(document) - '{stored_at,node_id,searchable_node_id,gone_at}'::text[] || jsonb_build_object('for_whom', (select jsonb_agg(to_jsonb(beneficiary) - '{created_at,created_by,revision}'::text[]) from document_beneficiary join beneficiary on beneficiary.id = beneficiary_id where document_id = document.id)) order by position) from document where mail_id = mail.id) as documents from mail order by id`.execute(store.db);
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

  /** Of a mail that Alfresco never had, ids of documents are made anew, and its end is as exact as the journal's clock. */
  const nearly = (row: Record<string, unknown> | undefined): unknown => ({ ...row, closed_at: null, documents: (row?.documents as object[]).map((document) => ({ ...document, id: null })) });
  const forget = async (id: string): Promise<void> => {
    await run(`delete from document_version where document_id in (select id from document where mail_id = '${id}')`);
    await run(`delete from document_beneficiary where document_id in (select id from document where mail_id = '${id}')`);
    for (const table of ['hold_mail', 'record_part', 'mail_record', 'undo', 'note', 'alert', 'alfresco_event', 'document', 'retention_notice']) await run(`delete from ${table} where mail_id = '${id}'`);
    await run(`update deposit_file set mail_id = null where mail_id = '${id}'`);
    await run(`update mail set answer_of = null where answer_of = '${id}'`);
    await run(`delete from mail where id = '${id}'`);
  };

  it('writes again all rows that were deleted, with their documents, readers and places', async () => {
    const lost = [day.ids.answered, day.ids.secret, day.ids.undone, day.ids.waiting, day.ids.voided, day.ids.noted];
    const answer = [...before].find(([, row]) => row.answer_of)?.[0] ?? '';
    for (const id of [answer, ...lost]) await forget(id);
    await run('delete from beneficiary where not exists (select from document_beneficiary where beneficiary_id = beneficiary.id)');
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
    const withoutNode = [day.ids.waiting, day.ids.voided];
    for (const [id, row] of now) {
      if (withoutNode.includes(id)) expect(nearly(row)).withContext(id).toEqual(nearly(before.get(id)));
      else expect(row).withContext(id).toEqual({ ...before.get(id), ...(id === answer ? { read_text: '' } : {}) });
    }
    before = now;
    expect(inShort(await plan())).toEqual(nothing);
    expect((await verifyJournal(house.databaseUrl)).intact).toBeTrue();
  }, 120_000);

  it('brings an affair back under its number, with its mails, where a folder tells it; its people name it again', async () => {
    const { undone: piece } = day.ids;
    const running = await house.serve();
    const clara = await house.client('clara.moreau', running.url);
    const affair = await clara.post<{ id: string; chrono: string }>('/affairs', { title: 'Rue des Tanneurs', service: 'ROUTES' });
    expect((await clara.call('PUT', `/mails/${piece}/affair`, { affair: affair.id })).status).toBe(200);
    await quiet(house);
    await running.stop();
    const filed = await rowsOf(house);
    await forget(piece);
    await run(`delete from affair where id = '${affair.id}'`);
    await apply();
    await settle();
    const back = await house.store.db.selectFrom('affair').select(['chrono', 'title', 'service', 'state']).where('id', '=', affair.id).executeTakeFirstOrThrow();
    expect(back).toEqual({ chrono: affair.chrono, title: affair.chrono, service: String(filed.get(piece)?.service), state: 'open' });
    expect((await rowsOf(house)).get(piece)).toEqual(filed.get(piece));
    expect(inShort(await plan())).toEqual(nothing);
    // Its period is reckoned behind the scenes.
    await settle();
    before = await rowsOf(house);
  }, 120_000);

  const nodeOf = async (id: string): Promise<string> => (await house.store.db.selectFrom('mail').select('node_id').where('id', '=', id).executeTakeFirstOrThrow()).node_id ?? '';
  const contentOf = async (nodeId: string): Promise<Buffer> => Buffer.concat((await (await house.administrator.nodes.content(nodeId)).stream.toArray()) as Buffer[]);

  it('sends again what Alfresco lost, as far as the spool holds it, and says whose bytes are nowhere', async () => {
    const { ids } = day;
    const documentOf = (id: string) => house.store.db.selectFrom('document').selectAll().where('mail_id', '=', id).executeTakeFirstOrThrow();
    const spool = async (bytes: Buffer): Promise<unknown> => (await openSpool(join(house.dataDir, 'spool'))).write(Readable.from([bytes]), { maxBytes: 1e6 });
    const document = await documentOf(ids.copied);
    const partsOf = async ({ node_id, searchable_node_id }: typeof document): Promise<[Buffer, Buffer]> => [await contentOf(node_id ?? ''), await contentOf(searchable_node_id ?? '')];
    const [bytes, others] = [await partsOf(document), await partsOf(await documentOf(ids.assigned))];
    const both = ['original', 'searchable'].map((part) => `${ids.assigned} ${part}`);
    const lostOf = ({ lost }: Awaited<ReturnType<typeof plan>>): string[] => lost.map(({ mailId, part }) => `${mailId} ${part}`).sort();
    for (const id of [ids.copied, ids.assigned]) await house.administrator.nodes.delete(await nodeOf(id), { permanent: true });
    const lost = await plan();
    expect(inShort(lost).differences).toEqual([`nodeMissing ${ids.assigned} node_id`, `nodeMissing ${ids.copied} node_id`].sort());
    expect(lostOf(lost)).toEqual([...both, `${ids.copied} original`, `${ids.copied} searchable`].sort());

    for (const part of bytes) await spool(part);
    const found = await plan();
    expect(lostOf(found)).toEqual(both);
    expect(reportOf(found)).toContain(`${ids.assigned}: original of document`);
    await apply();
    expect(inShort(await plan()).differences).toEqual([]);
    await settle();
    expect(await rowsOf(house)).toEqual(before);
    const now = await documentOf(ids.copied);
    expect(now.node_id).not.toBe(document.node_id);
    expect(await partsOf(now)).toEqual(bytes);
    const rest = await plan();
    expect(lostOf(rest)).toEqual(both);
    expect(inShort(rest).differences).toEqual([]);

    for (const part of others) await spool(part);
    expect(inShort(await plan()).differences).toEqual([`documentsMissing ${ids.assigned} `]);
    await apply();
    await settle();
    expect(inShort(await plan())).toEqual(nothing);
    expect(await partsOf(await documentOf(ids.assigned))).toEqual(others);
  }, 120_000);

  it('tells a row that was spoilt from a node that somebody edited, and does nothing where nobody can tell', async () => {
    const { ids } = day;
    const edit = async (id: string, properties: Record<string, string | number | null>): Promise<unknown> => house.administrator.nodes.update(await nodeOf(id), { properties });
    await edit(ids.noted, { 'gec:subject': 'Changé dans Share', 'gec:status': 'closed' });
    await edit(ids.withoutAnswer, { 'gec:rowFacts': null });
    await edit(ids.unrouted, { 'gec:subject': 'Changé dans Share' });
    await run(`update mail set subject = 'Changé en base' where id = '${ids.unrouted}'`);
    const found = [`nodeEdited ${ids.noted} state,subject`, `nodeWithoutFacts ${ids.withoutAnswer} `, `unclear ${ids.unrouted} subject`].sort();
    expect(inShort(await plan()).differences).toEqual(found);
    expect(await apply()).toEqual({ mails: 2, counters: 0, unclear: 1, holds: 0 });
    expect(inShort(await plan()).differences).toEqual([found.find((line) => line.startsWith('unclear')) ?? '']);
    await run(`update mail set subject = 'Nid-de-poule' where id = '${ids.unrouted}'`);
    expect(inShort(await plan()).differences).toEqual([`nodeEdited ${ids.unrouted} subject`]);
    await apply();
    await settle();
    expect((await house.administrator.nodes.get(await nodeOf(ids.noted))).properties['gec:subject']).toBe('Nid-de-poule');
    expect(await rowsOf(house)).toEqual(before);
  }, 120_000);

  it('opens a mail to nobody who could not open its node; whom it was for decides the mail room', async () => {
    const { ids } = day;
    const node = await nodeOf(ids.secret);
    const { entries } = await house.administrator.nodes.permissions(node);
    expect(entries.map(({ authority }) => authority).sort()).toEqual(['GROUP_GEC_S_ENFANCE__C_ASE', 'bannette-svc']);
    await house.administrator.nodes.update(node, { properties: { 'gec:confidentiality': 0, 'gec:compartment': null } });
    await forget(ids.secret);
    expect(inShort(await plan()).differences).toEqual([`rowMissing ${ids.secret} row widerThanNode`]);
    await apply();
    const row = await house.store.db.selectFrom('mail').selectAll().where('id', '=', ids.secret).executeTakeFirstOrThrow();
    expect([row.state, row.readers, row.listers, row.service, row.confidentiality]).toEqual(['registered', ['GROUP_GEC_COURRIER'], ['GROUP_GEC_COURRIER'], null, 3]);
    expect(inShort(await plan()).differences).toEqual([]);
    await settle();
    expect((await house.administrator.nodes.permissions(node)).entries.map(({ authority }) => authority).sort()).toEqual(['GROUP_GEC_COURRIER', 'bannette-svc']);
    before = await rowsOf(house);
  }, 120_000);

  it('is refused while Bannette runs, and Bannette while it runs', async () => {
    const running = await house.serve();
    await expectAsync(workAlone(house.databaseUrl, async () => undefined)).toBeRejectedWith(jasmine.objectContaining({ code: 'inUse' }));
    await running.stop();
    await workAlone(house.databaseUrl, async () => {
      await expectAsync(house.serve()).toBeRejectedWith(jasmine.objectContaining({ code: 'maintenance' }));
    });
  }, 60_000);
});
