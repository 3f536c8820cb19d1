import type { Mail, Paper, UnscannedLine } from '@bannette/http';
import { announceLate } from '@bannette/registration';
import { newId } from '@bannette/store';
import type { Running } from '../serve.js';
import { demoPassword } from '../start/demo-people.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';

const people = { mailRoom: 'COURRIER', secretary: 'S_RH S_RH__SECRETARIAT', head: 'S_RH S_RH__RESPONSABLE', agent: 'S_RH', other: 'S_ROUTES S_ROUTES__SECRETARIAT', otherHead: 'S_ROUTES S_ROUTES__RESPONSABLE' } as const;
type Who = keyof typeof people;
type Notices = { items: { kind: string; params: { [name: string]: string | number } }[] };

describe('Mail that is not scanned, once it is registered', () => {
  let house: TestHouse;
  let running: Running;
  let as: Record<Who, Client>;
  /** A Monday, ten o'clock in Paris. */
  const morning = new Date('2026-11-16T09:00:00Z');
  let now = morning;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({}, { now: () => now });
    const clients: [string, Client][] = [];
    for (const [who, groups] of Object.entries(people)) {
      await house.administrator.people.create({ id: `p.${who}`, firstName: who, email: `${who}@lys-et-loire.example`, password: demoPassword });
      for (const group of groups.split(' ')) await house.administrator.groups.addMember(`GROUP_GEC_${group}`, `p.${who}`);
      clients.push([who, await house.client(`p.${who}`, running.url)]);
    }
    as = Object.fromEntries(clients) as Record<Who, Client>;
  }, 120_000);
  afterAll(() => house.close(), 60_000);
  beforeEach(() => void (now = morning));

  const register = async (more: object = {}): Promise<UnscannedLine> => {
    const line = await as.mailRoom.post<UnscannedLine>('/unscanned', { key: newId(), kind: 'PLI_CONFIDENTIEL', receivedAt: '2026-11-16', service: 'RH', ...more });
    await until(`mail ${line.id} has its tray`, async () => (await house.store.db.selectFrom('mail').select('state').where('id', '=', line.id).executeTakeFirstOrThrow()).state === 'distributed');
    return line;
  };
  const refusal = async (who: Who, path: string, body: object): Promise<readonly [number, string]> => {
    const { status, body: told } = await as[who].call<{ code: string }>('POST', path, body);
    return [status, told.code];
  };

  describe('a sealed bid', () => {
    const bid = (more: object = {}) => register({ kind: 'OFFRE_SOUS_PLI', time: '09:58', deadline: '2026-11-16', deadlineTime: '12:00', ...more });
    const opening = (at: string, ...witnesses: string[]) => ({ at, witnesses });

    it('has its arrival to the minute, and is told when it came too late', async () => {
      expect([(await bid()).time, (await bid()).cameLate]).toEqual(['09:58', false]);
      expect((await bid({ deadlineTime: '09:57' })).cameLate).toBeTrue();
      expect((await bid({ deadline: '2026-11-13', time: undefined })).cameLate).toBeTrue();
      expect((await bid({ deadlineTime: undefined })).cameLate).toBeFalse();
    });
    it('has no arrival that is to come', async () => {
      expect(await refusal('mailRoom', '/unscanned', { key: newId(), kind: 'OFFRE_SOUS_PLI', receivedAt: '2026-11-16', service: 'RH', time: '10:01' })).toEqual([422, 'timeInFuture']);
    });
    it('is opened after its deadline only, before two people, once', async () => {
      const { id } = await bid();
      const unseal = (at: string, ...witnesses: string[]) => refusal('head', `/mails/${id}/unseal`, opening(at, ...witnesses));
      now = new Date('2026-11-16T14:00:00Z');
      expect(await unseal('2026-11-16T10:59:59.000Z', 'Anne Le Goff', 'Paul Renard')).toEqual([409, 'beforeDeadline']);
      expect(await unseal('2026-11-16T11:30:00.000Z', 'Anne Le Goff', 'Anne Le Goff')).toEqual([422, 'twoWitnesses']);
      expect(await unseal('2026-11-16T14:30:00.000Z', 'Anne Le Goff', 'Paul Renard')).toEqual([422, 'timeInFuture']);
      const paper = await as.head.post<Paper>(`/mails/${id}/unseal`, opening('2026-11-16T11:30:00.000Z', 'Anne Le Goff', 'Paul Renard'));
      expect(paper.unscanned?.opened).toBeTrue();
      expect(paper.unsealed).toEqual({ at: '2026-11-16T11:30:00.000Z', by: 'head', witnesses: ['Anne Le Goff', 'Paul Renard'] });
      expect(await unseal('2026-11-16T11:30:00.000Z', 'Anne Le Goff', 'Paul Renard')).toEqual([409, 'alreadyUnsealed']);
      const { items } = await as.head.get<{ items: { type: string }[] }>(`/mails/${id}/journal`);
      expect(items.map(({ type }) => type)).toContain('mail.unsealed');
    });
    it('is opened by its service, never by the mail room or by others', async () => {
      const { id } = await bid();
      now = new Date('2026-11-16T14:00:00Z');
      const body = opening('2026-11-16T11:30:00.000Z', 'Anne Le Goff', 'Paul Renard');
      expect((await refusal('mailRoom', `/mails/${id}/unseal`, body))[0]).toBe(403);
      expect((await refusal('other', `/mails/${id}/unseal`, body))[0]).toBe(404);
      expect(await refusal('head', `/mails/${(await register()).id}/unseal`, body)).toEqual([409, 'notSealed']);
    });
  });

  describe('an original', () => {
    it('is listed until it went back to its sender', async () => {
      const { id, toReturn } = await register({ kind: 'ORIGINAL_A_RENDRE', reference: '2C 001' });
      expect(toReturn).toBeTrue();
      const listed = async (who: Who) => (await as[who].get<{ items: UnscannedLine[] }>('/unscanned?state=toReturn&limit=200')).items.some((line) => line.id === id);
      expect([await listed('mailRoom'), await listed('secretary'), await listed('other')]).toEqual([true, true, false]);
      expect(await refusal('mailRoom', `/mails/${id}/return`, { on: '2026-11-17', how: 'post' })).toEqual([422, 'dayInFuture']);
      expect(await refusal('mailRoom', `/mails/${id}/return`, { on: '2026-11-15', how: 'post' })).toEqual([422, 'dayBeforeArrival']);
      expect((await as.agent.post<Paper>(`/mails/${id}/return`, { on: '2026-11-16', how: 'post', reference: '2C 002' })).returned).toEqual({ on: '2026-11-16', by: 'agent', how: 'post', reference: '2C 002' });
      expect(await listed('mailRoom')).toBeFalse();
      expect(await refusal('mailRoom', `/mails/${id}/return`, { on: '2026-11-16', how: 'hand' })).toEqual([409, 'alreadyReturned']);
      expect((await as.head.get<Mail>(`/mails/${id}`)).paper?.returned?.how).toBe('post');
    });
    it('is the only kind that goes back', async () => {
      expect(await refusal('mailRoom', `/mails/${(await register()).id}/return`, { on: '2026-11-16', how: 'post' })).toEqual([409, 'notToReturn']);
    });
  });

  describe('what is not handed over in time', () => {
    const told = async (who: Who, kind: string) => (await as[who].get<Notices>('/notices?limit=100')).items.filter((notice) => notice.kind === kind);

    it('is told once to the mail room, and once to the head of the service a worked day later, by two instances together', async () => {
      const second = await house.serve({}, { now: () => now });
      const { id, chrono } = await register({ kind: 'PLI_MEDICAL', service: 'ROUTES' });
      const entries = async () => (await house.store.db.selectFrom('journal').select('data').where('type', '=', 'paper.handOverLate').orderBy('seq').execute()).map(({ data }) => data as { step: string; numbers: string[] }).filter(({ numbers }) => numbers.includes(chrono)).map(({ step }) => step);
      const announce = () => Promise.all([running.house, second.house, running.house].map(announceLate));
      now = new Date('2026-11-17T15:30:00Z');
      await announce();
      expect(await entries()).toEqual([]);
      now = new Date('2026-11-17T15:31:00Z');
      for (let round = 0; round < 3; round++) await announce();
      expect(await entries()).toEqual(['late']);
      const [notice] = await until('the mail room is told', async () => { const notices = await told('mailRoom', 'paper.late'); return notices.some(({ params }) => String(params['numbers']).includes(chrono)) && notices; });
      expect(notice?.params).toEqual({ service: jasmine.any(String), count: jasmine.any(Number), oldest: '2026-11-16', numbers: jasmine.any(String) });
      expect(await told('otherHead', 'paper.escalated')).toEqual([]);
      now = new Date('2026-11-18T15:31:00Z');
      for (let round = 0; round < 3; round++) await announce();
      expect(await entries()).toEqual(['late', 'escalated']);
      await until('the head is told', async () => (await told('otherHead', 'paper.escalated')).some(({ params }) => String(params['numbers']).includes(chrono)));
      expect(await told('other', 'paper.escalated')).toEqual([]);
      await as.other.post('/rounds/received', { key: newId(), mails: [id] });
      await second.stop();
    });

    it('is listed by its limit, the most urgent first', async () => {
      const [relaxed, urgent] = [await register({ kind: 'PLI_PERSONNEL' }), await register({ kind: 'CHEQUE_VALEUR', amount: 12_050 })];
      expect([relaxed.handOverAt, urgent.handOverAt]).toEqual(['2026-11-17T15:30:00.000Z', '2026-11-16T15:30:00.000Z']);
      now = new Date('2026-11-16T15:31:00Z');
      const { items } = await as.mailRoom.get<{ items: UnscannedLine[] }>('/unscanned?limit=200');
      expect(items.map(({ handOverAt }) => handOverAt)).toEqual(items.map(({ handOverAt }) => handOverAt).sort());
      expect(items.find(({ id }) => id === urgent.id)?.overdue).toBeTrue();
      expect(items.find(({ id }) => id === relaxed.id)?.overdue).toBeFalse();
      const paged: string[] = [];
      for (let after = ''; ; ) {
        const page = await as.mailRoom.get<{ items: UnscannedLine[]; next?: string }>(`/unscanned?limit=2${after && `&after=${after}`}`);
        paged.push(...page.items.map(({ id }) => id));
        if (!page.next) break;
        after = page.next;
      }
      expect(paged).toEqual(items.map(({ id }) => id));
    });
  });
});
