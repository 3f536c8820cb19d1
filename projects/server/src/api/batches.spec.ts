import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPrefix, type Deposit, type Desk, type DeskState, type Mail, type ScanBatch } from '@bannette/http';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DeskChange } from '@bannette/domain';
import type { Running } from '../serve.js';
import { separator, startTestHouse, testBatch, until, type Client, type TestHouse, type TestPage } from '../testing/index.js';

/** Each batch is read and cut by processes of their own, on a machine that may be busy. */
const patience = 60_000;

const letter = (name: string, subject: string, day = '3 mars 2026'): string => `${name}\n12 rue des Tanneurs\n98310 Valmorin-sur-Lys\n\nValmorin-sur-Lys, le ${day}\n\nObjet : ${subject}\n\nMadame, Monsieur,\n\nJe vous écris à ce sujet.\n\nVeuillez agréer mes salutations distinguées.`;
const goesOn = (of: string): string => `Suite de la lettre de ${of}, avec les pièces que vous avez demandées.`;
const pile: readonly TestPage[] = [
  separator('service', 'ROUTES'), // 1
  letter('Madame Odile Vasseur', 'nid-de-poule'), // 2
  'blank', // 3
  goesOn('Odile Vasseur'), // 4
  separator('newLetter'), // 5
  letter('Monsieur Paul Lenoir', 'demande d’allocation'), // 6
];

