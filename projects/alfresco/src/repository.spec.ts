import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { applyInstall } from './install/apply.js';
import { planInstall } from './install/plan.js';
import { Gec } from './model.generated.js';
import { titleAspects, without } from './nodes/titles.js';
import { connect, type Repository } from './repository.js';
import { afts } from './search/afts.js';
import { cmis } from './search/cmis.js';
import { freshRepository, type FreshRepository } from './testing/fresh-repository.js';

describe('a service account in its library', () => {
  let fresh: FreshRepository;
  let admin: Repository;
  let service: Repository;
  let reader: Repository;
  let outsider: Repository;
  let libraryId: string;

  const closed = { inherit: false, entries: [{ authority: 'bannette', role: 'Coordinator' }, { authority: 'GROUP_GEC_S_A', role: 'Consumer' }] } as const;
  const mail = (chrono: string, properties = {}) => ({
    parentId: libraryId,
    relativePath: '2026/11/22',
    name: chrono,
    type: Gec.types.incoming,
    properties: { [Gec.props.id]: randomUUID(), [Gec.props.chrono]: chrono, ...properties },
    permissions: closed,
  });
  const document = (parentId: string, name: string, bytes: Buffer) => ({
    parentId,
    name,
    type: Gec.types.document,
    properties: { [Gec.props.id]: randomUUID(), [Gec.props.documentRole]: 'main', [Gec.props.pages]: 2, [Gec.props.ocrConfidence]: 0.87 },
    mediaType: 'application/pdf',
    size: bytes.length,
    content: () => Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]),
  });

  beforeAll(async () => {
    fresh = await freshRepository();
    admin = connect({ url: fresh.url }, { user: 'admin', password: 'admin' });
    let password = '';
    const options = {
      model: await readFile(new URL('../../../alfresco-config/model/gecModel.xml', import.meta.url), 'utf8'),
      entity: 'DEPT',
      groups: [
        { id: 'GROUP_GEC_S_A', label: 'A', parents: [] },
        { id: 'GROUP_GEC_S_A__SECRETARIAT', label: 'A, secrétariat', parents: ['GROUP_GEC_S_A'] },
      ],
      serviceAccount: { id: 'bannette', email: 'bannette@example.org' },
    };
    ({ libraryId } = await applyInstall(admin, await planInstall(admin, options), { storePassword: async (_account, made) => void (password = made) }));
    for (const id of ['lea', 'tom']) await admin.people.create({ id, firstName: id, email: `${id}@example.org`, password: `secret-${id}` });
    await admin.groups.addMember('GROUP_GEC_S_A__SECRETARIAT', 'lea');
    await admin.groups.addMember('GROUP_GEC_S_A__SECRETARIAT', 'lea');
    service = connect({ url: fresh.url }, { user: 'bannette', password });
    reader = connect({ url: fresh.url }, { user: 'lea', password: 'secret-lea' });
    outsider = connect({ url: fresh.url }, { user: 'tom', password: 'secret-tom' });
  }, 60_000);
  afterAll(() => fresh?.close());

  it('takes a title off with its aspect, and nothing else with it', async () => {
    const { id } = await service.nodes.createFolder(mail('A-2026-000901', { [Gec.props.subject]: 'Voirie' }));
    const titled = await admin.nodes.update(id, { properties: { 'cm:title': 'Dossier Quatrefages', 'cm:description': 'rappelée' } });
    expect(titled.aspects).toContain('cm:titled');
    await service.nodes.update(id, { ...without(titled, titleAspects), properties: { [Gec.props.summary]: 'vu' } });
    const { aspects, properties } = await admin.nodes.get(id);
    expect([aspects.includes('cm:titled'), properties['cm:title'], properties['cm:description'], properties[Gec.props.subject], properties[Gec.props.summary]]).toEqual([false, undefined, undefined, 'Voirie', 'vu']);
  });

  it('registers a mail with its documents so that only its readers see it', async () => {
    const bytes = randomBytes(200_000);
    const folder = await service.nodes.createFolder(mail('A-2026-000001', { 'gec:subject': 'Été « 1 »', 'gec:keywords': ['a', 'b'], 'gec:dueDate': '2026-12-22' }));
    const file = await service.nodes.upload(document(folder.id, 'document-1.pdf', bytes));

    expect(folder).toEqual(jasmine.objectContaining({ existed: false, type: 'gec:incoming', isFolder: true, createdBy: 'bannette' }));
    expect(file).toEqual(jasmine.objectContaining({ existed: false, type: 'gec:document', content: { mediaType: 'application/pdf', size: 200_000 } }));
    expect(file.properties).toEqual(jasmine.objectContaining({ 'gec:pages': 2, 'gec:ocrConfidence': 0.87 }));
    expect(file.aspects).toEqual(jasmine.arrayContaining(['gec:identified', 'gec:digitised']));

    const seen = await reader.nodes.get(folder.id);
    expect(seen.properties).toEqual(jasmine.objectContaining({ 'gec:subject': 'Été « 1 »', 'gec:keywords': ['a', 'b'], 'gec:dueDate': '2026-12-22' }));
    expect(await reader.nodes.digest(file.id, 'sha512')).toBe(createHash('sha512').update(bytes).digest('hex'));
    expect((await reader.nodes.children(folder.id)).nodes.map(({ name }) => name)).toEqual(['document-1.pdf']);
    await expectAsync(reader.nodes.update(folder.id, { properties: { 'gec:subject': 'x' } })).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));

    await expectAsync(outsider.nodes.get(file.id)).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
    await expectAsync(outsider.nodes.content(file.id)).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
    expect(await outsider.nodes.findByPath('-root-', 'Bannette/2026/11/22/A-2026-000001')).toBeUndefined();
    expect((await outsider.search.find(afts.equals(Gec.props.chrono, 'A-2026-000001'))).nodes).toEqual([]);
    expect((await reader.search.find(afts.equals(Gec.props.chrono, 'A-2026-000001'))).nodes.map(({ id }) => id)).toEqual([folder.id]);
  });

  it('gets the same folder back however often and however many at once ask for it', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => service.nodes.createFolder(mail('A-2026-000002'))));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made.filter(({ existed }) => !existed).length).toBe(1);
    const again = await service.nodes.upload(document(made[0]!.id, 'document-1.pdf', Buffer.from('first')));
    const repeated = await service.nodes.upload(document(made[0]!.id, 'document-1.pdf', Buffer.from('second')));
    expect(repeated).toEqual(jasmine.objectContaining({ id: again.id, existed: true }));
  });

  it('narrows and widens the readers, confirmed by the repository', async () => {
    const { id } = await service.nodes.createFolder(mail('A-2026-000003'));
    await service.nodes.setPermissions(id, { inherit: false, entries: [{ authority: 'bannette', role: 'Coordinator' }] });
    await expectAsync(reader.nodes.get(id)).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
    await service.nodes.setPermissions(id, closed);
    expect((await reader.nodes.get(id)).id).toBe(id);
  });

  it('takes over a folder that an administrator made in the library', async () => {
    const theirs = await admin.nodes.createFolder({ parentId: libraryId, name: 'made-by-admin', type: 'cm:folder', properties: {} });
    await service.nodes.setPermissions(theirs.id, closed);
    expect((await service.nodes.permissions(theirs.id)).inherit).toBeFalse();
    expect((await reader.nodes.get(theirs.id)).name).toBe('made-by-admin');
  });

  it('reads a part of a content', async () => {
    const { id } = await service.nodes.createFolder(mail('A-2026-000004'));
    const file = await service.nodes.upload(document(id, 'document-1.pdf', Buffer.from('0123456789abcdef')));
    const { stream, size, status, headers } = await service.nodes.content(file.id, { start: 4, end: 7 });
    expect({ text: (await stream.toArray()).join(''), size, status, range: headers['content-range'] }).toEqual({ text: '4567', size: 4, status: 206, range: 'bytes 4-7/16' });
    await expectAsync(service.nodes.content(file.id, { start: 99 })).toBeRejectedWith(jasmine.objectContaining({ code: 'invalid' }));
  });

  it('finds mails by their dates and lists through CMIS', async () => {
    const due = { 'gec:dueDate': '2026-12-01', 'gec:status': 'distributed', 'gec:copyServices': ['DGS', 'DRH'] };
    const { id } = await service.nodes.createFolder(mail('A-2026-000005', due));
    await service.nodes.createFolder(mail('A-2026-000006', { ...due, 'gec:dueDate': '2026-12-03' }));
    const late = cmis.select(Gec.types.incoming).where(cmis.and(cmis.compare(Gec.props.dueDate, '<', '2026-12-02'), cmis.in(Gec.props.status, ['distributed', 'inProgress']))).orderBy(Gec.props.dueDate);
    expect((await service.search.find(late)).nodes.map((node) => node.id)).toEqual([id]);
    const copies = cmis.select(Gec.types.incoming).where(cmis.any(Gec.props.copyServices, 'DRH')).orderBy('cmis:name', 'DESC');
    expect((await service.search.find(copies, { max: 1 })).hasMore).toBeTrue();
    expect((await service.search.find(copies)).nodes.map(({ name }) => name)).toEqual(['A-2026-000006', 'A-2026-000005']);
    const named = cmis.select(Gec.types.correspondence).where(cmis.startsWith('cmis:name', "A-2026-00000'")).where(cmis.isNull(Gec.props.status));
    expect((await service.search.find(named)).nodes).toEqual([]);
  });

  it('links an answer to its mail, and a second time does no harm', async () => {
    const incoming = await service.nodes.createFolder(mail('A-2026-000007'));
    const outgoing = await service.nodes.createFolder({ ...mail('D-2026-000001'), type: Gec.types.outgoing });
    await service.nodes.associate(outgoing.id, incoming.id, Gec.assocs.replyTo);
    await expectAsync(service.nodes.associate(outgoing.id, incoming.id, Gec.assocs.replyTo)).toBeResolved();
    await expectAsync(service.nodes.associate(outgoing.id, randomUUID(), Gec.assocs.replyTo)).toBeRejectedWith(jasmine.objectContaining({ code: 'notFound' }));
  });

  it('changes and clears properties, and deletes', async () => {
    const { id } = await service.nodes.createFolder(mail('A-2026-000008', { 'gec:assignee': 'lea' }));
    const changed = await service.nodes.update(id, { properties: { 'gec:assignee': null, 'gec:status': 'closed', 'gec:closedAt': '2026-11-22T10:00:00Z', 'gec:keywords': [] } });
    expect(changed.properties['gec:assignee']).toBeUndefined();
    expect(changed.properties).toEqual(jasmine.objectContaining({ 'gec:status': 'closed', 'gec:closedAt': '2026-11-22T10:00:00.000Z' }));
    await service.nodes.delete(id, { permanent: true });
    await expectAsync(service.nodes.get(id)).toBeRejectedWith(jasmine.objectContaining({ code: 'notFound' }));
  });

  it('knows a person’s groups, through others too', async () => {
    expect(await reader.groupsOf()).toEqual(jasmine.arrayContaining(['GROUP_GEC_S_A__SECRETARIAT', 'GROUP_GEC_S_A']));
    expect(await admin.groupsOf('tom')).not.toContain('GROUP_GEC_S_A');
  });

  it('keeps a new version when a content is replaced', async () => {
    const { id } = await service.nodes.createFolder(mail('A-2026-000009'));
    const file = await service.nodes.upload(document(id, 'document-1.pdf', Buffer.from('first version')));
    const bytes = Buffer.from('second version!');
    const replaced = await service.nodes.replaceContent(file.id, { mediaType: 'application/pdf', size: bytes.length, content: () => Readable.from([bytes]) });
    expect(replaced.content?.size).toBe(bytes.length);
    expect(replaced.properties['cm:versionLabel']).toBe('1.1');
  });
});
