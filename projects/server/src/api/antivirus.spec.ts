import { createServer, type AddressInfo, type Server } from 'node:net';
import { apiPrefix, type Deposit, type ProblemBody } from '@bannette/http';
import type { Running } from '../serve.js';
import { startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';

const patience = 90_000;
/** In two halves, lest an antivirus takes this file for it. */
const virus = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

/** Speaks as clamd does: knows one signature, and what is too large for it. */
function listen(port: number): Promise<Server> {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    const answer = (text: string): void => void socket.end(`${text}\0`);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      heard = Buffer.concat([heard, piece]);
      if (heard.toString('latin1', 0, 9) === 'zVERSION\0') answer('ClamAV 1.4.3');
      else if (heard.length > 600_000) answer('INSTREAM size limit exceeded. ERROR');
      else if (heard.subarray(-4).equals(Buffer.alloc(4)) && heard.length > 10) answer(heard.includes(virus) ? 'stream: Test.Eicar FOUND' : 'stream: OK');
    });
  });
  return new Promise((resolve) => void server.listen(port, '127.0.0.1', () => resolve(server)));
}

describe('A received file, where there is an antivirus,', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let clamd: Server;
  let port: number;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    clamd = await listen(0);
    port = (clamd.address() as AddressInfo).port;
    running = await house.serve({ BANNETTE_CLAMD_URL: `tcp://127.0.0.1:${port}` });
    clara = await house.client('clara.moreau', running.url);
  }, patience);
  afterAll(async () => {
    await house.close();
    clamd.close();
  }, patience);

  const file = (name: string, bytes: Buffer) => ({ name, bytes, sha512: '' });
  const settled = (id: string): Promise<Deposit> => until('it is read or refused', async () => {
    const deposit = await clara.get<Deposit>(`/deposits/${id}`);
    return deposit.files.every(({ state }) => state !== 'waiting' && state !== 'reading') && deposit;
  });

  it('is looked at before it is read', async () => {
    const { body } = await clara.deposit([await testLetter('saine')]);
    expect((await settled(body.id)).files[0]?.state).toBe('read');
  }, patience);

  it('in which something is found is in quarantine with its name, and given to nobody', async () => {
    const { bytes } = await testLetter('infectée');
    const deposit = await settled((await clara.deposit([file('facture.pdf', Buffer.concat([bytes, virus]))])).body.id);
    const [found] = deposit.files;
    expect([found?.state, found?.reason, found?.reasonParams, deposit.mails]).toEqual(['quarantined', 'infected', { signature: 'Test.Eicar' }, []]);
    const content = await fetch(`${running.url}${apiPrefix}/quarantine/${found?.id ?? ''}/content`, { headers: { authorization: `Basic ${Buffer.from(clara.ticket).toString('base64')}` } });
    expect([content.status, ((await content.json()) as ProblemBody).code]).toEqual([409, 'infected']);
    await clara.post(`/quarantine/${found?.id ?? ''}/discard`, { reason: 'virus' });
    expect((await clara.call('GET', `/quarantine/${found?.id ?? ''}/content`)).status).withContext('discarded').toBe(409);
  }, patience);

  it('that is too large for it is not opened', async () => {
    const deposit = await settled((await clara.deposit([file('gros.pdf', Buffer.alloc(700_000, 'x'))])).body.id);
    expect([deposit.files[0]?.reason, deposit.files[0]?.reasonParams]).toEqual(['notScanned', { because: 'tooLarge' }]);
  }, patience);

  it('waits while that is away, and says so; then goes on by itself', async () => {
    await new Promise((resolve) => void clamd.close(resolve));
    const { body } = await clara.deposit([await testLetter('patiente')]);
    const waiting = await until('it waits for the antivirus', async () => {
      const { files } = await clara.get<Deposit>(`/deposits/${body.id}`);
      return files[0]?.waitsFor && files[0];
    });
    expect([waiting.state, waiting.waitsFor]).toEqual(['waiting', 'antivirus']);
    const ready = async () => ((await (await fetch(`${running.url}/health/ready`)).json()) as { status: string; antivirus: string });
    expect(await ready()).toEqual(jasmine.objectContaining({ status: 'ok', antivirus: 'degraded' }));
    expect(await (await fetch(`${running.url}/metrics`)).text()).toContain('bannette_files_waiting_antivirus 1');
    clamd = await listen(port);
    const [read] = (await settled(body.id)).files;
    expect([read?.state, read?.waitsFor]).toEqual(['read', undefined]);
    expect((await ready()).antivirus).toBe('ok');
  }, patience);
});
