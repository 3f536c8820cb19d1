import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegisterSetting } from '@bannette/domain';
import type { CounterView, DayRegisterView, RegisterGap, RegisterLine, ReservationView, ReservedNumberView, UnscannedLine } from '@bannette/http';
import { verifyRegisters, verifyStored } from '@bannette/registration';
import { makeKey, type TestKey } from '@bannette/seal/testing';
import { newId } from '@bannette/store';
import { sql } from 'kysely';
import type { Running } from '../serve.js';
import { demoPassword } from '../start/demo-people.js';
import { startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';

const people = { mailRoom: 'COURRIER', archives: 'ARCHIVES', dpo: 'DPO', administrator: 'ADMIN', head: 'S_RH S_RH__RESPONSABLE', stranger: '' } as const;
type Who = keyof typeof people;
type View = { readonly reservation: ReservationView; readonly numbers: readonly ReservedNumberView[] };

describe('Registers of numbers', () => {
  let house: TestHouse;
  let running: Running;
  let folder: string;
  let key: TestKey;
  let as: Record<Who, Client>;
  /** Days of a year that the key's certificate holds in; each spec begins on one of its own, in winter, after those that are closed. */
  const year = new Date().getUTCFullYear() + 1;
  let today = `${year}-01-10`;
  let now = new Date();
  const at = (time: string): Date => (now = new Date(`${today}T${time}Z`));
  const next = (by = 1): string => (today = new Date(Date.parse(`${today}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10));

  beforeAll(async () => {
    at('09:00:00');
    folder = await mkdtemp(join(tmpdir(), 'bannette-registers-'));
    key = makeKey();
    await writeFile(join(folder, 'seal.p12'), key.p12);
    house = await startTestHouse({ records: false });
    running = await house.serve({ BANNETTE_SEAL_P12: join(folder, 'seal.p12'), BANNETTE_SEAL_PASSWORD: 'secret' }, { now: () => now });
    const clients: [string, Client][] = [];
    for (const [who, groups] of Object.entries(people)) {
      await house.administrator.people.create({ id: `p.${who}`, firstName: who, email: `${who}@lys-et-loire.example`, password: demoPassword });
      for (const group of groups.split(' ').filter(Boolean)) await house.administrator.groups.addMember(`GROUP_GEC_${group}`, `p.${who}`);
      clients.push([who, await house.client(`p.${who}`, running.url)]);
    }
    as = Object.fromEntries(clients) as Record<Who, Client>;
  }, 120_000);
  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true });
  }, 60_000);

  beforeEach(() => {
    next(2);
    at('09:00:00');
  });

  const register = (more: object = {}) => as.mailRoom.post<UnscannedLine>('/unscanned', { key: newId(), kind: 'PLI_CONFIDENTIEL', receivedAt: today, service: 'RH', ...more });
  const reserve = (more: object = {}) => as.mailRoom.call<View>('POST', '/reservations', { key: newId(), code: 'incoming', count: 3, reason: 'Coupure électrique', ...more });
  const told = (more: object = {}) => ({ key: newId(), receivedAt: today, time: '08:30', channel: 'post', sender: { kind: 'individual', name: 'Solène Marchand' }, subject: 'Demande d’aide', type: 'COURRIER_GENERAL', ...more });
  const counter = async (code = 'incoming'): Promise<CounterView> => {
    const { items } = await as.mailRoom.get<{ items: CounterView[] }>('/registers');
    return items.find((one) => one.code === code) ?? fail(`no register ${code}`) as never;
  };
  const days = async () => (await as.archives.get<{ items: DayRegisterView[] }>('/registers/days?limit=200')).items;
  const closed = async (day: string): Promise<DayRegisterView> => {
    await house.store.transaction({ entityId: 'default', actor: 'system' }, (tx) => tx.enqueue('register.close', {}, { key: newId() }));
    return until(`the register of ${day} is closed`, async () => (await days()).find((one) => one.day === day));
  };
  const file = async (day: string, form: 'csv' | 'pdf', who: Who = 'archives') => {
    const response = await fetch(`${running.url}/bannette/api/v1/registers/days/${day}/file?form=${form}`, { headers: { authorization: `Basic ${Buffer.from(as[who].ticket).toString('base64')}` } });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const gaps = async (from = today, to = today) => (await as.archives.get<{ items: RegisterGap[] }>(`/registers/gaps?from=${from}&to=${to}`)).items.map(({ kind, first, last }) => (first === last ? `${kind} ${first}` : `${kind} ${first}-${last}`));
  const publish = async (change: (registers: RegisterSetting[]) => object[]) => {
    const { settings, versions } = await as.administrator.get<{ settings: { registers: RegisterSetting[] }; versions: { registers: number } }>('/settings');
    return as.administrator.call<{ code: string; params: { code?: string } }>('PUT', '/settings/registers', { data: change(settings.registers), comment: 'essai', basedOn: versions.registers });
  };

  it('give every number once and none is left out, while many register and others reserve; a day without server has its own', async () => {
    const before = await counter();
    const work = Array.from({ length: 12 }, (_, index) => (index % 4 === 3 ? reserve().then(({ body }) => body.numbers.map(({ chrono }) => chrono)) : register(index % 5 === 4 ? { service: 'NOBODY' } : {}).then(({ chrono }) => [chrono], () => [])));
    const given = (await Promise.all(work)).flat();
    expect(new Set(given).size).toBe(given.length);
    const after = await counter();
    expect(given.map((chrono) => Number(chrono.slice(-6))).sort((a, b) => a - b)).toEqual(Array.from({ length: after.last - before.last }, (_, index) => before.last + 1 + index));
    expect(after.next).toBe(`A-${year}-${String(after.last + 1).padStart(6, '0')}`);
    expect(after.open - before.open).toBe(9);
    expect(await gaps()).not.toContain(jasmine.stringMatching(/^missing/));
  });

  it('give a reservation once however often it is asked for, with sheets to write on', async () => {
    const body = { key: newId(), code: 'incoming', count: 2, reason: 'Panne' };
    const [first, second] = [await as.mailRoom.post<View>('/reservations', body), await as.mailRoom.post<View>('/reservations', body)];
    expect(second.reservation.id).toBe(first.reservation.id);
    expect([first.reservation.firstChrono, first.reservation.lastChrono]).toEqual([first.numbers[0]?.chrono ?? '', first.numbers[1]?.chrono ?? '']);
    expect((await as.mailRoom.call('POST', '/reservations', { ...body, count: 5 })).status).toBe(409);
    expect((await reserve({ code: 'nowhere' })).body).toEqual(jasmine.objectContaining({ code: 'notReservable' }) as never);
    const sheets = await fetch(`${running.url}/bannette/api/v1/reservations/${first.reservation.id}/sheets`, { headers: { authorization: `Basic ${Buffer.from(as.mailRoom.ticket).toString('base64')}` } });
    expect(Buffer.from(await sheets.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('close a day into a file that names the one before it and is signed, once, however many ask; what is secret is not told', async () => {
    const { chrono, id } = await register({ kind: 'OFFRE_SOUS_PLI', deadline: `${year}-12-01`, sender: { kind: 'company', name: 'Travaux du Lys' } });
    at('23:30:00');
    const [day] = await Promise.all([closed(today), closed(today)]);
    expect((await days()).filter((one) => one.day === today).length).toBe(1);
    expect(day.seal).toBe('C=FR, O=Authority of fiction, CN=Seal');
    const csv = (await file(today, 'csv')).bytes;
    expect(createHash('sha256').update(csv).digest('hex')).toBe(day.hash);
    expect(csv.toString('utf8')).toContain(day.previous);
    const line = csv.toString('utf8').split('\r\n').find((each) => each.includes(chrono));
    expect(line).toContain('(confidentiel)');
    expect(csv.toString('utf8')).not.toContain('Travaux du Lys');
    expect((await house.store.db.selectFrom('mail').select('chrono').where('id', '=', id).executeTakeFirstOrThrow()).chrono).toBe(chrono);
    expect(await verifyRegisters([{ name: 'a', csv, pdf: (await file(today, 'pdf')).bytes }])).toEqual([]);
  });

  it('take a mail that was written down by hand under its number, with both days; unused numbers are voided and keep their place', async () => {
    const arrived = today;
    at('06:00:00');
    const { body: { reservation, numbers } } = await reserve();
    const [first, second, third] = numbers.map(({ number }) => number) as [number, number, number];
    at('23:30:00');
    const reserved = await closed(today);
    expect((await file(reserved.day, 'csv')).bytes.toString('utf8')).toContain(`${numbers[0]?.chrono};;Réservé;`);

    const entered = next();
    at('09:00:00');
    const path = `/reservations/${reservation.id}`;
    const body = told({ receivedAt: arrived });
    const { mailId, chrono } = await as.mailRoom.post<{ mailId: string; chrono: string }>(`${path}/numbers/${first}/use`, body);
    expect(chrono).toBe(numbers[0]?.chrono ?? '');
    expect(await as.mailRoom.post(`${path}/numbers/${first}/use`, body)).withContext('sent twice').toEqual({ mailId, chrono });
    const mail = await as.mailRoom.mail(mailId);
    expect(mail).toEqual(jasmine.objectContaining({ chrono, receivedAt: arrived, subject: 'Demande d’aide', channel: 'post', registeredAt: `${entered}T09:00:00.000Z` }));
    expect((await as.mailRoom.call<{ code: string }>('POST', `${path}/numbers/${first}/use`, told())).body.code).toBe('numberSettled');
    expect((await as.mailRoom.call<{ code: string }>('POST', `${path}/numbers/${second}/use`, told({ receivedAt: `${year}-01-02` }))).body.code).toBe('beforeReservation');
    const voided = await as.mailRoom.post<View>(`${path}/void`, { numbers: [second, third], reason: 'Feuilles non utilisées' });
    expect(voided.numbers.map(({ state }) => state)).toEqual(['used', 'voided', 'voided']);
    expect(await gaps(arrived, entered)).toEqual(jasmine.arrayContaining([`outOfOrder ${first}`, `reservedVoided ${second}`, `reservedVoided ${third}`]));

    at('23:30:00');
    await closed(entered);
    const csv = (await file(entered, 'csv')).bytes.toString('utf8');
    expect(csv).toMatch(new RegExp(`${chrono};Arrivée;Réservé, saisi \\(suite\\);${entered}T09:00:00.000Z;${arrived}T06:00:00.000Z;${entered}T09:00:00.000Z;${arrived};Solène Marchand;Demande d’aide`));
    expect(csv).toContain('Réservé, annulé (suite)');
    expect(csv).toContain('Feuilles non utilisées');
  });

  it('give mail of every kind the number that it got by hand, on the day of then; never another kind’s, nobody else’s, nor twice', async () => {
    const written = today;
    const { items } = await as.mailRoom.get<{ items: CounterView[] }>('/registers');
    const said = {
      outgoing: { type: 'COURRIER_GENERAL', parties: [{ kind: 'individual', name: 'Solène Marchand' }], channel: 'post', departureDate: written },
      note: { from: 'ROUTES' },
      signature: { from: 'ROUTES', person: 'p.head' },
      call: { parties: [{ kind: 'individual', name: 'Solène Marchand' }], calledAt: `${written}T10:15:00Z`, fields: { callReason: 'OTHER' } },
    } as const;
    const reserved = new Map<string, View>();
    for (const kind of Object.keys(said)) {
      const code = items.find(({ kinds }) => kinds.includes(kind as never))?.code;
      reserved.set(kind, (await reserve({ code, count: 1 })).body);
    }
    at('23:30:00');
    await closed(written);
    const entered = next();
    at('09:00:00');
    for (const [kind, facts] of Object.entries(said)) {
      const deposit = kind === 'outgoing' || kind === 'signature' ? { deposit: (await as.mailRoom.deposit([await testLetter(kind)], { channel: 'internal', purpose: 'form' })).body.id } : {};
      const { reservation, numbers } = reserved.get(kind) as View;
      const body = { key: newId(), kind, subject: `Saisi après coup : ${kind}`, service: 'RH', ...facts, ...deposit, reserved: { reservation: reservation.id, number: numbers[0]?.number ?? 0, on: written } };
      expect(reservation.kinds).withContext(kind).toContain(kind as never);
      expect((await as.mailRoom.call<{ code: string }>('POST', '/entries', { ...body, kind: 'incoming', type: 'COURRIER_GENERAL', parties: [{ kind: 'individual', name: 'X' }], channel: 'post', receivedAt: written })).body.code).withContext(`incoming as ${kind}`).toBe('notOfRegister');
      expect((await as.mailRoom.call<{ code: string }>('POST', '/entries', { ...body, ...(kind === 'outgoing' ? { departureDate: `${year}-01-02` } : kind === 'call' ? { calledAt: `${year}-01-02T10:00:00Z` } : { reserved: { ...body.reserved, on: `${year}-01-02` } }) })).body.code).withContext(`${kind} before`).toBe('beforeReservation');
      expect((await as.head.call('POST', '/entries', { ...body, from: 'RH' })).status).withContext(`${kind} by a head`).toBe(403);
      const made = await as.mailRoom.post<{ id: string; chrono: string }>('/entries', body);
      expect(made.chrono).withContext(kind).toBe(numbers[0]?.chrono ?? '');
      expect((await as.mailRoom.post<{ id: string }>('/entries', body)).id).withContext(`${kind} sent twice`).toBe(made.id);
      expect((await as.mailRoom.call<{ code: string }>('POST', '/entries', { ...body, key: newId() })).body.code).withContext(`${kind} again`).toBe('numberSettled');
      const row = await house.store.db.selectFrom('mail').select(['received_at', 'departure_date']).where('id', '=', made.id).executeTakeFirstOrThrow();
      expect(row.received_at ?? row.departure_date).withContext(kind).toBe(written);
      const { numbers: after } = await as.mailRoom.get<View>(`/reservations/${reservation.id}`);
      expect(after.map(({ state, mailId }) => ({ state, mailId }))).toEqual([{ state: 'used', mailId: made.id }]);
    }
    at('23:30:00');
    await closed(entered);
    const csv = (await file(entered, 'csv')).bytes.toString('utf8');
    for (const [kind, { numbers }] of reserved) expect(csv.split('\r\n').find((line) => line.includes(numbers[0]?.chrono ?? '-'))).withContext(kind).toContain('Réservé, saisi (suite)');
  });

  it('show the numbers of the day that is not closed yet, and a number that was voided in its place', async () => {
    const { id, chrono } = await register({ kind: 'VOLUMINEUX' });
    await as.mailRoom.post(`/mails/${id}/void`, { reason: 'Enregistré deux fois' });
    const { items } = await as.dpo.get<{ items: RegisterLine[] }>('/registers/open');
    expect(items.find((line) => line.chrono === chrono)).toEqual(jasmine.objectContaining({ mark: 'voided', reason: 'Enregistré deux fois' }));
    expect(await gaps()).toContain(`voided ${Number(chrono.slice(-6))}`);
  });

  it('are read to the first number, page by page, from the last that was given', async () => {
    const given = [await register(), await register()].map(({ chrono }) => chrono);
    type Lines = { items: RegisterLine[]; next?: string; total: number };
    const read: RegisterLine[] = [];
    let page = await as.mailRoom.get<Lines>('/registers/open?limit=1');
    for (read.push(...page.items); page.next; read.push(...page.items)) page = await as.mailRoom.get<Lines>(`/registers/open?limit=1&after=${encodeURIComponent(page.next)}`);
    expect(read.length).toBe(page.total);
    expect(new Set(read.map(({ register: counter, chrono, later }) => `${counter} ${chrono} ${later}`)).size).toBe(page.total);
    expect(read.map(({ chrono }) => chrono).filter((chrono) => given.includes(chrono))).toEqual(given.toReversed());

    const before = await as.mailRoom.get<Lines>('/registers/open?limit=1');
    const rest = () => as.mailRoom.get<Lines>(`/registers/open?limit=1&after=${encodeURIComponent(before.next ?? '')}`);
    expect((await rest()).items).toEqual([read[1] as RegisterLine]);
    at('23:30:00');
    await closed(today);
    next();
    await register();
    expect((await rest()).items).withContext('the day was closed meanwhile').toEqual([]);
  });

  it('are verified against the journal: what is changed behind our back is told by its day', async () => {
    at('23:30:00');
    await closed(today);
    expect((await verifyStored(house.store.db, 'default')).findings).toEqual([]);
    await sql`alter table register_file disable trigger all`.execute(house.store.db);
    await sql`update register_file set bytes = bytes || '\\x0a'::bytea, sha256 = sha256(bytes || '\\x0a'::bytea) where kind = 'csv' and day = ${today}`.execute(house.store.db);
    expect((await verifyStored(house.store.db, 'default')).findings.map(({ code, day }) => `${code} ${day}`)).toEqual([`edited ${today}`]);
    await sql`delete from register_file where day = ${today}`.execute(house.store.db);
    expect((await verifyStored(house.store.db, 'default')).findings.map(({ code, day }) => `${code} ${day}`)).toEqual([`noCsv ${today}`, `truncated ${today}`]);
  });

  it('begin anew with the year, at midnight where the authority is, and go on over a change of padding', async () => {
    const before = now;
    now = new Date(`${year}-12-31T22:59:59Z`);
    const last = (await register()).chrono;
    now = new Date(`${year}-12-31T23:00:00Z`);
    const first = (await register({ receivedAt: `${year + 1}-01-01` })).chrono;
    expect([last.slice(0, 7), first]).toEqual([`A-${year}-`, `A-${year + 1}-000001`]);
    const changed = (pattern: string) => (registers: RegisterSetting[]) => registers.map((one) => (one.code === 'incoming' ? { ...one, pattern } : one));
    expect((await publish(changed('A-{year}-{seq:4}'))).status).toBe(200);
    await until('the new pattern is in force', async () => (await counter()).next === `A-${year + 1}-0002`);
    expect((await register()).chrono).toBe(`A-${year + 1}-0002`);
    expect((await publish(changed('A-{seq:4}-{year}'))).body).toEqual(jasmine.objectContaining({ code: 'settingsFlaw', params: jasmine.objectContaining({ code: 'sameNumberBefore' }) }));
    expect((await publish(changed('D-{year}-{seq}'))).body.params.code).toBe('sameNumber');
    expect((await publish(changed('A-{year}-{seq:6}'))).status).toBe(200);
    now = before;
    await until('the old pattern is in force', async () => /A-\d{4}-\d{6}/.test((await counter()).next));
  });

  it('count for each service by itself where the settings say so, the common register taking the rest', async () => {
    const own = { code: 'services', label: 'Arrivée par service', pattern: '{service}.{year}.{seq:4}', kinds: ['incoming'], perService: true, start: 101 };
    expect((await publish((registers) => [...registers, own])).status).toBe(200);
    await until('services count', async () => (await as.mailRoom.get<{ items: CounterView[] }>('/registers')).items.some(({ code }) => code === 'services'));
    expect((await register()).chrono).toBe(`RH.${year}.0101`);
    expect((await register()).chrono).toBe(`RH.${year}.0102`);
    expect((await reserve({ code: 'services' })).status).toBe(422);
    expect((await reserve({ code: 'services', service: 'RH', count: 1 })).body.numbers[0]?.chrono).toBe(`RH.${year}.0103`);
    expect((await publish((registers) => registers.filter(({ code }) => code !== 'services'))).status).toBe(200);
    await until('services count no more', async () => (await register()).chrono.startsWith('A-'));
  });

  it('are open to whom the table says', async () => {
    const seen: { readonly [path: string]: readonly Who[] } = {
      '/registers': ['mailRoom', 'archives', 'dpo', 'administrator'],
      '/registers/days': ['mailRoom', 'archives', 'dpo'],
      '/registers/open': ['mailRoom', 'archives', 'dpo'],
      '/registers/gaps?from=2026-11-16&to=2026-11-17': ['mailRoom', 'archives', 'dpo'],
      '/registers/gaps.csv?from=2026-11-16&to=2026-11-17': ['mailRoom', 'archives', 'dpo'],
      '/reservations': ['mailRoom'],
    };
    for (const [path, may] of Object.entries(seen)) {
      for (const who of Object.keys(people) as Who[]) {
        const response = await fetch(`${running.url}/bannette/api/v1${path}`, { headers: { authorization: `Basic ${Buffer.from(as[who].ticket).toString('base64')}` } });
        expect(response.status).withContext(`${who} ${path}`).toBe(may.includes(who) ? 200 : 403);
      }
    }
    expect((await file(today, 'pdf', 'head')).status).toBe(403);
    expect((await as.archives.call('POST', '/reservations', { key: newId(), code: 'incoming', count: 1, reason: 'essai' })).status).toBe(403);
  });
});
