import { Readable } from 'node:stream';
import { type AlfrescoError } from '../error.js';
import { connect, type Repository } from '../repository.js';
import { answer, breakOff, node, refusal, saySilence, scriptedServer, type ScriptedServer, type Turn } from '../testing/scripted-server.js';
import { signIn } from './session.js';

const failureOf = (promise: Promise<unknown>): Promise<AlfrescoError> => promise.then(() => fail('it succeeded') as never, (error: unknown) => error as AlfrescoError);

describe('an exchange with the repository', () => {
  let server: ScriptedServer;
  const play = async (...turns: readonly Turn[]): Promise<Repository> => {
    server = await scriptedServer(...turns);
    return connect({ url: server.url, timeoutMs: 150, retries: 2 }, { ticket: 'TICKET_x' });
  };
  const folder = { parentId: 'library', relativePath: '2026/11/22', name: 'A-2026-000001', type: 'gec:incoming', properties: {} };
  const document = { parentId: 'mail', name: 'document-1.pdf', type: 'gec:document', properties: { 'gec:pages': 2 }, mediaType: 'application/pdf', size: 5, content: () => Readable.from([Buffer.from('hel'), Buffer.from('lo')]) };

  afterEach(() => server.close());

  it('repeats a reading that broke off, was refused for overload or met silence', async () => {
    const repository = await play(breakOff, answer(503), saySilence);
    const error = await failureOf(repository.nodes.get('n'));
    expect(error.code).toBe('timeout');
    expect(server.seen.length).toBe(3);
  });

  it('gives the answer once the repository is back', async () => {
    const repository = await play(breakOff, answer(200, node('n')));
    expect((await repository.nodes.get('n')).id).toBe('n');
  });

  it('does not repeat what the repository refused', async () => {
    const repository = await play(refusal(403, 'framework.exception.PermissionDenied'));
    const error = await failureOf(repository.nodes.update('n', { properties: { 'gec:status': 'closed' } }));
    expect(error.code).toBe('forbidden');
    expect(server.seen.length).toBe(1);
  });

  it('keeps the error key and the log id, and neither what was sent nor what was answered in its message', async () => {
    const repository = await play(refusal(400, "Group 'DUPONT' already exists."));
    const error = await failureOf(repository.nodes.update('secret-id', { properties: { 'gec:subject': 'Divorce de Mme Durand' } }));
    expect(error.errorKey).toBe("Group 'DUPONT' already exists.");
    expect(error.logId).toBe('a-log-id');
    expect(`${error.message} ${JSON.stringify(error)}`).not.toMatch(/DUPONT|Durand|secret-id/);
  });

  it('tells a locked document from a taken name', async () => {
    const repository = await play(refusal(409, undefined, 'Cannot perform operation since the node (id:n) is locked.'), refusal(409, undefined, 'Duplicate child name not allowed: The node is locked'));
    expect((await failureOf(repository.nodes.update('n', {}))).code).toBe('locked');
    expect((await failureOf(repository.nodes.update('n', {}))).code).toBe('conflict');
  });

  it('knows a lock in whatever language the repository’s machine speaks', async () => {
    const said = ['Impossible de réaliser l’opération car le nœud (id : 3fa85f64-5717) est verrouillé.', 'The node (id: 3fa85f64-5717) could not be locked since it is already locked by another user.', 'Vorgang kann nicht ausgeführt werden, da der Node (ID: 3fa85f64-5717) gesperrt ist.'];
    const repository = await play(...said.map((text) => refusal(409, undefined, text)), refusal(409, undefined, 'Nœud (id 12) verrouillé.pdf already exists.'));
    for (const text of said) expect((await failureOf(repository.nodes.update('n', {}))).code).withContext(text).toBe('locked');
    expect((await failureOf(repository.nodes.update('n', {}))).code).toBe('conflict');
  });

  it('says in which language it writes, for titles and contents are kept and searched by it', async () => {
    const repository = await play(answer(201, node('doc')));
    await repository.nodes.upload(document);
    expect(server.seen[0]!.headers['accept-language']).toBe('fr');
  });

  it('takes nothing for gone because a server says 404 behind which Alfresco did not start', async () => {
    const tomcat: Turn = (_request, response) => void response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end('<!doctype html><title>HTTP Status 404 – Not Found</title>');
    const gateway = answer(404, { message: 'no Route matched with those values' });
    const spring = answer(404, { timestamp: '2026-11-22T02:50:47Z', status: 404, error: 'Not Found' });
    const repository = await play(tomcat, gateway, spring, tomcat, tomcat, tomcat, answer(404, null), gateway, spring);
    const found = await failureOf(repository.nodes.findByPath('library', '2026/11/22'));
    expect([found.code, found.status]).toEqual(['unavailable', 404]);
    expect((await failureOf(repository.nodes.delete('n'))).code).toBe('unavailable');
    expect((await failureOf(repository.nodes.content('n'))).code).toBe('unavailable');
  });

  it('takes for gone what Alfresco itself says is not there, by its REST API and by a webscript', async () => {
    const webscript = answer(404, { status: { code: 404, name: 'Not Found' }, message: '10220109 Unable to find node.' });
    const repository = await play(refusal(404), webscript);
    expect((await failureOf(repository.nodes.get('n'))).code).toBe('notFound');
    expect((await failureOf(repository.records.nextAction('n'))).code).toBe('notFound');
  });

  it('takes a deletion for done when its answer was lost and the node is gone', async () => {
    const repository = await play(breakOff, refusal(404));
    await expectAsync(repository.nodes.delete('n')).toBeResolved();
    await expectAsync(repository.nodes.delete('n')).toBeRejected();
  });

  it('finds a folder whose creation was done though the answer was lost, even when it shows a moment later', async () => {
    const repository = await play(breakOff, refusal(404), answer(200, node('made')));
    const made = await repository.nodes.createFolder(folder);
    expect(made).toEqual(jasmine.objectContaining({ id: 'made', existed: true }));
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
    expect(server.seen[1]!.url).toContain('relativePath=2026%2F11%2F22%2FA-2026-000001');
  });

  it('creates a folder again only after it was not found twice', async () => {
    const repository = await play(answer(504), refusal(404), refusal(404), answer(201, node('made')));
    expect((await repository.nodes.createFolder(folder)).existed).toBeFalse();
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'POST']);
  });

  it('opens the content again when an upload broke off, and announces its length', async () => {
    const repository = await play(breakOff, refusal(404), refusal(404), answer(201, node('doc')));
    await repository.nodes.upload(document);
    const [first, , , second] = server.seen;
    for (const { headers, body } of [first!, second!]) {
      expect(Number(headers['content-length'])).toBe(body.length);
      expect(body.toString()).toContain('name="gec:pages"\r\n\r\n2\r\n');
      expect(body.toString()).toContain('filename="document-1.pdf"\r\nContent-Type: application/pdf\r\n\r\nhello\r\n');
    }
  });

  it('uploads a content that comes with empty pieces', async () => {
    const repository = await play(answer(201, node('doc')));
    const pieces = [Buffer.alloc(0), Buffer.from('hel'), Buffer.alloc(0), Buffer.from('lo'), Buffer.alloc(0)];
    await repository.nodes.upload({ ...document, content: () => Readable.from(pieces) });
    expect(server.seen[0]!.body.toString()).toContain('\r\n\r\nhello\r\n--');
  });

  it('says so when the file to upload can’t be read, and does not try again', async () => {
    const repository = await play(answer(201, node('doc')));
    const unreadable = () => Readable.from((async function* () { throw new Error('no such file'); })());
    await expectAsync(repository.nodes.upload({ ...document, content: unreadable })).toBeRejectedWithError('no such file');
    expect(server.seen.length).toBe(0);
  });

  it('does not take a slow reader for a silent server', async () => {
    const repository = await play(answer(200, 'x'.repeat(3_000_000)));
    const { stream } = await repository.nodes.content('n');
    await new Promise((resolve) => setTimeout(resolve, 400));
    let size = 0;
    for await (const chunk of stream) size += (chunk as Buffer).length;
    expect(size).toBe(3_000_002);
  });

  it('ends a content with an error when the connection breaks in its middle', async () => {
    const repository = await play((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half', () => response.destroy());
    });
    const error = await failureOf(repository.nodes.digest('n', 'sha512'));
    expect(error.code).toBe('unavailable');
  });

  it('signs in once, and once again when the ticket is no longer known', async () => {
    const ticket = (id: string) => answer(201, { entry: { id, userId: 'gecsvc' } });
    server = await scriptedServer(ticket('T1'), answer(200, node('a')), refusal(401), ticket('T2'), answer(200, node('b')));
    const repository = connect({ url: server.url }, { user: 'gecsvc', password: 'secret' });
    await repository.nodes.get('a');
    expect((await repository.nodes.get('b')).id).toBe('b');
    expect(server.seen.map(({ headers }) => headers.authorization && Buffer.from(headers.authorization.slice(6), 'base64').toString())).toEqual([undefined, 'T1', 'T1', undefined, 'T2']);
  });

  it('takes one new ticket for all the requests that were refused at once', async () => {
    const ticket = (id: string): Turn => answer(201, { entry: { id, userId: 'gecsvc' } });
    const bySession: Turn = (request, response) => {
      if (request.url.includes('/tickets')) ticket('T2')(request, response);
      else (Buffer.from(request.headers.authorization!.slice(6), 'base64').toString() === 'T2' ? answer(200, node('n')) : refusal(401))(request, response);
    };
    server = await scriptedServer(ticket('T1'), ...Array.from({ length: 20 }, () => bySession));
    const repository = connect({ url: server.url }, { user: 'gecsvc', password: 'secret' });
    await Promise.all(Array.from({ length: 4 }, () => repository.nodes.get('n')));
    expect(server.seen.filter(({ url }) => url.includes('/tickets')).length).toBe(2);
  });

  it('calls a wrong password unauthorized, and does not go on trying it', async () => {
    server = await scriptedServer(refusal(403, 'Login failed'));
    expect((await failureOf(signIn({ url: server.url }, 'alice', 'wrong'))).code).toBe('unauthorized');
    expect(server.seen.length).toBe(1);
  });

  it('carries the correlation id', async () => {
    server = await scriptedServer(answer(200, node('n')));
    await connect({ url: server.url, correlationId: () => 'letter-1' }, { ticket: 'T' }).nodes.get('n');
    expect(server.seen[0]!.headers['x-correlation-id']).toBe('letter-1');
  });

  it('does not take an answer without search index for "nothing found"', async () => {
    const { afts } = await import('../search/afts.js');
    const repository = await play(answer(200, { list: { pagination: { count: 0, hasMoreItems: true, totalItems: 0, skipCount: 0, maxItems: 100 }, entries: [] } }));
    expect((await failureOf(repository.search.find(afts.type('gec:incoming')))).code).toBe('notOffered');
  });
});

