import type { Mail } from '@bannette/http';
import { startTestHouse, testLetter, until, type TestHouse } from './index.js';

describe('The test house', () => {
  let house: TestHouse;
  beforeAll(async () => (house = await startTestHouse()), 60_000);
  afterAll(() => house.close(), 60_000);

  const wholeWay = async (url: string, mark: string): Promise<Mail> => {
    const clara = await house.client('clara.moreau', url);
    const letter = await testLetter(mark);
    const { status, body } = await clara.deposit([letter], {}, mark);
    expect(status).toBe(201);
    const { mails } = await clara.read(body.id);
    const id = mails[0]?.id ?? '';
    await clara.post(`/mails/${id}/qualify`, { type: 'RECLAMATION', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', service: 'ROUTES', receivedAt: '2026-01-05' });
    return until('the mail is in Alfresco', async () => {
      const mail = await clara.mail(id);
      return mail.state === 'distributed' && mail.mirror === 'applied' && mail;
    });
  };

  it('takes a letter from the counter to Alfresco in this process', async () => {
    const running = await house.serve();
    const mail = await wholeWay(running.url, 'dans-ce-processus');
    const original = mail.documentsList[0];
    expect(await house.administrator.nodes.digest(original?.nodeId ?? '', 'sha512')).toBe(original?.sha512 ?? '');
    await running.stop();
  }, 60_000);

  it('takes a letter from the counter to Alfresco in a process of its own, which closes when asked', async () => {
    const child = house.child();
    const mail = await wholeWay(await child.opened, 'dans-un-autre');
    expect(mail.chrono).toMatch(/^A-\d{4}-\d{6}$/);
    expect(await child.stop()).toBe(0);
  }, 60_000);
});
