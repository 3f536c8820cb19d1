import { announceDue } from '@bannette/retention';
import type { Mail } from '@bannette/http';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import type { Running } from '../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

describe('Retention, and who is told', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let clock = new Date('2026-06-10T09:00:00Z');
  const received: { readonly to: string[]; readonly text: string }[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    running = await instance();
    clara = await house.client('clara.moreau', running.url);
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
  }, 60_000);
  beforeEach(() => (clock = new Date('2026-06-10T09:00:00Z')));

  /** Which of several sends a message is chance: all of them send it as the same authority. */
  const instance = () =>
    house.serve({ BANNETTE_SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, BANNETTE_MAIL_FROM: 'bannette@lys-et-loire.example', BANNETTE_PUBLIC_URL: 'https://bannette.example' }, { now: () => clock });
  const person = (id: string): Promise<Client> => house.client(id, running.url);
  const rowOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  /** Waits until the journal has been heard to its end, and answers trigger and due day. */
  const heard = async (id: string): Promise<(string | null)[]> => {
    await until('retention has heard all', async () => {
      const head = await house.store.db.selectFrom('journal').select((eb) => eb.fn.max('seq').as('seq')).where('subject_id', '=', id).where('type', 'in', ['mail.registered', 'mail.sent', 'mail.closed', 'mail.closedWithoutAnswer', 'mail.reopened', 'mail.undone', 'retention.triggerDeclared']).executeTakeFirstOrThrow();
      const cursor = await house.store.db.selectFrom('consumer_cursor').select('seq').where('name', '=', 'retention.compute').executeTakeFirst();
      return Number(cursor?.seq ?? 0) >= Number(head.seq);
    });
    const row = await rowOf(id);
    return [row.retention_trigger, row.retention_due];
  };
  const distributed = async (type: string, more: object = {}): Promise<string> => {
    const id = await captured(running.house);
    await clara.post(`/mails/${id}/qualify`, { type, sender: { kind: 'individual', name: 'Odile Vasseur', postcode: '98310' }, subject: 'Une lettre', receivedAt: '2026-05-04', documentDate: '2026-04-29', ...more });
    await until('it is distributed', async () => (await rowOf(id)).state === 'distributed');
    return id;
  };

  const triggers: readonly [what: string, type: string, who: string, more: object, expected: (string | null)[]][] = [
    ['its closing', 'RECLAMATION', 'sophie.martel', { service: 'ROUTES' }, ['2026-06-10', '2031-06-10']],
    ['its own date', 'INVITATION', 'nicolas.fabre', {}, ['2026-04-29', '2027-04-29']],
    ['the end of the year', 'TRANSPORT_SCOLAIRE', 'sophie.martel', { service: 'ROUTES' }, ['2026-12-31', '2028-12-31']],
    ['a birth that nobody has entered', 'ASE_INFO_PREOCCUPANTE', 'lucie.perrot', {}, [null, null]],
    ['its own date, which it has not', 'INVITATION', 'nicolas.fabre', { documentDate: undefined }, [null, null]],
  ];
  for (const [what, type, who, more, expected] of triggers) {
    it(`runs from ${what}, and not before the mail is closed`, async () => {
      const id = await distributed(type, more);
      expect(await heard(id)).toEqual([null, null]);
      const treating = await person(who);
      await treating.post(`/mails/${id}/close-without-answer`, { reason: 'sans objet' });
      expect(await heard(id)).toEqual(expected);
      const { retention } = await treating.mail(id);
      expect([retention?.triggerDay ?? null, retention?.dueDate ?? null]).toEqual(expected);
    });
  }

  it('runs from the day that a person declares, and stops when the mail is reopened or its closing undone', async () => {
    const lucie = await person('lucie.perrot');
    const id = await distributed('ASE_INFO_PREOCCUPANTE');
    const { undo } = await lucie.post<Mail>(`/mails/${id}/close`);
    await lucie.post(`/mails/${id}/undo`, { token: undo?.token });
    expect(await heard(id)).toEqual([null, null]);
    await lucie.post(`/mails/${id}/close`);
    await lucie.post(`/mails/${id}/retention-trigger`, { day: '2016-02-29', reason: 'naissance' });
    expect(await heard(id)).toEqual(['2016-02-29', '2106-02-28']);
    expect((await lucie.call('POST', `/mails/${id}/retention-trigger`, { day: '2026-06-11', reason: 'erreur' })).status).toBe(422);
    await lucie.post(`/mails/${id}/reopen`, { reason: 'nouvel élément' });
    expect(await heard(id)).toEqual([null, null]);
    await until('Alfresco knows', async () => {
      const row = await rowOf(id);
      return row.applied_version === row.desired_version;
    });
    const { properties } = await house.administrator.nodes.get((await rowOf(id)).node_id ?? '');
    expect(properties['gec:retentionDueDate']).toBeUndefined();
  });

  it('is announced once a due day by two instances together, to the head and the DPO, on their pages and in their mailboxes', async () => {
    const julie = await person('julie.aubin');
    const second = await instance();
    const ids = [await distributed('RECLAMATION', { service: 'NORD' }), await distributed('RECLAMATION', { service: 'NORD' })];
    for (const id of ids) await julie.post(`/mails/${id}/close`);
    for (const id of ids) expect(await heard(id)).toEqual(['2026-06-10', '2031-06-10']);
    const announced = async (): Promise<{ mails: number }[]> => (await house.store.db.selectFrom('journal').select('data').where('type', '=', 'retention.dueSoon').where('subject_id', 'like', '%:NORD:%').orderBy('seq').execute()).map(({ data }) => data as unknown as { mails: number });
    const earlier = (await announced()).length;
    clock = new Date('2031-05-10T09:00:00Z');
    await announceDue(running.house);
    expect((await announced()).length).toBe(earlier);

    clock = new Date('2031-05-11T09:00:00Z');
    for (let round = 0; round < 3; round++) await Promise.all([running.house, second.house, running.house].map(announceDue));
    const entries = (await announced()).slice(earlier);
    expect(entries.length).toBe(1);
    expect(entries[0]?.mails).toBe(2);

    const [brigitte, karim, paul] = await Promise.all(['brigitte.lemoine', 'karim.benali', 'paul.renard'].map(person));
    type Told = { items: { id: string; params: { service: string; count: number }; readAt?: string }[] };
    const told = await until('the head is told', async () => (await brigitte!.get<Told>('/notices')).items.find(({ params }) => params.service === 'Délégation territoriale Nord'));
    expect(told.params.count).toBe(entries[0]?.mails ?? 0);
    expect((await karim!.get<Told>('/notices')).items.filter(({ params }) => params.service === 'Délégation territoriale Nord').length).toBe(1);
    expect((await paul!.get<Told>('/notices')).items).toEqual([]);
    expect((await paul!.call('POST', `/notices/${told.id}/read`)).status).toBe(404);
    expect((await brigitte!.post<{ readAt?: string }>(`/notices/${told.id}/read`)).readAt).toBeDefined();
    expect((await karim!.get<Told>('/notices')).items.find(({ params }) => params.service === 'Délégation territoriale Nord')?.readAt).toBeUndefined();

    await until('both mailboxes have it', async () => (await house.store.db.selectFrom('notice').select('id').where('mailed_at', 'is', null).execute()).length === 0);
    const boxes = received.map(({ to }) => to.join());
    expect(boxes.filter((to) => to === 'delegation.nord@lys-et-loire.example').length).toBe(1);
    expect(boxes).toContain('dpo@lys-et-loire.example');
    const sent = received.find(({ to }) => to.includes('delegation.nord@lys-et-loire.example'));
    expect(sent?.text).toContain(`Message-ID: <${told.id}@lys-et-loire.example>`);
    expect(sent?.text.replace(/=\r\n/g, '')).toContain('https://bannette.example/');
    expect(sent?.text).not.toMatch(/Odile|Vasseur/);

    // A new due day is announced anew.
    await house.store.db.updateTable('mail').set({ retention_due: '2031-06-09' }).where('id', '=', ids[0] ?? '').execute();
    await announceDue(second.house);
    expect((await announced()).slice(earlier).map(({ mails: n }) => n)).toEqual([entries[0]?.mails ?? 0, 1]);
    await second.stop();
  });
});
