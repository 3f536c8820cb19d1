import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPrefix, type BatchScan, type Desk, type ScanBatch, type ScanDay, type ScannerState } from '@bannette/http';
import type { Running } from '../serve.js';
import { clientOf, separator, signIn, startTestHouse, testBatch, until, type Client, type TestHouse, type TestPage } from '../testing/index.js';

/** Each file is read by a process of its own, on a machine that may be busy. */
const patience = 90_000;
const page = (text: string): string => `Madame Odile Vasseur\n12 rue des Tanneurs\n98310 Valmorin-sur-Lys\n\nObjet : ${text}\n\nMadame, Monsieur,\n\nJe vous écris à ce sujet.`;

const goesOn = 'Suite de la lettre, avec les pièces que vous avez demandées.';

describe('A scanner’s folder', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let admin: Client;
  let agent: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({ BANNETTE_SCAN_ROOTS: join(house.dataDir, 'share') });
    [clara, agent] = await Promise.all([house.client('clara.moreau', running.url), house.client('ines.kaci', running.url)]);
    admin = clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url);
    await mkdir(join(house.dataDir, 'share/away'), { recursive: true });
    for (const { folder } of scanners) if (!folder.startsWith('/') && folder !== 'unmade') await mkdir(join(house.scansDir, folder), { recursive: true });
    const { versions } = await admin.get<{ versions: { [kind: string]: number } }>('/settings');
    const data = scanners.map((scanner) => ({ settleMs: 50, ...scanner, folder: scanner.folder.replace('SHARE', join(house.dataDir, 'share')) }));
    const { status, body } = await admin.call('PUT', '/settings/scanners', { basedOn: versions['scanners'], comment: 'scanners', data });
    if (status !== 200) throw new Error(JSON.stringify(body));
    await until('the profiles are in force', async () => (await clara.get<{ items: object[] }>('/scanners')).items.length > 0);
  }, 120_000);
  afterAll(() => house.close(), patience);

  const scanners = [
    { code: 'PILE', label: 'Scanner de production', folder: 'pile', subFolders: [{ folder: 'Personnel', service: 'RH' }] },
    { code: 'GAP', label: 'Copieur', folder: 'Étage 2/copieur', batchGapS: 6 },
    { code: 'COUNTED', label: 'Scanner du guichet', folder: 'counted', announced: true, lane: 'counter' },
    { code: 'XML', label: 'Scanner à lots', folder: 'xml', names: '{batch}', sidecar: { format: 'xml', name: '{name}.xml', required: true, waitS: 3, dates: 'dmy', fields: { batch: 'Lot/@id', operator: 'Lot/Operateur', pages: 'Lot/@pages', scannedAt: 'Lot/Date', dpi: 'Lot/@dpi', service: 'Lot/Service', type: 'Lot/Type' }, rows: 'Lot/Document', rowFields: { firstPage: '@de', lastPage: '@a', service: 'Service' } } },
    { code: 'INDEX', label: 'Chaîne d’images', folder: 'index', sidecar: { format: 'csv', name: 'index.csv', encoding: 'windows-1252', waitS: 60, fields: { batch: 'Lot' }, rowFields: { file: 'Fichier', document: 'Document' } } },
    { code: 'BACKS', label: 'Chargeur simple', folder: 'backs', mode: 'frontsThenBacks', batchGapS: 2 },
    { code: 'AWAY', label: 'Partage', folder: 'SHARE/away' },
    { code: 'UNMADE', label: 'Nouveau', folder: 'unmade' },
    { code: 'OUTSIDE', label: 'Ailleurs', folder: '/etc/scans' },
  ];

  const pathOf = (code: string, name = ''): string => {
    const folder = scanners.find((each) => each.code === code)?.folder ?? '';
    return join(folder.startsWith('SHARE') ? join(house.dataDir, folder.replace('SHARE', 'share')) : join(house.scansDir, folder), name);
  };
  /** As scanners do: under a passing name first. */
  const put = async (code: string, name: string, content: Buffer | string | readonly TestPage[]): Promise<void> => {
    const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : (await testBatch(randomUUID(), content)).bytes;
    await writeFile(pathOf(code, `${name}.part`), bytes);
    await rename(pathOf(code, `${name}.part`), pathOf(code, name));
  };
  const batchesOf = async (code: string): Promise<ScanBatch[]> => (await clara.get<{ items: ScanBatch[] }>(`/batches?scanner=${code}&limit=200`)).items;
  const scanOf = (id: string): Promise<BatchScan> => clara.get<BatchScan>(`/batches/${id}/scan`);
  const desk = (id: string): Promise<Desk> => clara.get<Desk>(`/batches/${id}/desk`);
  const settled = (code: string, is: (batch: ScanBatch) => boolean): Promise<ScanBatch> =>
    until(`a batch of ${code} is so`, async () => (await batchesOf(code)).find((batch) => is(batch) && ['released', 'toCheck', 'quarantined'].includes(batch.state) && !batch.releasing), patience);
  const named = (name: string) => (batch: ScanBatch): boolean => batch.name === name;
  const texts = async (id: string): Promise<string[][]> => {
    const { plan, files } = await desk(id);
    return plan.envelopes.map(({ documents }) => documents.flatMap(({ pages }) => pages.map(({ file, number }) => `${files.find((each) => each.id === file)?.name}:${number}`)));
  };
  const codes = async (id: string): Promise<string[]> => (await scanOf(id)).notes.map(({ code, check }) => `${code}${check ? '!' : ''}`);

  it('brings a pile that becomes a batch with its mails, for the service of its sub-folder', async () => {
    await mkdir(pathOf('PILE', 'Personnel'), { recursive: true });
    await put('PILE', 'Personnel/pile.pdf', [page('arrêt de travail'), separator('newLetter'), page('congés')]);
    const batch = await settled('PILE', named('pile.pdf'));
    expect(batch).toEqual(jasmine.objectContaining({ state: 'released', scanner: 'PILE', service: 'RH', operator: 'system', taking: false }));
    expect(batch.counts).toEqual(jasmine.objectContaining({ envelopes: 2, pages: 3, aside: 1, released: 2 }));
    expect((await readdir(pathOf('PILE', '_pris'))).filter((name) => name.startsWith('pile.')).length).toBe(1);
  }, patience);

  it('loses nothing of an unknown sub-folder, whatever its name, and says so', async () => {
    await mkdir(pathOf('PILE', 'Inconnu e\u0301te\u0301'), { recursive: true });
    await writeFile(Buffer.concat([Buffer.from(pathOf('PILE', 'Inconnu e\u0301te\u0301/')), Buffer.from([0xe9, 0x74, 0xe9]), Buffer.from('.pdf')]), (await testBatch('latin', [page('nom ancien')])).bytes);
    const batch = await settled('PILE', named('été.pdf'));
    expect(batch.service).toBeUndefined();
    expect((await scanOf(batch.id)).notes).toEqual([{ code: 'unknownSubFolder', params: { folder: 'Inconnu été' }, check: false }]);
  }, patience);

  it('never follows a link, and takes a name again when another file bears it', async () => {
    await symlink('/etc/hostname', pathOf('PILE', 'link.pdf'));
    await put('PILE', 'again.pdf', [page('première fois')]);
    await settled('PILE', named('again.pdf'));
    await put('PILE', 'again.pdf', [page('deuxième fois')]);
    await until('both are there', async () => (await batchesOf('PILE')).filter(named('again.pdf')).length === 2, patience);
    expect(await readdir(pathOf('PILE'))).toContain('link.pdf');
    expect((await batchesOf('PILE')).filter(named('link.pdf'))).toEqual([]);
  }, patience);

  it('knows a file that a crash left behind, and makes no second batch of it', async () => {
    const { bytes } = await testBatch('crash', [page('panne')]);
    const lays = async (): Promise<void> => {
      await writeFile(pathOf('PILE', 'crash.pdf.part'), bytes);
      await utimes(pathOf('PILE', 'crash.pdf.part'), 1_790_000_000, 1_790_000_000);
      await rename(pathOf('PILE', 'crash.pdf.part'), pathOf('PILE', 'crash.pdf'));
    };
    await lays();
    const { id } = await settled('PILE', named('crash.pdf'));
    await until('it is moved aside', async () => !(await readdir(pathOf('PILE'))).includes('crash.pdf'), patience);
    await lays();
    await until('it is moved aside again', async () => !(await readdir(pathOf('PILE'))).includes('crash.pdf'), patience);
    expect((await batchesOf('PILE')).filter(named('crash.pdf')).map((batch) => batch.id)).toEqual([id]);
  }, patience);

  it('puts what comes within the quiet time into one batch, which is released only when the quiet has passed', async () => {
    const [one, two] = [await testBatch(randomUUID(), [page('un')]), await testBatch(randomUUID(), [page('deux')])];
    await Promise.all([put('GAP', 'un.pdf', one.bytes), put('GAP', 'deux.pdf', two.bytes)]);
    const first = await until('the batch has both', async () => (await batchesOf('GAP')).find(({ counts }) => counts.files === 2), patience);
    expect(first.taking || first.state !== 'received').toBeTrue();
    const batch = await settled('GAP', ({ id }) => id === first.id);
    expect([batch.state, batch.taking, batch.counts.released]).toEqual(['released', false, 2]);
    await put('GAP', 'trois.pdf', [page('trois')]);
    const later = await settled('GAP', ({ id }) => id !== first.id);
    expect(later.counts.files).toBe(1);
  }, patience);

  it('fills the batch that somebody announced, and ends it when its counters are reached', async () => {
    const announced = await clara.post<ScanBatch>('/batches', { id: randomUUID(), name: 'Courrier du matin', scanner: 'COUNTED', announcedEnvelopes: 2, announcedPages: 3 });
    expect([announced.taking, announced.operator]).toEqual([true, 'Clara Moreau']);
    const shown = (await clara.get<{ items: ScannerState[] }>('/scanners')).items.find(({ code }) => code === 'COUNTED');
    expect(shown?.batch?.id).toBe(announced.id);
    await put('COUNTED', 'a.pdf', [page('un'), goesOn]);
    await until('its first file is read', async () => (await batchesOf('COUNTED')).find(({ id, counts }) => id === announced.id && counts.pages === 2), patience);
    await put('COUNTED', 'b.pdf', [page('deux')]);
    const batch = await settled('COUNTED', ({ id }) => id === announced.id);
    expect([batch.state, batch.taking, batch.gaps, batch.counts.released]).toEqual(['released', false, [], 2]);
    expect((await scanOf(batch.id)).lane).toBe('counter');
    await put('COUNTED', 'c.pdf', [page('trois')]);
    const other = await settled('COUNTED', named('c.pdf'));
    expect([other.state, await codes(other.id)]).toEqual(['toCheck', ['notAnnounced!']]);
  }, patience);

  it('holds a batch whose counts disagree once its operator says that all is scanned', async () => {
    const { id } = await clara.post<ScanBatch>('/batches', { id: randomUUID(), name: 'Écart', scanner: 'GAP', announcedPages: 5 });
    await put('GAP', 'gap.pdf', [page('manque une page')]);
    const read = await until('it is read', async () => (await batchesOf('GAP')).find((batch) => batch.id === id && batch.counts.pages === 1), patience);
    expect(read.state).toBe('received');
    expect((await agent.call('POST', `/batches/${id}/end`, { revision: read.revision })).status).toBe(403);
    // Whoever writes down what was read of it may still be at it.
    const ended = await until('it is ended', async () => {
      const { status, body } = await clara.call<ScanBatch>('POST', `/batches/${id}/end`, { revision: (await batchesOf('GAP')).find((batch) => batch.id === id)?.revision });
      return status === 200 && body;
    });
    expect([ended.state, ended.taking, ended.gaps]).toEqual(['toCheck', false, [{ counter: 'pages', announced: 5, scanned: 1 }]]);
    expect((await clara.call<{ code: string }>('POST', `/batches/${id}/end`, { revision: ended.revision })).body.code).toBe('notInState');
  }, patience);

  describe('with sidecar files', () => {
    const lot = (pages: number): string => `<?xml version="1.0" encoding="UTF-8"?><Lot id="L42" pages="${pages}" dpi="300"><Operateur>yann.lebrun</Operateur><Date>22/11/2026 09:12</Date><Service>Ressources humaines</Service><Document de="1" a="1"/><Document de="2" a="3"><Service>ROUTES</Service></Document></Lot>`;

    it('waits for them, and takes what they say', async () => {
      await put('XML', 'typé.pdf', [page('facture'), separator('newLetter'), page('autre facture')]);
      await put('XML', 'typé.xml', '<Lot id="L43"><Type>FACTURE</Type></Lot>');
      await put('XML', 'lot42.pdf', [page('un'), page('deux'), goesOn]);
      await put('XML', 'lot42.xml', lot(3));
      const batch = await settled('XML', named('L42'));
      expect(batch).toEqual(jasmine.objectContaining({ state: 'released', announcedPages: 3, gaps: [], service: 'RH' }));
      expect(await texts(batch.id)).toEqual([['lot42.pdf:1'], ['lot42.pdf:2', 'lot42.pdf:3']]);
      const { plan } = await desk(batch.id);
      expect(plan.envelopes.map(({ sheet }) => sheet?.service)).toEqual([undefined, 'ROUTES']);
      const scan = await scanOf(batch.id);
      expect(scan.told).toEqual(jasmine.objectContaining({ dpi: 300, scannedAt: '2026-11-22T09:12:00', batch: 'L42', mode: 'simplex' }));
      expect(scan.sidecars.map(({ name }) => name)).toEqual(['lot42.xml']);
      expect(scan.sidecars[0]?.flaw).toBeUndefined();
      const typed = await settled('XML', named('L43'));
      expect((await desk(typed.id)).plan.envelopes.map(({ sheet }) => sheet?.type)).toEqual(['FACTURE', 'FACTURE']);
    }, patience);

    it('that are broken or never come is told, and nothing is lost', async () => {
      await put('XML', 'broken.pdf', [page('abîmé')]);
      await put('XML', 'broken.xml', '<!DOCTYPE Lot [<!ENTITY x SYSTEM "file:///etc/passwd">]><Lot id="&x;"/>');
      await put('XML', 'alone.pdf', [page('seul')]);
      const broken = await settled('XML', named('broken'));
      expect([broken.state, await codes(broken.id)]).toEqual(['toCheck', ['sidecarDoctype!']]);
      const [sidecar] = (await scanOf(broken.id)).sidecars;
      expect(sidecar?.flaw?.code).toBe('sidecarDoctype');
      const response = await fetch(`${running.url}${apiPrefix}/batches/${broken.id}/sidecars/${sidecar?.id}`, { headers: { authorization: `Basic ${Buffer.from(clara.ticket).toString('base64')}` } });
      expect([response.headers.get('content-type'), response.headers.get('content-disposition')?.slice(0, 10)]).toEqual(['application/octet-stream', 'attachment']);
      expect(await response.text()).toContain('<!DOCTYPE');
      const alone = await settled('XML', named('alone'));
      expect([alone.state, await codes(alone.id)]).toEqual(['toCheck', ['sidecarMissing!']]);
    }, patience);

    it('that list images make them one batch, in their order, document by document', async () => {
      for (const name of ['0003.pdf', '0001.pdf', '0002.pdf']) await put('INDEX', name, [name === '0001.pdf' ? goesOn : page(name)]);
      await put('INDEX', 'index.csv', Buffer.from('Fichier;Lot;Document\r\nC:\\scans\\0002.pdf;Lot n\u00b0 7;1\r\n0001.pdf;Lot n\u00b0 7;1\r\n0003.pdf;Lot n\u00b0 7;2\r\n', 'latin1'));
      const batch = await settled('INDEX', named('Lot n° 7'));
      expect(await texts(batch.id)).toEqual([['0002.pdf:1', '0001.pdf:1'], ['0003.pdf:1']]);
      expect([batch.state, batch.counts.released]).toEqual(['released', 2]);
    }, patience);
  });

  it('puts fronts and backs that were scanned apart together before it parts them, and guesses nothing when one is missing', async () => {
    await put('BACKS', 'f.pdf', [page('un'), separator('newLetter')]);
    await until('it is seen first', async () => (await clara.get<{ items: ScannerState[] }>('/scanners')).items.find(({ code }) => code === 'BACKS')?.folder.waiting === 1 || (await readdir(pathOf('BACKS'))).length > 0);
    await put('BACKS', 'g.pdf', [page('deux'), goesOn]);
    const batch = await settled('BACKS', named('f.pdf'));
    expect(await texts(batch.id)).toEqual([['f.pdf:1', 'g.pdf:2'], ['g.pdf:1']]);
    expect(batch.state).toBe('released');
    await put('BACKS', 'odd.pdf', [page('un'), goesOn, goesOn]);
    const odd = await settled('BACKS', named('odd.pdf'));
    expect([odd.state, (await scanOf(odd.id)).notes]).toEqual(['toCheck', [{ code: 'frontsBacksOdd', params: { pages: 3 }, check: true }]]);
  }, patience);

  it('that goes away is told, and goes on by itself when it is back', async () => {
    const state = async (code: string): Promise<string | undefined> => (await clara.get<{ items: ScannerState[] }>('/scanners')).items.find((each) => each.code === code)?.folder.state;
    expect([await state('AWAY'), await state('OUTSIDE'), await state('UNMADE')]).toEqual(['ok', 'outside', 'missing']);
    await rename(pathOf('AWAY'), `${pathOf('AWAY')}-gone`);
    expect(await state('AWAY')).toBe('missing');
    await rename(`${pathOf('AWAY')}-gone`, pathOf('AWAY'));
    await put('AWAY', 'back.pdf', [page('de retour')]);
    await settled('AWAY', named('back.pdf'));
    expect((await clara.call('POST', '/scanners/UNMADE/folder', {})).status).toBe(403);
    expect((await admin.call<ScannerState>('POST', '/scanners/UNMADE/folder', {})).body.folder.state).toBe('ok');
    expect((await admin.call<{ code: string }>('POST', '/scanners/OUTSIDE/folder', {})).body.code).toBe('folderState');
    expect((await admin.call('POST', '/scanners/NONE/folder', {})).status).toBe(404);
  }, patience);

  it('is set up by administrators, who may try a mapping on a sample', async () => {
    const mapping = { format: 'json', name: '{name}.json', fields: { batch: '/id', pages: '/pages' } };
    const sample = Buffer.from('{"id":"L1","pages":"many"}').toString('base64');
    expect((await clara.call('POST', '/scanners/sidecar', { mapping, sample })).status).toBe(403);
    expect((await admin.call('POST', '/scanners/sidecar', { mapping, sample })).body).toEqual({ fields: { batch: 'L1' }, rows: [], doubts: [{ field: 'pages', value: 'many' }] });
    expect((await admin.call('POST', '/scanners/sidecar', { mapping, sample: Buffer.from('{').toString('base64') })).body).toEqual({ flaw: { code: 'sidecarSyntax', params: { line: 1 } }, fields: {}, rows: [], doubts: [] });
    expect((await agent.call('GET', '/scanners')).status).toBe(403);
    expect((await admin.get<{ items: ScannerState[] }>('/scanners')).items.length).toBe(scanners.length);
    const refusal = async (data: object[]): Promise<unknown> => {
      const { versions } = await admin.get<{ versions: { [kind: string]: number } }>('/settings');
      return (await admin.call<{ params: unknown }>('PUT', '/settings/scanners', { basedOn: versions['scanners'], comment: 'essai', data })).body.params;
    };
    expect(await refusal([{ code: 'A', label: 'A', folder: '../a' }])).toEqual({ path: 'scanners.0.folder', code: 'folder' });
    expect(await refusal([{ code: 'A', label: 'A', folder: 'a' }, { code: 'B', label: 'B', folder: 'A/b' }])).toEqual({ path: 'scanners.B.folder', code: 'overlap', value: 'A/b' });
  }, patience);

  it('counts what was scanned today by operator and scanner', async () => {
    await put('PILE', 'today.pdf', [page('compté')]);
    await settled('PILE', named('today.pdf'));
    const { lines } = await clara.get<ScanDay>('/scanners/today');
    const line = lines.find(({ scanner, operator }) => scanner === 'PILE' && operator === 'system');
    expect(line?.pages).toBeGreaterThan(0);
    expect((await agent.call('GET', '/scanners/today')).status).toBe(403);
  }, patience);
});