describe('permissions', () => {
  let server: ScriptedServer;
  afterEach(() => server.close());
  const withPermissions = (isInheritanceEnabled: boolean, ...entries: readonly [string, string][]) =>
    answer(200, { entry: { ...(node('n') as { entry: object }).entry, permissions: { isInheritanceEnabled, locallySet: entries.map(([authorityId, name]) => ({ authorityId, name, accessStatus: 'ALLOWED' })) } } });
  const wanted = { inherit: false, entries: [{ authority: 'GROUP_A', role: 'Consumer' }, { authority: 'gecsvc', role: 'Coordinator' }] } as const;

  it('on another’s node are first written beside the inherited ones, then cut, then read back', async () => {
    server = await scriptedServer(
      refusal(403),
      answer(200, { entry: { id: 'gecsvc' } }),
      answer(200, { list: { entries: [{ entry: { id: 'GROUP_EVERYONE' } }], pagination: { hasMoreItems: false } } }),
      answer(200, node('n')),
      answer(200, node('n')),
      withPermissions(false, ['gecsvc', 'Coordinator'], ['GROUP_A', 'Consumer']),
    );
    await connect({ url: server.url }, { ticket: 'T' }).nodes.setPermissions('n', wanted);
    const written = server.seen.filter(({ method }) => method === 'PUT').map(({ body }) => (JSON.parse(body.toString()) as { permissions: { isInheritanceEnabled: boolean } }).permissions.isInheritanceEnabled);
    expect(written).toEqual([false, true, false]);
  });

  it('are not said to be narrowed unless the repository confirms it', async () => {
    server = await scriptedServer(answer(200, node('n')), withPermissions(false, ['gecsvc', 'Coordinator'], ['GROUP_A', 'Consumer'], ['GROUP_B', 'Consumer']));
    await expectAsync(connect({ url: server.url }, { ticket: 'T' }).nodes.setPermissions('n', wanted)).toBeRejectedWith(jasmine.objectContaining({ code: 'failed' }));
  });

  it('never shut the account itself out', async () => {
    server = await scriptedServer(refusal(403), answer(200, { entry: { id: 'other' } }), answer(200, { list: { entries: [] } }));
    await expectAsync(connect({ url: server.url }, { ticket: 'T' }).nodes.setPermissions('n', wanted)).toBeRejectedWith(jasmine.objectContaining({ code: 'invalid' }));
  });
});
