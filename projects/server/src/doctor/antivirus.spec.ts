import { createServer, type AddressInfo } from 'node:net';
import { newId } from '@bannette/store';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { judgeAntivirus } from './checks/antivirus.js';
import { checked, lookAt, tells } from './examined.spec-support.js';

describe('The doctor looks at the antivirus and', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    const deposit = newId();
    await house.store.db.insertInto('deposit').values({ id: deposit, entity_id: 'default', source: 'page', channel: 'post', grouping: 'perFile', created_by: 'clara.moreau', correlation_id: deposit }).execute();
    await house.store.db.insertInto('deposit_file').values({ id: newId(), deposit_id: deposit, position: 1, original_name: 'a.pdf', size: 1, sha512: 'x', spool_key: newId(), state: 'waiting', warnings: '[]', waits_for: 'antivirus', waits_since: new Date('2025-07-28T12:00:00Z') }).execute();
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const answering = async (answer: string) => {
    const server = createServer((socket) => void socket.on('error', () => undefined).resume().end(`${answer}\0`));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return { variables: { BANNETTE_CLAMD_URL: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` }, close: () => new Promise<void>((resolve) => void server.close(() => resolve())) };
  };

  it('says that there is none, which is no fault', async () => {
    const { outcome, findings } = checked(await lookAt(house, {}, 'antivirus'), 'antivirus');
    expect([outcome, findings.map(({ code }) => code)]).toEqual(['well', ['antivirusNotConfigured']]);
  }, 60_000);

  it('says that it does not answer, and how many files wait for it', async () => {
    const { outcome, findings } = checked(await lookAt(house, { variables: { BANNETTE_CLAMD_URL: 'tcp://127.0.0.1:1' } }, 'antivirus'), 'antivirus');
    expect([outcome, findings]).toEqual(['error', [{ code: 'antivirusUnreachable', params: { address: 'tcp://127.0.0.1:1', reason: 'ECONNREFUSED', count: 1 } }]]);
    const other = await answering('220 mail.example ESMTP');
    expect(await tells(house, 'antivirus', { variables: other.variables })).toEqual(['antivirusUnreachable']);
    await other.close();
  }, 60_000);

  it('tells its version, and signatures that nobody renews', async () => {
    const server = await answering('ClamAV 1.4.3/27500/Mon Jul 28 08:29:22 2025');
    const at = (day: string) => tells(house, 'antivirus', { variables: server.variables, now: () => new Date(day) });
    expect(await at('2025-07-28T12:05:00Z')).toEqual([]);
    expect(await at('2025-07-28T12:11:00Z')).toEqual(['antivirusWaits']);
    expect(await at('2025-08-10T00:00:00Z')).toEqual(['antivirusOld', 'antivirusWaits']);
    await server.close();
  }, 60_000);

  it('believes one without signatures of its makers', () => {
    expect(judgeAntivirus({ program: 'ClamAV 1.4.3', waiting: 0, waitingMinutes: 0 }, new Date(), { signatureDays: 7 }).map(({ code }) => code)).toEqual(['antivirusFound']);
  });
});
