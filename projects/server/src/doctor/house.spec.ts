import { once } from 'node:events';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { timed } from '@bannette/house';
import { newId, noteTimed, openSpool, openStore } from '@bannette/store';
import { createEmptyDatabase } from '@bannette/store/testing';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { defaultSettings } from '../start/settings.js';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { judgeCertificate, linesOf } from './checks/certificates.js';
import { judgeClocks } from './checks/clocks.js';
import { judgeDatabase, judgeMigrations } from './checks/database.js';
import { judgeSeals, judgeVerification } from './checks/journal.js';
import { judgePrograms } from './checks/programs.js';
import { between, checked, lookAt, ownCertificate, tells, told } from './examined.spec-support.js';

describe('The doctor looks at the house and', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await startTestHouse();
    await mkdir(join(house.dataDir, 'spool'), { recursive: true });
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const hours = (count: number): number => count * 3_600_000;
  const mailServer = async (options: ConstructorParameters<typeof SMTPServer>[0]) => {
    const server = new SMTPServer(options);
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return { port: (server.server.address() as AddressInfo).port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
  };

  it('says that the database does not answer, or that Bannette’s own does not run', async () => {
    expect(await tells(house, 'databaseReach', { db: undefined, databaseReason: 'ECONNREFUSED' })).toEqual(['databaseUnreachable']);
    const report = await lookAt(house, { db: undefined, databaseReason: 'notRunning' });
    expect([told(report, 'databaseReach'), checked(report, 'jobs').leftOut]).toEqual([['databaseNotRunning'], 'database']);
  }, 60_000);

  it('tells a database that is too old, loses what was acknowledged, spoils names, or has no connections left', () => {
    const good = { versionNumber: 180_001, version: '18.1', encoding: 'UTF8', fsync: 'on', fullPageWrites: 'on', synchronousCommit: 'on', maxConnections: 97, usedConnections: 20 };
    const codes = (facts: Partial<typeof good>) => judgeDatabase({ ...good, ...facts }, 10, 40).map(({ code }) => code).slice(1);
    expect(codes({})).toEqual([]);
    expect(codes({ versionNumber: 140_012 })).toEqual(['databaseTooOld']);
    expect(codes({ encoding: 'LATIN1' })).toEqual(['encodingNotUtf8']);
    expect(codes({ fsync: 'off', fullPageWrites: 'off', synchronousCommit: 'off' })).toEqual(['notDurable', 'notDurable', 'notDurable']);
    expect(codes({ usedConnections: 90 })).toEqual(['connectionsFew']);
  });

  it('tells that a real server’s connections are nearly all used', async () => {
    expect(await tells(house, 'database', { limits: { freeConnections: 100_000 } })).toContain('connectionsFew');
  }, 60_000);

  it('tells migrations that are missing, or of a newer Bannette', async () => {
    const empty = await createEmptyDatabase();
    const store = await openStore({ databaseUrl: empty.url, poolSize: 1 });
    try {
      expect(await tells(house, 'database', { db: store.db, databaseUrl: empty.url })).toContain('migrationsPending');
    } finally {
      await store.close();
      await empty.drop();
    }
    expect(judgeMigrations({ pending: [], unknown: ['9999_later'] }).map(({ code }) => code)).toEqual(['migrationsUnknown']);
  }, 60_000);

  it('tells jobs that failed for good, and that nobody works jobs off', async () => {
    await house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
      await tx.enqueue('mail.mirror', { mailId: 'x' }, { key: 'spec-failed', maxAttempts: 1, runAt: new Date(Date.now() + hours(24)) });
      await tx.enqueue('mail.mirror', { mailId: 'y' }, { key: 'spec-waiting', runAt: new Date(Date.now() - hours(1)) });
    });
    await sql`update graphile_worker._private_jobs set attempts = max_attempts where key = 'spec-failed'`.execute(house.store.db);
    expect(await tells(house, 'jobs')).toEqual(['jobsFailed', 'jobsWaitLong']);
    expect(await tells(house, 'jobs', { limits: { jobsStand: 30 } })).toEqual(['jobsFailed', 'jobsStandStill']);
    await sql`delete from graphile_worker._private_jobs where key like 'spec-%'`.execute(house.store.db);
    expect(await tells(house, 'jobs')).toEqual([]);
  }, 60_000);

  it('tells what runs by the clock and should have run, or failed, and when each last did', async () => {
    const { store } = house;
    const judged = async (): Promise<string[]> => (await tells(house, 'timedJobs')).filter((told) => told.includes('spec.'));
    const told = async (): Promise<string> => JSON.stringify(checked(await lookAt(house, {}, 'timedJobs'), 'timedJobs').findings.find(({ code, params }) => code === 'timedJobsRan' && String(params['names']).includes('spec.'))?.params ?? {});
    const at = (inHours: number): Date => new Date(Date.now() + hours(inHours));
    await noteTimed(store.db, 'default', 'spec.seal', at(-3), 'expected');
    await noteTimed(store.db, 'default', 'spec.purges', at(1), 'done');
    expect(await judged()).toEqual(['timedJobLate spec.seal']);
    expect(await told()).toMatch(/spec\.purges \d{4}-\d\d-\d\dT\d\d:\d\dZ, spec\.seal never/);
    await noteTimed(store.db, 'default', 'spec.seal', at(1), 'done');
    await noteTimed(store.db, 'default', 'spec.purges', at(1), { failure: 'unavailable' });
    await noteTimed(store.db, 'default', 'spec.purges', at(1), 'expected');
    expect(await judged()).toEqual(['timedJobFailed spec.purges']);
    await noteTimed(store.db, 'default', 'spec.purges', at(1), 'done');
    expect(await judged()).toEqual([]);
  });

  it('keeps of what runs by the clock how each run went, one after the other', async () => {
    let [running, most, failing] = [0, 0, true];
    const ticking = timed({ store: house.store, entityId: 'default', log: { info: () => undefined, warn: () => undefined, error: () => undefined } } as never, { name: 'spec.work', at: '0 0 1 1 *', trouble: 'no' }, async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      if (failing) throw Object.assign(new Error('x'), { code: 'away' });
    });
    const kept = () => house.store.db.selectFrom('timed_job').select(['failure', 'ran_at', 'next_at']).where('name', '=', 'spec.work').executeTakeFirst();
    await Promise.all([ticking.now(), ticking.now()]);
    expect([most, (await kept())?.failure, (await kept())?.ran_at]).toEqual([1, 'away', null]);
    failing = false;
    await ticking.now();
    await ticking.stop();
    expect([(await kept())?.failure, (await kept())?.ran_at instanceof Date, (await kept())?.next_at.getMonth()]).toEqual([null, true, 0]);
  });

  it('tells entries of the journal that were put aside, a consumer that is stuck, and a chain that nobody verifies', async () => {
    const { db } = house.store;
    await house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => tx.append({ type: 'spec.entry', subjectKind: 'system', subjectId: 'spec' }));
    const { seq } = await db.selectFrom('journal_head').select('seq').executeTakeFirstOrThrow();
    await db.insertInto('consumer_cursor').values({ name: 'spec.consumer', seq, attempts: 3, next_attempt_at: null }).execute();
    await db.insertInto('consumer_failure').values({ name: 'spec.consumer', seq, attempts: 8, error: 'x', failed_at: new Date() }).execute();
    expect(await tells(house, 'journalConsumers')).toEqual(['entriesPutAside', 'consumerStuck spec.consumer']);
    await db.deleteFrom('consumer_failure').where('name', '=', 'spec.consumer').execute();
    await db.deleteFrom('consumer_cursor').where('name', '=', 'spec.consumer').execute();
    expect(await tells(house, 'journal')).toEqual(['journalNeverVerified']);
    await db.insertInto('journal_verification').values({ intact: true, anchored: true, last_seq: seq }).execute();
    expect(await tells(house, 'journal')).toEqual([]);
    const codes = (facts: Parameters<typeof judgeVerification>[0]) => judgeVerification(facts, 8).map(({ code }) => code);
    expect([codes({ intact: true, anchored: true, days: 9 }), codes({ intact: true, anchored: false, days: 0 }), codes({ intact: false, anchored: true, days: 0 })]).toEqual([['journalVerifiedLongAgo'], ['journalNotAnchored'], ['journalBroken']]);
  }, 60_000);

  it('tells mails that have not reached Alfresco for hours', async () => {
    const { db } = house.store;
    const id = newId();
    await db.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'toQualify', channel: 'post', desired_version: 2, applied_version: 1, proposals: '{}' } as never).execute();
    expect(await tells(house, 'unappliedMails')).toEqual(['mailsBehind']);
    await house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => tx.append({ type: 'spec.changed', subjectKind: 'mail', subjectId: id }));
    expect(await tells(house, 'unappliedMails')).toEqual([]);
    await db.deleteFrom('mail').where('id', '=', id).execute();
  }, 60_000);

  it('tells a disk that fills up, and a spool that can’t be written to', async () => {
    expect((await tells(house, 'disk')).filter((code) => code.startsWith('folder'))).toEqual([]);
    expect(await tells(house, 'disk', { limits: { diskLow: Number.MAX_SAFE_INTEGER, diskFull: 0 } })).toEqual([`diskLow ${house.dataDir}`]);
    expect(await tells(house, 'disk', { limits: { diskFull: Number.MAX_SAFE_INTEGER } })).toEqual([`diskFull ${house.dataDir}`]);
    const elsewhere = join(house.dataDir, 'not-a-folder');
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, 'spool'), '');
    expect(await tells(house, 'disk', { variables: { BANNETTE_DATA: elsewhere }, limits: { diskLow: 0, diskFull: 0 } })).toEqual([`folderNotWritable ${join(elsewhere, 'spool')}`]);
  }, 60_000);

  it('finds nothing wrong with a spool that the first start will make, and does not make it', async () => {
    const variables = { BANNETTE_DATA: join(house.dataDir, 'before-the-first-start') };
    await mkdir(variables.BANNETTE_DATA);
    expect(await tells(house, 'disk', { variables, limits: { diskLow: 0, diskFull: 0 } })).toEqual([]);
    expect(await tells(house, 'spool', { variables })).toEqual([]);
    expect(await readdir(variables.BANNETTE_DATA)).toEqual([]);
  }, 60_000);

  it('tells files of the spool that no row names, and documents whose only copy is gone', async () => {
    const spool = await openSpool(join(house.dataDir, 'spool'));
    const { key } = await spool.write(Readable.from([Buffer.from('stray')]), { maxBytes: 100 });
    expect(await tells(house, 'spool')).toEqual([]);
    const old = new Date(Date.now() - hours(72));
    await utimes(spool.path(key), old, old);
    expect(await tells(house, 'spool')).toEqual(['spoolStrays']);
    await spool.remove(key);
    const { db } = house.store;
    const [mail, document] = [newId(), newId()];
    await db.insertInto('mail').values({ id: mail, entity_id: 'default', category: 'incoming', state: 'toQualify', channel: 'post', proposals: '{}' } as never).execute();
    await db.insertInto('document').values({ id: document, mail_id: mail, position: 1, role: 'main', name: 'a.pdf', media_type: 'application/pdf', size: 5, sha512: 'x', pages: 1, warnings: '[]', spool_key: newId() } as never).execute();
    expect(await tells(house, 'spool')).toEqual(['spoolLost']);
    await db.deleteFrom('document').where('id', '=', document).execute();
    await db.deleteFrom('mail').where('id', '=', mail).execute();
  }, 60_000);

  it('tells programs and pages that are missing', () => {
    const good = { node: '22.4.0', tesseract: true, workspace: true };
    const codes = (change: Partial<typeof good>, ocr: 'auto' | 'native' | 'wasm' = 'auto') => judgePrograms({ ...good, ...change }, ocr).map(({ code }) => code);
    expect([codes({}), codes({ node: '20.19.0' }), codes({ tesseract: false }, 'wasm')]).toEqual([[], [], []]);
    expect([codes({ node: '20.18.1' }), codes({ workspace: false }), codes({ tesseract: false }, 'native'), codes({ tesseract: false })]).toEqual([['nodeTooOld'], ['workspaceNotBuilt'], ['tesseractMissing'], ['tesseractAbsent']]);
  });

  it('are told of a journal that is not sealed, or not by an authority’s word', () => {
    const codes = (seen: Partial<Parameters<typeof judgeSeals>[0]>) => judgeSeals({ timestamps: true, unsealedHours: 0, waitingHours: 0, refusal: '', ...seen }).map(({ code }) => code);
    expect([codes({}), codes({ unsealedHours: 26 }), codes({ unsealedHours: 27 }), codes({ waitingHours: 27, refusal: 'HTTP 503' }), codes({ timestamps: false })]).toEqual([[], [], ['journalNotSealed'], ['timestampsMissing'], ['timestampsNotConfigured']]);
  });

  it('tells a clock of Alfresco that is apart, whichever way', async () => {
    const shiftedBy = async (seconds: number) => {
      const stands = await between(house.alfrescoUrl, { headers: (found) => ({ ...found, date: new Date(Date.now() + seconds * 1000).toUTCString() }) });
      try {
        return checked(await lookAt(house, { alfrescoUrl: stands.url }), 'clocks').findings.map(({ code, params }) => [code, params.subject, params.direction].join(' '));
      } finally {
        await stands.close();
      }
    };
    expect(await shiftedBy(0)).toEqual([]);
    expect(await shiftedBy(30)).toEqual(['clockApart Alfresco ahead']);
    expect(await shiftedBy(-600)).toEqual(['clockFarApart Alfresco behind']);
    expect(judgeClocks([{ subject: 'PostgreSQL', seconds: -5 }], { clockApart: 3, clockFarApart: 60 }).map(({ params }) => params.seconds)).toEqual([5]);
  }, 60_000);

  it('tells a mail server that is closed, one that refuses the account, and a sender that nobody set', async () => {
    expect(await tells(house, 'smtp')).toEqual([]);
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise<void>((resolve) => closed.close(() => resolve()));
    const from = { BANNETTE_MAIL_FROM: 'courrier@departement.example' };
    expect(await tells(house, 'smtp', { variables: { ...from, BANNETTE_SMTP_URL: `smtp://127.0.0.1:${port}` } })).toContain('smtpUnreachable');
    const strict = await mailServer({ allowInsecureAuth: true, disabledCommands: ['STARTTLS'], onAuth: (_auth, _session, done) => done(new Error('no')) });
    expect(await tells(house, 'smtp', { variables: { ...from, BANNETTE_SMTP_URL: `smtp://some:body@127.0.0.1:${strict.port}` } })).toContain('smtpRefusesAccount');
    await strict.close();
    const open = await mailServer({ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'] });
    const settings = await defaultSettings();
    const withoutDpo = { ...settings, authority: { ...settings.authority, dpoEmail: undefined } };
    expect(await tells(house, 'smtp', { settings: withoutDpo, variables: { BANNETTE_SMTP_URL: `smtp://127.0.0.1:${open.port}` } })).toEqual(['senderNotSet', 'dpoMailboxMissing']);
    await open.close();
  }, 60_000);

  it('tells a certificate that is about to end, has ended, is for another host, or by an unknown authority', async () => {
    const server = await ownCertificate('localhost');
    const look = async (host: string, days: number) => {
      const report = await lookAt(house, { variables: { BANNETTE_PUBLIC_URL: `https://${host}:${server.port}` }, now: () => new Date(Date.now() + hours(24 * days)) });
      return told(report, 'certificates').map((code) => code.split(' ')[0]);
    };
    expect(await look('localhost', 0)).toEqual(['certificateExpires', 'certificateUntrusted']);
    expect(await look('localhost', 40)).toEqual(['certificateExpired', 'certificateUntrusted']);
    await server.close();
    expect(await look('localhost', 0)).toEqual(['certificateUnread']);
    const facts = { validTo: new Date('2027-06-01'), flaw: 'ERR_TLS_CERT_ALTNAME_INVALID' };
    expect(judgeCertificate('Alfresco', 'ged.example', facts, new Date('2027-01-01'), 30).map(({ code }) => code)).toEqual(['certificateWrongHost']);
  }, 60_000);

  it('reads the certificate of a mail server behind STARTTLS', async () => {
    const server = await mailServer({ authOptional: true, disabledCommands: ['AUTH'] });
    const report = await lookAt(house, { variables: { BANNETTE_SMTP_URL: `smtp://localhost:${server.port}` } });
    expect(checked(report, 'certificates').findings.map(({ params }) => params.subject)).toContain('mailServer');
    await server.close();
  }, 60_000);

  it('tells what is spoken to in plain words over a network', async () => {
    const lines = linesOf({ config: house.config({ BANNETTE_SMTP_URL: 'smtps://mail.example', ALFRESCO_EVENTS_URL: 'amqps://mq.example' }), alfrescoUrl: 'http://ged.example', databaseUrl: 'postgres://db.example/x' });
    expect(lines.map(({ subject, port, speech }) => `${subject} ${port} ${speech}`)).toEqual(['Alfresco 80 plain', 'eventBroker 5671 tls', 'mailServer 465 tls', 'PostgreSQL 5432 postgres']);
    expect(await tells(house, 'certificates', { variables: { BANNETTE_PUBLIC_URL: 'http://courrier.departement.example' } })).toEqual(['notEncrypted Bannette']);
  }, 60_000);

  afterEach(() => rm(join(house.dataDir, 'not-a-folder'), { recursive: true, force: true }));
});
