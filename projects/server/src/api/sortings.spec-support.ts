import { dayIn } from '@bannette/domain';
import type { CampaignView, MailRecordView, ProblemBody, SortingItemView, SortingPreviewView, SortingView } from '@bannette/http';
import { tendSortings } from '@bannette/retention';
import { newId, readJournal } from '@bannette/store';
import { sql } from 'kysely';
import type { Running } from '../serve.js';
import type { Campaigns } from '../testing/campaigns.js';
import { until, type Client, type TestHouse } from '../testing/index.js';
import type { Visaed } from '../testing/visaed.js';

/** A house with six mails that are due under SUB-01, which asks for sorting: five of 2019, and the last of 2018. */
export interface SortingHouse {
  readonly house: TestHouse;
  readonly running: Running;
  readonly campaigns: Campaigns;
  readonly visas: Visaed;
  readonly clock: { readonly now: Date };
  readonly due: readonly string[];
}

const answer = async (by: Client, method: string, path: string, body?: object): Promise<string> => {
  const { status, body: said } = await by.call<ProblemBody>(method, path, body);
  return `${status} ${said?.code ?? ''}`.trim();
};
const scope = { row: 'SUB-01', fromYear: 2019, rule: { by: 'rank', every: 2, first: 1 } };
const download = (running: Running, by: Client, path: string): Promise<Response> => fetch(`${running.url}/bannette/api/v1${path}`, { headers: { authorization: `Basic ${Buffer.from(by.ticket).toString('base64')}` } });

