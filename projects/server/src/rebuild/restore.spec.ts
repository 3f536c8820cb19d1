import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore, verifyJournal, type Store } from '@bannette/store';
import { sql } from 'kysely';
import pg from 'pg';
import { alfrescoProxy, border, postgresProxy, runBannette, startTestHouse, testLetter, until, type TestHouse } from '../testing/index.js';
import { quiet, workingDay, type WorkingDay } from './working-day.spec-support.js';

type Rows = ReadonlyMap<string, Record<string, unknown>>;

/** All that a later backup would have told of a mail, but what was read off its pages, and the day on which its record begins, which is gone once it has. */
async function rowsOf({ db }: Store): Promise<Rows> {
  const { rows } = await sql<{ id: string; mail: Record<string, unknown>; documents: unknown }>`
    select id, to_jsonb(mail) - '{revision,desired_version,applied_version,created_at,read_text,proposals,deposit_id,current_use_ends}'::text[] as mail,
      (select jsonb_agg(to_jsonb(document) - '{stored_at,spool_key,searchable_key,nature_proposal}'::text[] order by position) from document where mail_id = mail.id) as documents from mail order by id`.execute(db);
  return new Map(rows.map(({ id, mail, documents }) => [id, { ...mail, documents }]));
}

describe('A rebuild after PostgreSQL was restored to an older point than Alfresco', () => {
  let house: TestHouse;
  let day: WorkingDay;
  let olderUrl: string;
  let older: Store;
  let truth: Rows;
  let fresh: { read: string; answer: string };

  const rebuild = (args: string[], variables: { [name: string]: string } = {}, onStart?: (kill: () => void) => void): Promise<{ code: number | null; said: string }> =>
    runBannette(['rebuild', ...args], house.environment({ DATABASE_URL: olderUrl, ...variables }), { onStart });

  beforeAll(async () => {
    house = await startTestHouse();
    day = await workingDay(house);
    await day.running.stop();
    olderUrl = await copyOf(house.databaseUrl);

    const running = await house.serve();
    const [clara, sophie] = [await house.client('clara.moreau', running.url), await house.client('sophie.martel', running.url)];
    const qualified = { type: 'VOIRIE', sender: { kind: 'individual', name: 'Élodie Sarrazin', postcode: '98100' }, subject: 'Fossé bouché', receivedAt: '2026-01-07' };
    const { body } = await clara.deposit([await testLetter('apres')], { channel: 'post' });
    const read = (await clara.read(body.id)).files[0]?.mailId ?? '';
    for (const id of [day.ids.waiting, read]) await clara.post(`/mails/${id}/qualify`, qualified);
    await until('they are distributed', async () => (await house.store.db.selectFrom('mail').select('id').where('id', 'in', [day.ids.waiting, read]).where('state', '=', 'distributed').execute()).length === 2);
    await sophie.post(`/mails/${read}/take`);
    await sophie.post(`/mails/${day.ids.assigned}/close`, { comment: 'fait' });
    await sophie.post(`/mails/${read}/answers`, { template: 'REPONSE_LIBRE', subject: 'Votre fossé', body: 'Nous passons.', departureDate: '2026-01-08', channel: 'email' });
    await quiet(house);
    await running.stop();
    const answer = await house.store.db.selectFrom('mail').select('id').where('answer_of', '=', read).executeTakeFirstOrThrow();
    fresh = { read, answer: answer.id };
    truth = await rowsOf(house.store);
    older = await openStore({ databaseUrl: olderUrl, poolSize: 2 });
  }, 180_000);
  afterAll(async () => {
    await older?.close();
    await house?.close();
    await dropped(olderUrl);
  }, 60_000);

  it('says what PostgreSQL lacks, changes nothing unless told to, and finishes what a kill left half done', async () => {
    const file = join(house.dataDir, 'rebuild.json');
    const { code, said } = await rebuild(['--json', file]);
    expect(code).withContext(said).toBe(1);
    expect(said).toContain('With --apply it is done');
    const report = JSON.parse(await readFile(file, 'utf8')) as { differences: { kind: string; mailId: string }[]; counters: unknown };
    expect(report.differences.map(({ kind, mailId }) => `${kind} ${mailId}`).sort()).toEqual([`rowMissing ${fresh.answer}`, `rowMissing ${fresh.read}`, `rowOlder ${day.ids.assigned}`, `rowOlder ${day.ids.waiting}`].sort());
    const year = new Date().getFullYear();
    expect(report.counters).toEqual([{ register: 'incoming', year, stands: 12, seen: 14 }, { register: 'outgoing', year, stands: 1, seen: 2 }]);
    for (const word of ['Sarrazin', 'Fossé', 'fossé']) expect(said + (await readFile(file, 'utf8'))).not.toContain(word);
    expect(await rowsOf(older)).not.toEqual(truth);

    const wire = border();
    const [alfresco, postgres] = [await alfrescoProxy(house.alfrescoUrl, wire), await postgresProxy(olderUrl, wire)];
    const killed = await rebuild(['--apply'], { ALFRESCO_URL: alfresco.url, DATABASE_URL: postgres.url }, (kill) => wire.watch({ wire: 'postgres', number: 3, when: 'before', matching: /^commit/ }, kill));
    expect(killed.code).toBeNull();
    await Promise.all([alfresco.close(), postgres.close()]);
    const half = await rebuild([]);
    expect(half.said.match(/^\d+ row(Missing|Older)/gm)?.map((line) => Number.parseInt(line)).reduce((a, b) => a + b)).toBe(3);

    expect((await rebuild(['--apply'])).code).toBe(0);
    const now = await rowsOf(older);
    expect([...now.keys()]).toEqual([...truth.keys()]);
    for (const [id, row] of now) expect(row).withContext(id).toEqual(truth.get(id) ?? {});
    expect(await rebuild(['--apply'])).toEqual({ code: 0, said: jasmine.stringContaining('Nothing differs.') });
    expect((await verifyJournal(olderUrl)).intact).toBeTrue();

    const running = await house.serve({ DATABASE_URL: olderUrl });
    await quiet({ store: older });
    const clara = await house.client('clara.moreau', running.url);
    const { body } = await clara.deposit([await testLetter('suite')], { channel: 'post' });
    const next = (await clara.read(body.id)).files[0]?.mailId ?? '';
    await clara.post(`/mails/${next}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Suite', receivedAt: '2026-01-09' });
    expect((await clara.mail(next)).chrono).toMatch(/-000015$/);
    expect((await clara.get<{ items: { type: string }[] }>(`/mails/${fresh.read}/journal`)).items.map(({ type }) => type)).toContain('mail.recovered');
    await quiet({ store: older });
    await running.stop();
    expect((await rebuild([])).said).toContain('Nothing differs.');
  }, 180_000);
});

/** The database as it is now, beside itself. */
async function copyOf(databaseUrl: string): Promise<string> {
  const name = new URL(databaseUrl).pathname.slice(1);
  await asOwner(async (owner) => {
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await owner.query(`create database ${name}_older template ${name}`);
  });
  return Object.assign(new URL(databaseUrl), { pathname: `/${name}_older` }).href;
}

const dropped = (databaseUrl: string | undefined): Promise<void> => asOwner(async (owner) => void (databaseUrl && (await owner.query(`drop database if exists ${new URL(databaseUrl).pathname.slice(1)} with (force)`))));

async function asOwner(work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env['BANNETTE_TEST_POSTGRES'] });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