describe('A batch', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let other: Client;
  let agent: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    [clara, agent] = [await house.client('clara.moreau', running.url), await house.client('ines.kaci', running.url)];
    other = await house.client('clara.moreau', running.url);
  }, 120_000);
  afterAll(() => house.close(), patience);

  const announce = (said: object = {}): Promise<ScanBatch> => clara.post<ScanBatch>('/batches', { id: randomUUID(), name: 'Lot', ...said });
  const put = async (batch: ScanBatch, mark: string, pages: readonly TestPage[]): Promise<void> => {
    const { status, body } = await clara.deposit([await testBatch(mark, pages)], { batch: batch.id });
    expect(status).withContext(JSON.stringify(body)).toBe(201);
  };
  const desk = (batch: { id: string }): Promise<Desk> => clara.get<Desk>(`/batches/${batch.id}/desk`);
  const reaches = (batch: { id: string }, ...states: ScanBatch['state'][]): Promise<Desk> =>
    until(`the batch is ${states.join(' or ')}`, async () => {
      const now = await desk(batch);
      return states.includes(now.batch.state) && !now.batch.releasing && now;
    });
  const shape = (plan: Desk['plan']): number[][][] => plan.envelopes.map(({ documents }) => documents.map(({ pages }) => pages.map(({ number }) => number)));
  const change = async (now: { revision: number } | Desk, id: string, ...changes: DeskChange[]): Promise<DeskState> => clara.post<DeskState>(`/batches/${id}/desk`, { revision: 'batch' in now ? now.batch.revision : now.revision, changes });
  const code = async (answer: Promise<{ status: number; body: unknown }>): Promise<string> => {
    const { status, body } = await answer;
    return `${status} ${(body as { code?: string }).code ?? ''}`;
  };
  const ref = (of: Desk, number: number, file = 0) => ({ file: of.files[file]?.id ?? '', number });
  const release = async (id: string, revision: number): Promise<Desk> => {
    await clara.post(`/batches/${id}/release`, { revision });
    return reaches({ id }, 'released');
  };
  const bytesOf = async (path: string): Promise<Buffer> => {
    const response = await fetch(`${running.url}${apiPrefix}${path}`, { headers: { authorization: `Basic ${Buffer.from(clara.ticket).toString('base64')}` } });
    expect(response.status).withContext(path).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const pagesIn = async (bytes: Buffer): Promise<{ text: string; rotate: number }[]> => {
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const pages: { text: string; rotate: number }[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      const one = await pdf.getPage(page);
      pages.push({ text: (await one.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '), rotate: one.rotate });
    }
    return pages;
  };
  const documentsOf = async (mailId: string): Promise<{ mail: Mail; originals: { text: string; rotate: number }[][] }> => {
    const mail = await clara.mail(mailId);
    const originals: { text: string; rotate: number }[][] = [];
    for (const { id, sha512 } of mail.documentsList) {
      const bytes = await bytesOf(`/mails/${mailId}/documents/${id}/content?form=original`);
      expect(createHash('sha512').update(bytes).digest('hex')).toBe(sha512);
      originals.push(await pagesIn(bytes));
    }
    return { mail, originals };
  };

  it('is announced once, and becomes mails by itself when the counters agree and nothing speaks against it', async () => {
    const id = randomUUID();
    const batch = await announce({ id, announcedEnvelopes: 2, announcedPages: 6 });
    expect((await announce({ id, announcedEnvelopes: 9 })).announcedEnvelopes).toBe(2);
    expect([batch.state, batch.operatorId, batch.gaps.length]).toEqual(['received', 'clara.moreau', 2]);
    await put(batch, 'accord', pile);
    const now = await reaches(batch, 'released');
    expect(shape(now.plan)).toEqual([[[2, 4]], [[6]]]);
    expect(now.plan.aside.map(({ number, why }) => [number, why])).toEqual([[1, 'separator'], [3, 'blank'], [5, 'separator']]);
    expect([now.batch.counts, now.batch.gaps]).toEqual([{ files: 1, pages: 6, envelopes: 2, documents: 2, aside: 3, quarantined: 0, released: 2 }, []]);
    const { mail, originals } = await documentsOf(now.plan.envelopes[0]?.mail ?? '');
    expect([mail.state, mail.proposals?.service?.because, originals.map((pages) => pages.length)]).toEqual(['toQualify', 'sheet:1', [2]]);
    const told = await house.store.db.selectFrom('journal').select(['type', 'data']).where('subject_id', '=', id).execute();
    const data = told.find(({ type }) => type === 'batch.released')?.data as { mails: { documents: object[] }[] };
    expect(data as object).toEqual(jasmine.objectContaining({ files: [now.files[0]?.sha512 ?? ''], aside: [[0, 1, 'separator'], [0, 3, 'blank'], [0, 5, 'separator']] }));
    expect(data.mails[0]?.documents).toEqual([jasmine.objectContaining({ sha512: mail.documentsList[0]?.sha512 ?? '', pages: [[0, 2, 0], [0, 4, 0]] })]);
  }, patience);

  it('of the watched folder has its mails when its deposit is done', async () => {
    const { name, bytes } = await testBatch('du-dossier', pile);
    await writeFile(join(house.scansDir, name), bytes);
    const done = await until('it is done', async () => (await clara.get<{ items: Deposit[] }>('/deposits')).items.find(({ source, state }) => source === 'folder' && state === 'done'));
    expect(done.mails.map(({ state }) => state)).toEqual(['toQualify', 'toQualify']);
    const { items } = await clara.get<{ items: ScanBatch[] }>('/batches?state=released');
    expect(items.find((batch) => batch.name === name)?.counts.released).toBe(2);
  }, patience);

  it('waits while its counters disagree, until what was announced is corrected with a reason', async () => {
    const batch = await announce({ announcedPages: 7 });
    await put(batch, 'écart', pile);
    const now = await reaches(batch, 'toCheck');
    expect([now.batch.gaps, now.batch.counts.released]).toEqual([[{ counter: 'pages', announced: 7, scanned: 6 }], 0]);
    expect(await code(clara.call('POST', `/batches/${batch.id}/release`, { revision: now.batch.revision }))).toBe('409 countersDisagree');
    expect(await code(clara.call('POST', `/batches/${batch.id}/announced`, { revision: now.batch.revision, announcedPages: 6, reason: '' }))).toBe('400 invalid');
    const corrected = await clara.post<ScanBatch>(`/batches/${batch.id}/announced`, { revision: now.batch.revision, announcedPages: 6, reason: 'Une page comptée deux fois' });
    expect([corrected.state, corrected.gaps]).toEqual(['toCheck', []]);
    expect((await release(batch.id, corrected.revision)).batch.counts.released).toBe(2);
  }, patience);

  it('waits for somebody to look at pages that speak against how it was parted', async () => {
    const batch = await announce();
    await put(batch, 'collées', [letter('Madame Odile Vasseur', 'nid-de-poule'), letter('Monsieur Paul Lenoir', 'demande d’allocation', '9 mars 2026')]);
    const now = await reaches(batch, 'toCheck');
    expect([now.batch.hints, now.pages[1]?.hint?.code, now.batch.counts.released]).toEqual([1, 'letterhead', 0]);
    const split = await change(now, batch.id, { kind: 'split', at: ref(now, 2), into: 'envelope', document: randomUUID(), envelope: randomUUID() });
    expect(shape(split.plan)).toEqual([[[1]], [[2]]]);
    expect((await desk(batch)).batch.hints).toBe(0);
    const released = await release(batch.id, split.revision);
    const [first, second] = await Promise.all(released.plan.envelopes.map(({ mail }) => documentsOf(mail ?? '')));
    expect([first?.mail.proposals?.subject?.value, second?.mail.proposals?.subject?.value]).toEqual(['nid-de-poule', 'demande d’allocation']);
  }, patience);

  it('is changed by whom has seen it last, undone and done again', async () => {
    const batch = await announce({ announcedPages: 99 });
    await put(batch, 'gestes', pile);
    const now = await reaches(batch, 'toCheck');
    const [first, second] = now.plan.envelopes;
    const joined = await change(now, batch.id, { kind: 'joinEnvelope', envelope: second?.id ?? '' });
    expect(shape(joined.plan)).toEqual([[[2, 4], [6]]]);
    expect(await code(other.call('POST', `/batches/${batch.id}/desk`, { revision: now.batch.revision, changes: [{ kind: 'bin', pages: [ref(now, 2)] }] }))).toBe('409 stale');
    expect(shape((await desk(batch)).plan)).withContext('no gesture is lost').toEqual([[[2, 4], [6]]]);
    expect(await code(clara.call('POST', `/batches/${batch.id}/desk`, { revision: joined.revision, changes: [{ kind: 'turn', pages: [ref(now, 2)], by: 90 }, { kind: 'join', document: first?.documents[0]?.id ?? '' }] }))).withContext('all or nothing').toBe('409 nothingBefore');
    const races = await Promise.all([clara, other].map((who) => who.call('POST', `/batches/${batch.id}/desk`, { revision: joined.revision, changes: [{ kind: 'turn', pages: [ref(now, 2)], by: 90 }] })));
    expect(races.map(({ status }) => status).sort()).withContext('two at once').toEqual([200, 409]);
    const turned = races.find(({ status }) => status === 200)?.body as DeskState;
    expect(turned.plan.envelopes[0]?.documents[0]?.pages[0]?.turn).toBe(90);
    const back = await clara.post<DeskState>(`/batches/${batch.id}/desk/undo`, { revision: turned.revision });
    const undone = await clara.post<DeskState>(`/batches/${batch.id}/desk/undo`, { revision: back.revision });
    expect([shape(undone.plan), undone.canUndo, undone.canRedo]).toEqual([[[[2, 4]], [[6]]], false, true]);
    expect(await code(clara.call('POST', `/batches/${batch.id}/desk/undo`, { revision: undone.revision }))).toBe('409 nothingToUndo');
    const redone = await clara.post<DeskState>(`/batches/${batch.id}/desk/redo`, { revision: undone.revision });
    expect([shape(redone.plan), redone.canUndo, redone.canRedo]).toEqual([[[[2, 4], [6]]], true, true]);
  }, patience);

  it('makes one mail of an envelope of several documents, turned, put in order, and of pages of several files', async () => {
    const batch = await announce({ announcedPages: 99 });
    await put(batch, 'plusieurs-1', pile);
    await reaches(batch, 'toCheck');
    await put(batch, 'plusieurs-2', [letter('Madame Inès Roux', 'inscription au collège'), goesOn('Inès Roux')]);
    const now = await until('both files are read', async () => {
      const seen = await desk(batch);
      return seen.batch.state === 'toCheck' && seen.files.length === 2 && seen;
    });
    expect(shape(now.plan)).toEqual([[[2, 4]], [[6]], [[1, 2]]]);
    const [a, b] = now.plan.envelopes.map(({ documents }) => documents[0]?.id ?? '');
    const changed = await change(
      now,
      batch.id,
      { kind: 'move', pages: [ref(now, 4)], to: { document: a ?? '', before: ref(now, 2) } },
      { kind: 'turn', pages: [ref(now, 4)], by: 90 },
      { kind: 'place', document: b ?? '', envelope: now.plan.envelopes[0]?.id ?? '' },
      { kind: 'move', pages: [ref(now, 2, 1)], to: { document: b ?? '' } },
      { kind: 'restore', pages: [ref(now, 3)], document: randomUUID() },
      { kind: 'describe', document: b ?? '', nature: 'FACTURE', beneficiaryUnknown: true },
    );
    const corrected = await clara.post<ScanBatch>(`/batches/${batch.id}/announced`, { revision: changed.revision, reason: 'Rien n’était compté' });
    const released = await release(batch.id, corrected.revision);
    const { mail, originals } = await documentsOf(released.plan.envelopes[0]?.mail ?? '');
    expect(mail.documentsList.map(({ nature, beneficiaryUnknown }) => [nature, beneficiaryUnknown ?? false])).toEqual([[undefined, false], ['FACTURE', true]]);
    expect(originals.map((pages) => pages.map(({ rotate }) => rotate))).toEqual([[90, 0, 0], [0, 0]]);
    expect([originals[0]?.[0]?.text.includes('Suite de la lettre de Odile'), originals[0]?.[1]?.text.includes('nid-de-poule'), originals[0]?.[2]?.text]).toEqual([true, true, '']);
    expect([originals[1]?.[0]?.text.includes('allocation'), originals[1]?.[1]?.text.includes('Suite de la lettre de Inès')]).toEqual([true, true]);
    const third = await documentsOf(released.plan.envelopes[1]?.mail ?? '');
    expect(third.originals.map((pages) => pages.length)).toEqual([1]);
  }, patience);

  it('is released again: what waits to be qualified becomes what the desk says, the rest stays as it is', async () => {
    const batch = await announce();
    await put(batch, 'encore', [separator('newLetter'), letter('Madame A', 'premier sujet'), separator('newLetter'), letter('Madame B', 'deuxième sujet'), separator('newLetter'), letter('Madame C', 'troisième sujet')]);
    const now = await reaches(batch, 'released');
    const mails = now.plan.envelopes.map(({ mail }) => mail ?? '');
    await clara.post(`/mails/${mails[0]}/qualify`, { type: 'RECLAMATION', sender: { kind: 'individual', name: 'Madame A' }, subject: 'Sujet', service: 'ROUTES', receivedAt: '2026-01-05' });
    const seen = await desk(batch);
    expect(seen.plan.envelopes.map(({ fixed }) => fixed)).toEqual([true, false, false]);
    expect(await code(clara.call('POST', `/batches/${batch.id}/desk`, { revision: seen.batch.revision, changes: [{ kind: 'turn', pages: [ref(seen, 2)], by: 90 }] }))).toBe('409 fixed');
    const joined = await change(seen, batch.id, { kind: 'joinEnvelope', envelope: seen.plan.envelopes[2]?.id ?? '' }, { kind: 'join', document: seen.plan.envelopes[2]?.documents[0]?.id ?? '' });
    expect((await desk(batch)).batch.state).toBe('toCheck');
    const released = await release(batch.id, joined.revision);
    const [second, third] = [await documentsOf(mails[1] ?? ''), await clara.mail(mails[2] ?? '')];
    expect([second.originals.map((pages) => pages.length), third.state, released.batch.counts.released]).toEqual([[2], 'voided', 2]);
    expect(second.originals[0]?.map(({ text }) => /deuxième|troisième/.exec(text)?.[0])).toEqual(['deuxième', 'troisième']);
    // Taken back: the third is a mail again, with its own pages.
    const undone = await clara.post<DeskState>(`/batches/${batch.id}/desk/undo`, { revision: released.batch.revision });
    const again = await release(batch.id, undone.revision);
    const revived = await documentsOf(again.plan.envelopes[2]?.mail ?? '');
    expect([revived.mail.state, revived.mail.id === mails[2], revived.originals[0]?.[0]?.text.includes('troisième')]).toEqual(['toQualify', false, true]);
    expect((await documentsOf(mails[1] ?? '')).originals.map((pages) => pages.length)).toEqual([1]);
  }, patience);

  it('keeps its bytes and makes no mail when it is rejected, until it is taken back', async () => {
    const batch = await announce({ announcedPages: 99 });
    await put(batch, 'refusé', pile);
    const now = await reaches(batch, 'toCheck');
    const rejected = await clara.post<ScanBatch>(`/batches/${batch.id}/reject`, { revision: now.batch.revision, reason: 'Pages de travers' });
    expect([rejected.state, rejected.reason, rejected.counts.released]).toEqual(['rejected', 'Pages de travers', 0]);
    expect(createHash('sha512').update(await bytesOf(`/batches/${batch.id}/files/${now.files[0]?.id}/content?form=original`)).digest('hex')).toBe(now.files[0]?.sha512 ?? '');
    expect(await code(clara.deposit([await testBatch('trop-tard', pile)], { batch: batch.id }) as never)).toBe('409 notInState');
    expect(await code(clara.call('POST', `/batches/${batch.id}/release`, { revision: rejected.revision }))).toBe('409 notInState');
    const resumed = await clara.post<ScanBatch>(`/batches/${batch.id}/resume`, { revision: rejected.revision });
    expect([resumed.state, resumed.reason]).toEqual(['toCheck', undefined]);
  }, patience);

  it('waits for what is in quarantine, and says what is missing once that is discarded', async () => {
    const batch = await announce({ announcedPages: 7 });
    await clara.deposit([{ name: 'abîmé.pdf', bytes: Buffer.from('%PDF-1.4 nothing'), sha512: '' }], { batch: batch.id });
    await put(batch, 'quarantaine', pile);
    const now = await until('all is read', async () => {
      const seen = await desk(batch);
      // The plan and its revision are of one moment, the files of the next: all of the pile lies in the plan.
      return seen.batch.state === 'quarantined' && shape(seen.plan).flat(2).length + seen.plan.aside.length === pile.length && seen;
    });
    const refused = now.files.find(({ state }) => state === 'quarantined');
    expect(await code(clara.call('POST', `/batches/${batch.id}/release`, { revision: now.batch.revision }))).toBe('409 filesInQuarantine');
    expect(await code(clara.call('GET', `/batches/${batch.id}/files/${refused?.id}/pages/1/image`))).toBe('409 inQuarantine');
    await clara.post(`/quarantine/${refused?.id}/discard`, { reason: 'Illisible, numérisé à nouveau' });
    const after = await desk(batch);
    expect([after.batch.state, after.batch.gaps, after.batch.counts.files]).toEqual(['toCheck', [{ counter: 'pages', announced: 7, scanned: 6 }], 1]);
  }, patience);

  it('shows its pages as images, to be kept by whoever may see them', async () => {
    const batch = await announce({ announcedPages: 99 });
    await put(batch, 'images', pile);
    const now = await reaches(batch, 'toCheck');
    const path = `/batches/${batch.id}/files/${now.files[0]?.id}/pages/2/image`;
    const headers = { authorization: `Basic ${Buffer.from(clara.ticket).toString('base64')}` };
    for (const width of [160, 320, 1200]) {
      const response = await fetch(`${running.url}${apiPrefix}${path}?width=${width}`, { headers });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control'), bytes.subarray(0, 3).toString('hex')]).withContext(String(width)).toEqual([200, 'image/jpeg', 'private, max-age=86400', 'ffd8ff']);
      const again = await fetch(`${running.url}${apiPrefix}${path}?width=${width}`, { headers: { ...headers, 'if-none-match': response.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
    }
    expect((await clara.call('GET', `${path.replace('/2/', '/99/')}`)).status).toBe(404);
    expect((await clara.call('GET', `/batches/${batch.id}/files/${randomUUID()}/pages/1/image`)).status).toBe(404);
    expect((await agent.call('GET', path)).status).toBe(403);
  }, patience);

  it('is made of a letter that came alone, when its desk is opened', async () => {
    const { body } = await clara.deposit([await testBatch('seule', [letter('Madame Odile Vasseur', 'nid-de-poule'), letter('Monsieur Paul Lenoir', 'demande d’allocation', '9 mars 2026')])]);
    const [mail] = (await clara.read(body.id)).mails;
    const before = await documentsOf(mail?.id ?? '');
    const { batch } = await clara.post<{ batch: string }>(`/mails/${mail?.id}/desk`);
    expect((await clara.post<{ batch: string }>(`/mails/${mail?.id}/desk`)).batch).toBe(batch);
    const now = await desk({ id: batch });
    expect([now.batch.state, shape(now.plan), now.plan.envelopes[0]?.mail, now.editable]).toEqual(['released', [[[1, 2]]], mail?.id, true]);
    const split = await change(now, batch, { kind: 'split', at: ref(now, 2), into: 'envelope', document: randomUUID(), envelope: randomUUID() });
    const released = await release(batch, split.revision);
    const [first, second] = [await documentsOf(mail?.id ?? ''), await documentsOf(released.plan.envelopes[1]?.mail ?? '')];
    expect([first.originals.map((pages) => pages.length), second.originals.map((pages) => pages.length)]).toEqual([[1], [1]]);
    expect([first.mail.documentsList[0]?.id, second.mail.proposals?.subject?.value]).toEqual([before.mail.documentsList[0]?.id, 'demande d’allocation']);
    expect((await agent.call('POST', `/mails/${mail?.id}/desk`)).status).toBe(404);
  }, patience);

  it('is for the mail room alone', async () => {
    const batch = await announce();
    for (const [method, path, body] of [
      ['GET', '/batches', undefined],
      ['POST', '/batches', { id: randomUUID() }],
      ['GET', `/batches/${batch.id}/desk`, undefined],
      ['POST', `/batches/${batch.id}/desk`, { revision: 1, changes: [{ kind: 'bin', pages: [{ file: randomUUID(), number: 1 }] }] }],
      ['POST', `/batches/${batch.id}/desk/undo`, { revision: 1 }],
      ['POST', `/batches/${batch.id}/desk/redo`, { revision: 1 }],
      ['POST', `/batches/${batch.id}/announced`, { revision: 1, reason: 'compté' }],
      ['POST', `/batches/${batch.id}/release`, { revision: 1 }],
      ['POST', `/batches/${batch.id}/reject`, { revision: 1, reason: 'compté' }],
      ['POST', `/batches/${batch.id}/resume`, { revision: 1 }],
      ['GET', `/batches/${batch.id}/files/${randomUUID()}/content`, undefined],
    ] as const) {
      expect((await agent.call(method, path, body)).status).withContext(`${method} ${path}`).toBe(403);
    }
    const list = await clara.get<{ items: ScanBatch[] }>('/batches?open=true&limit=100');
    expect(list.items.some(({ id }) => id === batch.id)).toBeTrue();
    expect(list.items.some(({ state }) => state === 'released' || state === 'rejected')).toBeFalse();
  }, patience);
});
