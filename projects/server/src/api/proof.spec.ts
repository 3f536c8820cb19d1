import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { timestampsFrom } from '@bannette/seal';
import { startTimestampAuthority, type LocalAuthority } from '@bannette/seal/testing';
import { sealJournal, verifySeals, type Sealing } from '@bannette/vigilance';
import type { JournalSeal } from '@bannette/http';
import { sql } from 'kysely';
import type { Running } from '../serve.js';
import { startTestHouse, type Client, type TestHouse } from '../testing/index.js';

interface Proof {
  readonly entries: number;
  readonly unsealed: number;
  readonly timestamps: boolean;
  readonly withoutTimestamp: number;
}

describe('The journal’s seals', () => {
  let house: TestHouse;
  let running: Running;
  let authority: LocalAuthority;
  let sealing: Sealing;
  let administrator: Client;

  beforeAll(async () => {
    [house, authority] = await Promise.all([startTestHouse({ records: false }), startTimestampAuthority()]);
    running = await house.serve({ BANNETTE_TSA_URL: authority.url, BANNETTE_SEALING_CRON: '0 0 1 1 *' });
    sealing = { schedule: '', folder: join(house.dataDir, 'seals'), timestamp: timestampsFrom({ url: authority.url, trusted: authority.root }), trusted: authority.root };
    administrator = await house.client('karim.benali', running.url);
  }, 120_000);
  afterAll(async () => {
    await house.close();
    await authority.close();
  }, 60_000);
  beforeEach(() => authority.setOpen(true));

  /** Something happens that the journal tells. */
  const grow = (entries: number): Promise<unknown> =>
    house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
      for (let index = 0; index < entries; index++) tx.append({ type: 'settings.exported', subjectKind: 'settings', subjectId: 'rules', data: { index } });
    });
  const seal = () => sealJournal(running.house, sealing);
  const findings = async (folder?: string): Promise<string[]> => (await verifySeals(house.store.db, { trusted: authority.root, folder })).findings.map(({ number, problem }) => `${number} ${problem}`);
  const seals = async () => (await administrator.get<{ items: JournalSeal[] }>('/journal/seals?limit=200')).items;
  /** What a database's administrator could do who means harm: without triggers, and with the chain written anew. */
  const tampered = async (harm: string): Promise<string[]> => {
    const found: string[] = [];
    await house.store.db
      .transaction()
      .execute(async (trx) => {
        await sql`alter table journal disable trigger all`.execute(trx);
        await sql`alter table journal_seal disable trigger all`.execute(trx);
        await sql.raw(harm).execute(trx);
        found.push(...(await verifySeals(trx, { trusted: authority.root, folder: sealing.folder })).findings.map(({ number, problem }) => `${number} ${problem}`));
        throw new Error('enough seen');
      })
      .catch((error: Error) => {
        if (error.message !== 'enough seen') throw error;
      });
    return found;
  };

  it('tell what the journal held and when, and lie in files of their own', async () => {
    await grow(5);
    await Promise.all([seal(), seal()]);
    const first = (await seals())[0] as JournalSeal;
    await grow(3);
    await seal();
    await seal();
    const second = (await seals()).find(({ number }) => number === first.number + 1);
    expect([second?.first, (second?.last ?? 0) - first.last >= 3, second?.exported, second?.authority, second?.refusal]).toEqual([first.last + 1, true, true, 'O=Local, CN=Timestamps', undefined]);
    expect(await administrator.get<Proof>('/journal/proof')).toEqual(jasmine.objectContaining({ timestamps: true, withoutTimestamp: 0 }));
    expect(await readdir(sealing.folder)).toContain(`journal-${String(first.number + 1).padStart(8, '0')}.json`);
    expect(await findings(sealing.folder)).toEqual([]);
    expect((await administrator.post<{ findings: unknown[] }>('/journal/seals/1/verify', {})).findings).toEqual([]);
  });

  it('go on without the authority, and get its word later', async () => {
    authority.setOpen(false);
    await grow(2);
    await seal();
    const [newest] = await seals();
    expect([newest?.timestampedAt, newest?.refusal]).toEqual([undefined, jasmine.stringMatching(/503/)]);
    expect((await administrator.get<Proof>('/journal/proof')).withoutTimestamp).toBe(1);
    authority.setOpen(true);
    await seal();
    const late = (await seals()).find(({ number }) => number === newest?.number);
    expect([late?.timestampedAt !== undefined, late?.refusal]).toEqual([true, undefined]);
    expect(await readFile(join(sealing.folder, `journal-${String(newest?.number).padStart(8, '0')}.json`), 'utf8')).toContain('"timestamp"');
    expect(await findings(sealing.folder)).toEqual([]);
  });

  it('show what was edited, deleted, cut off or put in another order, even with the chain written anew', async () => {
    await grow(6);
    await seal();
    const [{ number, first, last } = { number: 0, first: 0, last: 0 }] = await seals();
    const at = last - 2;
    const rehash = `with recursive chain as (
      select seq, body, prev_hash, hash from journal where seq = ${at - 1}
      union all select next.seq, next.body, chain.hash, sha256(chain.hash || convert_to(next.body, 'UTF8')) from journal next join chain on next.seq = chain.seq + 1)
      update journal set prev_hash = chain.prev_hash, hash = chain.hash from chain where journal.seq = chain.seq and chain.seq >= ${at}`;
    expect(await tampered(`alter table journal drop constraint journal_check; update journal set body = replace(body, 'settings.exported', 'settings.inspected') where seq = ${at}; ${rehash}`)).withContext('edited').toEqual([`${number} changed`]);
    expect(await tampered(`delete from journal where seq = ${at}`)).withContext('deleted').toEqual([`${number} changed`]);
    expect(await tampered(`delete from journal where seq > ${at}`)).withContext('cut off').toEqual([`${number} truncated`]);
    expect(await tampered(`alter table journal drop constraint journal_check; update journal set hash = other.hash from journal other where journal.seq in (${first}, ${last}) and other.seq = ${first + last} - journal.seq`)).withContext('in another order').toEqual([`${number} changed`]);
    expect(await tampered(`delete from journal where seq >= ${first}; delete from journal_seal where number = ${number}`)).withContext('with its seal').toEqual([`${number} removed`, `${number} truncated`]);
    await grow(1);
    await seal();
    expect(await tampered('delete from journal_seal where number = 2')).withContext('a seal').toEqual(['2 removed']);
    expect(await tampered("update journal_seal set body = replace(body, '\"entity\":\"default\"', '\"entity\":\"other\"'), digest = sha256(convert_to(replace(body, '\"entity\":\"default\"', '\"entity\":\"other\"'), 'UTF8')) where number = 1")).withContext('a seal written anew').toContain('1 replaced');
    expect(await findings(sealing.folder)).withContext('nothing of it stayed').toEqual([]);
  });

  it('are kept as they are by the database itself', async () => {
    await grow(1);
    await seal();
    for (const harm of ["update journal_seal set body = body || ' ' where number = 1", 'delete from journal_seal where number = 1', 'truncate journal_seal', "update journal_seal set token = '\\x00' where number = 1"]) await expectAsync(sql.raw(harm).execute(house.store.db)).withContext(harm).toBeRejected();
  });

  it('whose file is broken or forged are told apart', async () => {
    const folder = join(house.dataDir, 'forged');
    await mkdir(folder);
    await grow(1);
    await seal();
    await cp(sealing.folder, folder, { recursive: true });
    const one = join(folder, 'journal-00000001.json');
    await writeFile(one, 'not a seal');
    expect(await findings(folder)).toEqual(['1 unreadable']);
    await writeFile(one, (await readFile(join(sealing.folder, 'journal-00000001.json'), 'utf8')).replace('default', 'another'));
    expect(await findings(folder)).toContain('1 replaced');
    await rm(folder, { recursive: true });
    const other = await startTimestampAuthority();
    expect((await verifySeals(house.store.db, { trusted: other.root })).findings.every(({ problem, detail }) => problem === 'timestamp' && detail === 'untrusted')).toBeTrue();
    await other.close();
  }, 60_000);

  it('are for administrators, the archives and the data protection officer', async () => {
    await grow(1);
    await seal();
    const rooms: string[] = [];
    for (const who of ['clara.moreau', 'sophie.martel', 'ines.kaci', 'karim.benali', 'odile.charpentier']) {
      const client = await house.client(who, running.url);
      for (const [method, path] of [['GET', '/journal/proof'], ['GET', '/journal/seals'], ['GET', '/journal/seals/1/file'], ['POST', '/journal/seals/1/verify']] as const) rooms.push(`${who} ${(await client.call(method, path, method === 'POST' ? {} : undefined)).status}`);
    }
    expect([...new Set(rooms)]).toEqual(['clara.moreau 403', 'sophie.martel 403', 'ines.kaci 403', 'karim.benali 200', 'odile.charpentier 200']);
    expect((await administrator.call('GET', '/journal/seals/999/file')).status).toBe(404);
  });
});
