import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { apiPrefix } from '@bannette/http';
import { loggerFor, type Running } from '../serve.js';
import { startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';

/** Words of persons that must not reach the log, each said at one place only. */
const said = ['Quartefage', 'quartefage', 'zenobie', 'tournebroche', 'bassecour', 'ecritoire', 'girouette', 'lanterne', 'mirliton', 'nageoire', 'ornithorynque', 'palourde', 'rutabaga', 'sarbacane', 'topinambour', 'ursuline', 'vilebrequin', 'xylophone'];

describe('The log', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  const lines: string[] = [];

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    const stream = new Writable({
      write: (chunk: Buffer, _, done) => {
        lines.push(chunk.toString());
        done();
      },
    });
    running = await house.serve({}, { logger: loggerFor({ logLevel: 'trace' }, stream) });
    clara = await house.client('clara.moreau', running.url);
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  it('tells of every request, refusal and job, and never of a sender, a subject, a file’s name or a search', async () => {
    const authorization = `Basic ${Buffer.from(clara.ticket).toString('base64')}`;
    const letter = await testLetter('girouette', 'Je joue du xylophone.');
    await writeFile(join(house.scansDir, 'mirliton.pdf'), (await testLetter('nageoire')).bytes);
    await writeFile(join(house.scansDir, 'ornithorynque.pdf'), 'not a letter');
    const { body } = await clara.deposit([{ ...letter, name: 'tournebroche.pdf' }], { channel: 'email', senderName: 'Zénobie Quartefage', senderEmail: 'zenobie@quartefage.example', subject: 'La bassecour' });
    const { mails } = await clara.read(body.id);
    const id = mails[0]?.id ?? '';
    const qualified = { type: 'VOIRIE', sender: { kind: 'individual', name: 'Zénobie Quartefage' }, subject: 'Mon ecritoire', service: 'ROUTES', receivedAt: '2026-01-05', summary: 'lanterne' };
    await clara.call('POST', `/mails/${id}/qualify`, { ...qualified, receivedAt: '2099-01-01' });
    await clara.call('POST', `/mails/${id}/qualify`, { ...qualified, type: 'palourde' });
    await clara.post(`/mails/${id}/qualify`, qualified);
    const ines = await house.client('ines.kaci', running.url);
    await until('it is distributed', async () => (await clara.mail(id)).state === 'distributed');
    await ines.post(`/mails/${id}/notes`, { text: 'rutabaga' });
    await ines.post(`/mails/${id}/answers`, { template: 'REPONSE_LIBRE', subject: 'sarbacane', body: 'topinambour', departureDate: '2026-01-06', channel: 'post' });
    await clara.call('GET', '/search?q=ursuline');
    await clara.call('GET', '/search?q=ursuline%00');
    await clara.call('GET', '/correspondents?q=vilebrequin');
    await clara.call('GET', '/people?service=vilebrequin');
    await clara.call('GET', '/trays/vilebrequin/mails');
    await clara.call('GET', '/deposits?after=vilebrequin');
    await clara.call('GET', '/vilebrequin');
    for (const path of ['/alfresco/api/-default-/public/alfresco/versions/1/queries/nodes?term=vilebrequin', '/alfresco/s/api/rma/vilebrequin', '/vilebrequin', `${apiPrefix}/settings/vilebrequin/versions`]) await fetch(`${running.url}${path}`, { headers: { authorization } });
    await fetch(`${running.url}${apiPrefix}/mails/${id}/notes`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: '{"text": vilebrequin' });
    await fetch(`${running.url}${apiPrefix}/me`, { headers: { authorization: 'Basic vilebrequin' } });
    await until('the folder was read', async () => (await clara.get<{ items: object[] }>('/quarantine')).items.length === 1);
    await until('all is in Alfresco', async () => (await clara.mail(id)).mirror === 'applied');

    const log = lines.join('');
    expect(log).toContain('"route":"/bannette/api/v1/mails/:id/qualify"');
    expect(log).toContain('"status":422');
    expect(log).toContain('Taken from the watched folder');
    expect(said.filter((word) => log.includes(word))).toEqual([]);
    expect(log).not.toContain(clara.ticket);
    const encoded = Buffer.from(clara.ticket).toString('base64');
    expect(lines.filter((line) => line.includes(encoded))).toEqual([]);
  });

  it('tells what went wrong unexpectedly under the correlation id that the caller was given, and the caller nothing else', async () => {
    const { store } = running.house;
    const broken = spyOn(store.db, 'selectFrom').and.throwError(new Error('the disk is on fire'));
    const { status, body } = await clara.call<{ code: string; correlationId: string }>('GET', '/deposits');
    broken.and.callThrough();
    expect([status, body.code]).toEqual([500, 'unexpected']);
    expect(JSON.stringify(body)).not.toContain('fire');
    const told = lines.find((line) => line.includes('the disk is on fire')) ?? '';
    expect(told).toContain(body.correlationId);
  });
});
