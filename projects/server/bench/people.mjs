// Simulated people at work, with time to think between two looks: how long they wait (p50, p95, p99 by what they do) and what
// goes wrong; before, how long signing in takes when all come within a minute. Bannette runs as a process of its own; whoever
// simulates the people takes processor time of the same machine.
// BENCH_PEOPLE=2000 BENCH_MINUTES=10 BENCH_THINK=30 (seconds, on average) BENCH_MAILS=50000
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@bannette/alfresco';
import pg from 'pg';
import { loggerFor, readConfig, serveBannette } from '../dist/index.js';
import { startChild } from '../dist/testing/child.js';
import { inParallel, pause, percentiles, signIn } from './house.mjs';

const crowd = Number(process.env.BENCH_PEOPLE ?? 2000);
const minutes = Number(process.env.BENCH_MINUTES ?? 10);
const think = Number(process.env.BENCH_THINK ?? 30);
const mails = Number(process.env.BENCH_MAILS ?? 50_000);
const password = 'bannette';
const signingIn = 'sign in';

const dir = await mkdtemp(join(tmpdir(), 'bannette-bench-'));
await chmod(dir, 0o755); // the database's own account must get in
const own = { BANNETTE_DATA: dir, BANNETTE_PORT: '0', BANNETTE_LOG_LEVEL: 'silent' };
const config = readConfig(own);
// Holds database and repository, and no sidecar but one that nobody asks here.
const ground = await serveBannette({ ...config, only: ['rgpd'] }, loggerFor(config));
const client = new pg.Client({ connectionString: ground.databaseUrl });
let bannette;
try {
  await client.connect();
  const { trays } = await ground.house.settings();
  const codes = [...new Set(trays.map(({ service }) => service))];
  const trayOf = codes.map((code) => trays.find(({ service }) => service === code).id);
  console.log(`people: making ${mails} mails and ${crowd} accounts…`);
  await client.query(
    `INSERT INTO mail (id, entity_id, category, state, channel, register, year, number, chrono, subject, type, correspondent, service, tray, readers, listers, due_date, received_at)
     SELECT gen_random_uuid(), 'default', 'incoming', CASE WHEN n % 3 = 0 THEN 'closed' ELSE 'distributed' END, 'post', 'bench', 2026, n, 'B-' || n, 'Objet du courrier ' || n || (ARRAY[' voirie', ' allocation', ' subvention', ' marché'])[1 + n % 4], 'VOIRIE',
       jsonb_build_object('kind', 'individual', 'name', 'Expéditeur ' || n), code, tray, ARRAY['GROUP_GEC_COURRIER', 'GROUP_GEC_S_' || code], ARRAY['GROUP_GEC_COURRIER'], date '2026-01-01' + (n % 365), date '2026-01-01'
     FROM generate_series(1, $1::int) n, LATERAL (SELECT ($2::text[])[1 + n % $3::int] AS code, ($4::text[])[1 + n % $3::int] AS tray) service`,
    [mails, codes, codes.length, trayOf],
  );
  await client.query('ANALYZE mail');
  const administrator = connect({ url: ground.alfrescoUrl }, { user: 'admin', password: 'admin' });
  const everybody = Array.from({ length: crowd }, (_, index) => ({ id: `bench.${index}`, service: codes[index % codes.length], role: index % 20 === 0 ? 'mailRoom' : index % 5 === 0 ? 'secretary' : 'agent' }));
  await inParallel(everybody, 8, async ({ id, service, role }) => {
    await administrator.people.create({ id, firstName: 'Personne', lastName: id, email: `${id}@lys-et-loire.example`, password });
    for (const group of role === 'mailRoom' ? ['GROUP_GEC_COURRIER'] : [`GROUP_GEC_S_${service}`, ...(role === 'secretary' ? [`GROUP_GEC_S_${service}__SECRETARIAT`] : [])]) await administrator.groups.addMember(group, id);
  });
  bannette = startChild({ ...own, BANNETTE_LOG_LEVEL: 'info', BANNETTE_SCANS: join(dir, 'scans-2'), DATABASE_URL: ground.databaseUrl, ALFRESCO_URL: ground.alfrescoUrl });
  const url = await bannette.opened;

  const waits = new Map();
  const wrong = new Map();
  /** Who was second to take a mail was told who was first: an answer, and no failure. Refused for another reason, it is one. */
  let lost = 0;
  let measuring = false;
  const timed = async (what, act) => {
    const started = performance.now();
    try {
      const answer = await act();
      if (measuring || what === signingIn) waits.set(what, waits.get(what) ?? []).get(what).push(performance.now() - started);
      return answer;
    } catch (error) {
      if (measuring) wrong.set(`${what}: ${error.message}`, (wrong.get(`${what}: ${error.message}`) ?? 0) + 1);
      return undefined;
    }
  };
  /** All come in within a minute, which is told apart; the day is measured once the last one is in. */
  let missing = crowd;
  let end = Infinity;
  const thinking = () => pause((0.3 + 1.4 * Math.random()) * think * 1000);

  const second = (error) => {
    if (!/: 409 (assignedToOther|stale)$/.test(error.message)) throw error;
    if (measuring) lost++;
  };

  /** Looks into trays and letters, searches now and then, takes one and gives it back. */
  const atWork = async ({ id }) => {
    await pause(Math.random() * 60_000);
    const person = await timed(signingIn, () => signIn(url, id, password));
    missing--;
    if (!person) return;
    for (let round = 1; Date.now() < end; round++) {
      const trays = await timed('trays with counters', () => person.ask('/trays'));
      const tray = trays?.items.filter(({ open }) => open > 0)[Math.floor(Math.random() * 3)] ?? trays?.items[0];
      const page = tray && (await timed('page of a tray', () => person.ask(`/trays/${encodeURIComponent(tray.id)}/mails?limit=50`)));
      await thinking();
      const line = page?.items.filter(({ masked }) => !masked)[Math.floor(Math.random() * 20)];
      if (line && Date.now() < end) {
        const mail = await timed('a mail', () => person.ask(`/mails/${line.id}`));
        await timed('its history', () => person.ask(`/mails/${line.id}/journal`));
        await thinking();
        if (mail && round % 8 === 0 && mail.actions?.includes('take')) {
          const taken = await timed('take', () => person.post(`/mails/${line.id}/take`, { revision: mail.revision }).catch((error) => second(error)));
          if (taken === undefined) await timed('a mail', () => person.ask(`/mails/${line.id}`));
          if (taken) await timed('release', () => person.post(`/mails/${line.id}/release`, { revision: taken.revision }));
        }
      }
      if (round % 4 === 0 && Date.now() < end) await timed('search', () => person.ask(`/search?q=${encodeURIComponent(['voirie', 'subvention', 'allocation', `B-${round * 37}`][round % 4])}`));
      if (round % 2 === 0) await timed('notices', () => person.ask('/notices'));
    }
  };

  const busy = () => Number(readFileSync(`/proc/${bannette.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, part) => sum + Number(part), 0)) / 100;
  const cameAt = Date.now();
  const work = everybody.map(atWork);
  while (missing > 0) await pause(1000);
  console.log(`people: all were in after ${((Date.now() - cameAt) / 1000).toFixed(0)} s`);
  await pause(10_000);
  end = Date.now() + minutes * 60_000;
  measuring = true;
  const before = { processor: busy(), at: Date.now() };
  await pause(minutes * 60_000);
  measuring = false;
  const seconds = (Date.now() - before.at) / 1000;
  const processor = busy() - before.processor;
  await Promise.all(work);

  const all = [...waits].flatMap(([what, values]) => (what === signingIn ? [] : values));
  const failed = [...wrong.values()].reduce((sum, count) => sum + count, 0);
  console.log(`people: ${crowd} with ${think} s to think on average, ${seconds.toFixed(0)} s, ${mails} mails, ${cpus().length} processors shared with the crowd and the repository`);
  console.log(`people: ${all.length} requests (${(all.length / seconds).toFixed(0)}/s), ${failed} failed (${((100 * failed) / (all.length + failed)).toFixed(2)} %); Bannette's own process ${((100 * processor) / seconds).toFixed(0)} % of a processor`);
  for (const [what, values] of [['all', all], ...waits]) {
    const { p50, p95 } = percentiles(values);
    const p99 = [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)];
    console.log(`people: ${what.padEnd(20)} ${String(values.length).padStart(7)}  p50 ${p50.toFixed(0)} ms  p95 ${p95.toFixed(0)} ms  p99 ${p99.toFixed(0)} ms`);
  }
  console.log(`people: ${lost} times somebody else had been quicker to take a mail`);
  for (const [what, count] of wrong) console.log(`people: failed ${count} x ${what}`);
} finally {
  await bannette?.stop();
  await client.end();
  await ground.stop();
  await rm(dir, { recursive: true, force: true });
}
