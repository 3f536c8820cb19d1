import { setTimeout as delay } from 'node:timers/promises';
import { startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';

/** More than the pool of a process has connections. */
const requests = 30;

describe('Requests that wait with a connection each', () => {
  let house: TestHouse;
  let operator: Client;
  let mailId = '';

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    const { url } = await house.serve({ BANNETTE_JOBS: '2' });
    operator = await house.client('clara.moreau', url);
    const { body } = await operator.deposit([await testLetter('attente')]);
    mailId = (await operator.read(body.id)).mails[0]?.id ?? '';
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  it('are answered once the mail is free, though the settings must be read anew meanwhile', async () => {
    const answers: Promise<number>[] = [];
    let settled = 0;
    await house.store.transaction({ entityId: 'default', actor: 'spec' }, async (tx) => {
      await tx.trx.selectFrom('mail').select('id').where('id', '=', mailId).forUpdate().execute();
      const body = { type: 'RECLAMATION', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', service: 'ROUTES', receivedAt: '2026-01-05' };
      for (let i = 0; i < requests; i++) answers.push(operator.call('POST', `/mails/${mailId}/qualify`, body).then(({ status }) => (settled++, status)));
      // Longer than settings stay fresh.
      await delay(2_000);
    });
    await until('all have their answer', () => settled === requests, 30_000);
    expect((await Promise.all(answers)).filter((status) => status === 200).length).toBe(1);
    expect((await Promise.all(answers)).filter((status) => status === 409).length).toBe(requests - 1);
  }, 120_000);
});