/** From the rule to the destruction of what was not kept. */
export async function sortedAndEliminated({ house, running, campaigns, visas, clock, due }: SortingHouse): Promise<void> {
  const subsidies = due.slice(0, 5);
  const { odile, hortense } = campaigns;
  const { db } = house.store;

  expect((await odile.get<{ rows: { code: string; due: number }[] }>('/sorting-bounds')).rows.map(({ code, due: count }) => `${code} ${count}`)).toContain('SUB-01 6');
  const preview = await odile.post<SortingPreviewView>('/sorting-previews', scope);
  expect([preview.kept.mails, preview.notKept.mails, preview.leftOut]).toEqual([3, 2, []]);
  expect(await answer(odile, 'POST', '/sorting-previews', { ...scope, rule: { by: 'letters', of: ['B'] } })).toBe('422 ruleLetters');
  expect(await answer(odile, 'POST', '/sorting-previews', { ...scope, row: 'REC-01' })).toBe('422 rowNotToSort');
  const { id, chrono } = await odile.post<SortingView>('/sortings', { ...scope, title: 'Subventions', criterion: 'un dossier sur deux' });
  expect(chrono).toMatch(/^TRI-\d{4}-\d{3}$/);
  const items = async (query = ''): Promise<SortingItemView[]> => (await hortense.get<{ items: SortingItemView[] }>(`/sortings/${id}/items?limit=50${query}`)).items;
  expect(await answer(hortense, 'GET', `/sortings/${id}`)).toBe('404 notFound');
  expect(await answer(odile, 'POST', `/sortings/${id}/agree`, { revision: 0, name: 'Odile', on: '2026-01-05', reference: 'x', listSha512: '0'.repeat(128) })).toBe('403 forbidden');
  const proposed = await odile.post<SortingView>(`/sortings/${id}/propose`, { revision: 0, archivists: ['hortense.aubry'] });
  const again = await odile.post<SortingView>('/sortings', { ...scope, title: 'Encore', criterion: 'les mêmes' });
  expect([again.mails, again.leftOut]).toEqual([0, [{ cause: 'otherSorting', mails: 5 }]]);

  const listed = await items();
  expect(listed.map(({ rank, picked, mailId }) => `${rank} ${picked} ${mailId ?? ''}`.trim())).toEqual(['1 kept', '2 notKept', '3 kept', '4 notKept', '5 kept']);
  const [first, , , fourth] = listed;
  const opened = await download(running, hortense, `/sortings/${id}/items/1/documents/${first?.files[0]?.node ?? ''}`);
  expect([opened.status, (await opened.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
  expect(await answer(hortense, 'PUT', `/sortings/${id}/decisions`, { decisions: [{ unit: first?.unit, decision: 'notKept' }] })).toBe('422 sortingNoReason');
  const noted = await hortense.call<SortingView>('PUT', `/sortings/${id}/decisions`, { decisions: [{ unit: first?.unit, decision: 'notKept', reason: 'en double aux archives' }] });
  expect([noted.body.changed, noted.body.kept]).toEqual([1, 2]);
  const agreement = { revision: noted.body.revision, name: 'Hortense Aubry', on: dayIn('Europe/Paris', clock.now), reference: 'AD/2026/91', listSha512: proposed.listSha512 };
  expect(await answer(hortense, 'POST', `/sortings/${id}/agree`, agreement)).toBe('409 sortingOtherList');

  // What is held is sorted, and stays where it is.
  const hold = newId();
  const held = subsidies[3] ?? '';
  await db.insertInto('hold').values({ id: hold, entity_id: 'default', kind: 'litigation', title: 'Contentieux', reason: 'TA', review_on: '2030-01-01', scope_kind: 'mails', created_by: 'x', created_by_name: 'x' }).execute();
  await db.insertInto('hold_mail').values({ hold_id: hold, mail_id: held }).execute();
  expect((await items()).filter((item) => item.held).map(({ unit }) => unit)).toEqual([fourth?.unit ?? '']);
  await hortense.post(`/sortings/${id}/agree`, { ...agreement, listSha512: noted.body.listSha512 });
  await until('all but the held one are where they belong', async () => (await odile.get<SortingView>(`/sortings/${id}`)).carried?.done === 4);
  expect((await odile.get<{ items: SortingItemView[] }>(`/sortings/${id}/items?failed=true`)).items.map(({ failure }) => failure?.code)).toEqual(['held']);
  // A process that died last month had begun to file it.
  const { repository } = running.house;
  const filed = await db.selectFrom('mail_record').select('category_id').where('mail_id', 'in', subsidies).where('sorted', '=', 'notKept').executeTakeFirstOrThrow();
  const begun = (await repository.records.plan.createFolder(filed.category_id ?? '', '2020-01')).id;
  const parts = (await db.selectFrom('record_part').select('node_id').where('mail_id', '=', held).orderBy('node_id').execute()).map(({ node_id }) => node_id);
  await repository.nodes.move(parts.at(-1) ?? '', begun);
  await db.updateTable('hold_mail').set({ released_at: clock.now }).where('hold_id', '=', hold).execute();
  await tendSortings(running.house);
  await until('the sorting is done', async () => (await odile.get<SortingView>(`/sortings/${id}`)).state === 'done');

  const places = await Promise.all(parts.map(async (node) => (await repository.nodes.get(node)).parentId));
  expect(new Set(places)).withContext('a mail’s records are in one folder, where they were begun').toEqual(new Set([begun]));

  const { rows: records } = await sql<{ sorted: string; fate: string; state: string; retention_row: string; due: string; ags_due: string; conflict: unknown }>`SELECT r.sorted, r.row->>'finalSort' AS fate, r.state, m.retention_row, r.due, r.ags_due, r.conflict FROM mail_record r JOIN mail m ON m.id = r.mail_id WHERE m.id = ANY (${subsidies}::uuid[]) ORDER BY m.chrono`.execute(db);
  expect(records.map(({ sorted, fate, state, retention_row }) => [sorted, fate, state, retention_row])).toEqual([['notKept', 'D', 'dated', 'SUB-01/tri'], ['notKept', 'D', 'dated', 'SUB-01/tri'], ['kept', 'C', 'dated', 'SUB-01'], ['notKept', 'D', 'dated', 'SUB-01/tri'], ['kept', 'C', 'dated', 'SUB-01']]);
  expect(records.every(({ due: here, ags_due, conflict }) => here === ags_due && !conflict)).toBeTrue();
  const told = (await readJournal(db, { subjectKind: 'mail', subjectId: held, limit: 100 })).find(({ type }) => type === 'mail.sorted');
  expect(['sorting', 'decision', 'criterion', 'reference'].map((name) => String(told?.data[name]))).toEqual([chrono, 'notKept', 'un dossier sur deux', 'AD/2026/91']);
  expect((await odile.get<MailRecordView>(`/mails/${held}/record`)).sorting?.by).toBe('Hortense Aubry');
  const slip = await download(running, odile, `/sortings/${id}/slip?form=csv`);
  const csv = await slip.text();
  expect(csv).toContain('en double aux archives');
  expect(csv).not.toContain('Quatrefages');
  const history = (await odile.get<{ items: { type: string }[] }>(`/sortings/${id}/journal`)).items.map(({ type }) => type);
  expect([history[0], history.at(-1), history.includes('sorting.itemOpened')]).toEqual(['sorting.created', 'sorting.carriedOut', true]);
  const notices = () => db.selectFrom('notice').select(['audience', 'kind', 'link']).where('link', 'in', [`/visas/sortings/${id}`, `/sortings/${id}`]).execute();
  await until('everybody was told in turn', async () => (await notices()).some(({ kind }) => kind === 'sorting.carriedOut'));
  expect((await notices()).map(({ audience, kind, link }) => `${audience} ${kind} ${link}`).sort()).toEqual([`GROUP_GEC_ARCHIVES sorting.agreed /sortings/${id}`, `GROUP_GEC_ARCHIVES sorting.carriedOut /sortings/${id}`, `hortense.aubry sorting.toDecide /visas/sortings/${id}`]);

  const campaign = await campaigns.in('analysed');
  const verdicts = await odile.get<{ items: { mailId?: string; verdict: string; cause?: string }[] }>(`/campaigns/${campaign.id}/items?limit=200`);
  expect(subsidies.map((mail) => verdicts.items.find(({ mailId }) => mailId === mail)).map((item) => `${item?.verdict} ${item?.cause ?? ''}`.trim())).toEqual(['destroy', 'destroy', 'keep fate', 'destroy', 'keep fate']);
  await odile.post(`/campaigns/${campaign.id}/cancel`, { revision: (await odile.get<CampaignView>(`/campaigns/${campaign.id}`)).revision, reason: 'pour voir' });
  const nodes = (await db.selectFrom('record_part').select('node_id').where('mail_id', '=', held).execute()).map(({ node_id }) => node_id);
  const visaed = await visas.campaign([held]);
  expect((await visas.start(visaed.id)).status).toBe(200);
  expect([(await visas.ended(visaed.id, 'executed', 'stopped')).destroyed, (await db.selectFrom('mail').select('state').where('id', '=', held).executeTakeFirstOrThrow()).state]).toEqual([1, 'eliminated']);
  for (const node of nodes) expect(await house.administrator.nodes.remains(node)).withContext(node).toEqual([]);
}

/** An affair is one unit, kept or not as a whole, and is in no list without all of its mails. */
export async function affairsAreSortedWhole({ house, campaigns: { odile }, due }: SortingHouse): Promise<void> {
  const { db } = house.store;
  const affair = newId();
  const [, second, third] = due;
  const state = (to: 'open' | 'closed') => db.updateTable('affair').set({ state: to, closed_on: to === 'closed' ? '2019-03-01' : null }).where('id', '=', affair).execute();
  await db.insertInto('affair').values({ id: affair, entity_id: 'default', register: 'affair', year: 2019, number: 9999, chrono: 'AFF-2019-9999', title: 'Une affaire', service: 'ROUTES', state: 'open', opened_on: '2019-01-01', closed_on: null, readers: [], listers: [], search_name: 'une affaire', created_by: 'sophie.martel' } as never).execute();
  await db.updateTable('mail').set({ affair_id: affair }).where('id', 'in', [second ?? '', third ?? '']).execute();
  const preview = (more: object = {}) => odile.post<SortingPreviewView>('/sorting-previews', { ...scope, ...more });
  expect((await preview()).leftOut).withContext('still open').toEqual([{ cause: 'affairOpen', mails: 2 }]);
  await state('closed');
  const { kept, notKept } = await preview();
  expect([kept.units, kept.mails, notKept.units, notKept.mails]).toEqual([2, 2, 2, 3]);
  const sorting = await odile.post<SortingView>('/sortings', { ...scope, title: 'Affaires', criterion: 'une affaire est un dossier' });
  const items = async (): Promise<string[]> => (await odile.get<{ items: SortingItemView[] }>(`/sortings/${sorting.id}/items?limit=50`)).items.map(({ rank, affair: of, decision }) => `${rank}${of ? ' affaire' : ''} ${decision}`);
  expect(await items()).toEqual(['1 kept', '2 affaire notKept', '2 affaire notKept', '3 kept', '4 notKept']);
  const changed = await odile.call<SortingView>('PUT', `/sortings/${sorting.id}/decisions`, { decisions: [{ unit: affair, decision: 'kept', reason: 'contentieux exemplaire' }] });
  expect([changed.body.changed, (await items()).filter((item) => item === '2 affaire kept').length]).toEqual([1, 2]);
  await db.updateTable('mail_record').set({ conflict: JSON.stringify({ code: 'agsDiffers' }) }).where('mail_id', '=', third ?? '').execute();
  const broken = (await preview()).leftOut;
  expect([...broken].sort((a, b) => (a.cause < b.cause ? -1 : 1))).toEqual([{ cause: 'affairApart', mails: 1 }, { cause: 'conflict', mails: 1 }]);
  await db.updateTable('mail_record').set({ conflict: null }).where('mail_id', '=', third ?? '').execute();
  await odile.post(`/sortings/${sorting.id}/cancel`, { revision: changed.body.revision, reason: 'essai' });
  await db.updateTable('mail').set({ affair_id: null }).where('affair_id', '=', affair).execute();
}

/** The archivist has no account, or prefers paper: the list comes back signed. */
export async function agreedOnPaper({ running, campaigns: { odile, hortense }, clock }: SortingHouse): Promise<void> {
  const { id } = await odile.post<SortingView>('/sortings', { row: 'SUB-01', toYear: 2018, rule: { by: 'hand' }, title: 'Année 2018', criterion: 'pièces remarquables' });
  const path = `/sortings/${id}/paper-agreement`;
  const { listSha512, revision } = await odile.post<SortingView>(`/sortings/${id}/propose`, { revision: 0, archivists: ['hortense.aubry'] });
  const pdf = Buffer.from(await (await download(running, odile, `/sortings/${id}/slip?form=pdf`)).arrayBuffer());
  const paper = { revision, name: 'La directrice des archives', on: dayIn('Europe/Paris', clock.now), reference: 'AD/2026/92', digest: listSha512.slice(0, 16).toUpperCase(), struck: [{ rank: 1, reason: 'première subvention' }], file: { name: 'accord signé.pdf', content: pdf.toString('base64') } };
  expect(await answer(hortense, 'POST', path, paper)).withContext('she agrees herself').toBe('403 forbidden');
  expect(await answer(odile, 'POST', path, { ...paper, digest: 'a1b2c3d4e5f60718' })).toBe('409 sortingOtherList');
  expect(await answer(odile, 'POST', path, { ...paper, struck: [{ rank: 7, reason: 'x' }] })).toBe('422 sortingUnknownRank');
  expect(await answer(odile, 'POST', path, { ...paper, file: { name: 'accord.pdf', content: Buffer.from('pas un PDF').toString('base64') } })).toBe('422 fileNotPdf');
  const agreed = await odile.post<SortingView>(path, paper);
  expect([agreed.agreement?.how, agreed.agreement?.file, agreed.steps.find(({ step }) => step === 'agreed')?.by, agreed.kept]).toEqual(['paper', 'accord signé.pdf', 'La directrice des archives', 1]);
  expect(Buffer.from(await (await download(running, hortense, `/sortings/${id}/agreement`)).arrayBuffer()).equals(pdf)).toBeTrue();
  await until('it is carried out', async () => (await odile.get<SortingView>(`/sortings/${id}`)).state === 'done');
}
