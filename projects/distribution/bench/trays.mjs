// Trays over ten thousand and a million mails: pages of 50, deep pages, each tray there is, and their counts, against the
// bare indexed query, in two databases of the same run, turn by turn. BENCH_TRAYS_LARGE sets the larger size.
import { newId, openStore, startPostgres } from '@bannette/store';
import { createTestDatabase } from '@bannette/store/testing';
import { linesOf } from '@bannette/house';
import { countTrays, findMails, pageOfTray, traysOf } from '../dist/index.js';
import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';

const sizes = [10_000, Number(process.env.BENCH_TRAYS_LARGE ?? 1_000_000)];
const rounds = Number(process.env.BENCH_ROUNDS ?? 80);
const services = Array.from({ length: 40 }, (_, index) => `S${index}`);
const now = new Date('2026-07-01T09:00:00Z');
const settings = {
  authority: { timeZone: 'Europe/Paris', undoSeconds: 10 },
  calendar: { weekend: [0, 6], alsaceMoselle: false, closures: [] },
  services: services.map((code) => ({ code, label: code, compartments: [] })),
  trays: services.flatMap((code) => [{ id: `${code}-a`, label: 'a', service: code }, { id: `${code}-b`, label: 'b', service: code }]),
  sites: [],
  types: [],
};
const groups = services.slice(0, 8).flatMap((code) => [`GROUP_GEC_S_${code}`, `GROUP_GEC_S_${code}__SECRETARIAT`, `GROUP_GEC_S_${code}__RESPONSABLE`]);
const away = { id: 'p3', displayName: 'p3', groups };
const person = { id: 'p0', displayName: 'p0', groups: [...groups, 'GROUP_GEC_COURRIER'], replaces: [{ delegation: newId(), powers: ['treat'], types: [], services: [], person: away }] };

const cluster = process.env.BANNETTE_TEST_POSTGRES ? undefined : await ownCluster();
const houses = [];
try {
  for (const size of sizes) houses.push(await filled(size));
  await compare();
} finally {
  for (const { store, database } of houses) {
    await store.close();
    await database.drop();
  }
  await cluster?.stop();
}

async function ownCluster() {
  const dir = await mkdtemp(join(tmpdir(), 'bannette-bench-'));
  await chmod(dir, 0o755);
  const server = await startPostgres({ dataDir: join(dir, 'postgres') });
  process.env.BANNETTE_TEST_POSTGRES = server.url;
  return { stop: async () => { await server.stop(); await rm(dir, { recursive: true, force: true }); } };
}

async function filled(size) {
  const database = await createTestDatabase();
  const store = await openStore({ databaseUrl: database.url, poolSize: 4 });
  const started = performance.now();
  const run = (text) => sql.raw(text).execute(store.db);
  await run(`INSERT INTO entity (id, name) VALUES ('default', 'Lys') ON CONFLICT DO NOTHING`);
  await run('ALTER TABLE mail DISABLE TRIGGER USER');
  for (let from = 1; from <= size; from += 100_000) await run(`
    INSERT INTO mail (id, entity_id, category, state, channel, register, year, number, chrono, subject, type, correspondent, service, tray, copies, assignee, assignee_name, confidentiality, readers, listers, due_date, received_at, open_alerts)
    SELECT (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || substr(md5(n::text), 1, 12))::uuid, 'default', 'incoming', state, 'post', 'bench', 2026, n, 'B-' || n, 'Objet du courrier ' || n, 'T' || (n % 30), jsonb_build_object('kind', 'individual', 'name', 'Expéditeur ' || n),
      service, service || CASE WHEN n % 2 = 0 THEN '-a' ELSE '-b' END, copies, assignee, assignee, secret, readers, ARRAY['GROUP_GEC_COURRIER', 'GROUP_GEC_S_' || service] || readers,
      CASE WHEN state IN ('toQualify') THEN NULL ELSE date '2026-01-01' + (h2 % 365) END, date '2026-01-01', CASE WHEN h3 % 10 = 0 THEN 1 ELSE 0 END
    FROM (SELECT n, h2, h3, service, state, secret, copies, CASE WHEN h1 % 10 < 6 THEN 'p' || (h1 % 40) END AS assignee,
        CASE WHEN state = 'toQualify' THEN ARRAY['GROUP_GEC_COURRIER'] WHEN secret > 0 THEN ARRAY['GROUP_GEC_S_' || service || '__RESPONSABLE'] ELSE ARRAY['GROUP_GEC_COURRIER', 'GROUP_GEC_S_' || service] || ARRAY(SELECT 'GROUP_GEC_S_' || c FROM unnest(copies) c) END AS readers
      FROM (SELECT n, h1, h2, h3, 'S' || (h1 % 40) AS service, CASE WHEN h2 % 100 < 2 THEN 'toQualify' WHEN h2 % 100 < 30 THEN 'distributed' WHEN h2 % 100 < 50 THEN 'inProgress' ELSE 'closed' END AS state,
          CASE WHEN h3 % 100 < 3 THEN 2 ELSE 0 END AS secret, CASE WHEN h2 % 10 = 7 AND h1 % 40 <> h3 % 40 THEN ARRAY['S' || (h3 % 40)] ELSE '{}'::text[] END AS copies
        FROM (SELECT n, abs(hashint4(n)) AS h1, abs(hashint4(n + 7777777)) AS h2, abs(hashint4(n + 3333333)) AS h3 FROM generate_series(${from}, ${Math.min(size, from + 99_999)}) n) numbers) drawn) shaped`);
  const loaded = performance.now();
  await run(`INSERT INTO mail_copy SELECT DISTINCT m.entity_id, c, coalesce(m.due_date, 'infinity'::date), m.id FROM mail m, unnest(m.copies) c WHERE m.state IN ('distributed', 'inProgress', 'toSend')`);
  await run(`ALTER TABLE mail_person DISABLE TRIGGER USER`);
  // Read: every other one. Followed: one in ten of their services'.
  await run(`INSERT INTO mail_person SELECT id, 'p0', CASE WHEN number % 2 = 0 THEN now() END, CASE WHEN number % 10 = 0 THEN now() END FROM mail WHERE state IN ('distributed', 'inProgress', 'toSend') AND service = ANY(ARRAY['${services.slice(0, 8).join("','")}'])`);
  await run('INSERT INTO tray_bucket SELECT * FROM tray_recount');
  await run(`INSERT INTO tray_total SELECT entity_id, who, guard, sum(open), coalesce(sum(open) FILTER (WHERE day < '2026-07-01'), 0), '2026-07-01' FROM tray_bucket GROUP BY 1, 2, 3`);
  const counted = performance.now();
  for (const table of ['mail', 'mail_person']) await run(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const table of ['mail', 'mail_copy', 'mail_person', 'tray_bucket', 'tray_total']) await run(`VACUUM ANALYZE ${table}`);
  const house = { entityId: 'default', store, settings: async () => settings, now: () => now };
  const saved = `${((loaded - started) / 1000).toFixed(0)} s to write, ${((counted - loaded) / 1000).toFixed(1)} s to count all anew`;
  const { rows } = await sql`select count(*)::int as buckets from tray_bucket`.execute(store.db);
  console.log(`trays: ${size} mails: ${saved}, ${rows[0].buckets} buckets`);
  return { size, database, store, house, trays: traysOf(person, settings, now) };
}

async function compare() {
  const page = (tray, after) => async ({ house, trays }) => {
    const { rows } = await pageOfTray(house, person, trays.find(({ id }) => id === tray), { limit: 50, after });
    return linesOf(house, person, settings, rows).length;
  };
  const deep = new Map();
  for (const one of houses) {
    let after;
    // As deep as half of the tray.
    const { open } = (await countTrays(one.house, person, one.trays)).get('S0-a');
    for (let seen = 0; seen < Math.min(open / 2, 2_000); seen += 200) ({ next: after } = await pageOfTray(one.house, person, one.trays.find(({ id }) => id === 'S0-a'), { limit: 200, after }));
    deep.set(one, after);
  }
  const bare = async ({ store }) => (await sql`SELECT * FROM mail WHERE entity_id = 'default' AND tray = 'S0-a' AND state IN ('distributed', 'inProgress', 'toSend') ORDER BY coalesce(due_date, 'infinity'::date), id LIMIT 51`.execute(store.db)).rows.length;
  const find = (query, sort) => async ({ house }) => findMails(house, person, { query, sort, limit: 50 }).then(({ rows }) => rows.length, ({ code }) => code);
  const rowsOf = async ({ house, trays }) => (await pageOfTray(house, person, trays.find(({ id }) => id === 'S0-a'), { limit: 50 })).rows.length;
  const measures = {
    'the bare indexed query': bare,
    'a page of a tray, its rows': rowsOf,
    'a page of a tray, as lines with their marks': page('S0-a'),
    'a deep page': async (one) => page('S0-a', deep.get(one))(one),
    ...Object.fromEntries(houses[0].trays.filter(({ kind }) => kind !== 'service').map(({ id }) => [`tray ${id}`, page(id)])),
    'all counts': async ({ house, trays }) => (await countTrays(house, person, trays)).size,
    'a saved query: service and state, by due day': find({ services: ['S0'], states: ['inProgress'] }, 'due'),
    'a saved query: type, newest': find({ types: ['T3'] }, 'newest'),
    'a saved query: words': find({ text: '4242' }, 'newest'),
  };
  const times = new Map(Object.keys(measures).map((name) => [name, new Map(houses.map((one) => [one, []]))]));
  const found = new Map();
  for (let round = -5; round < rounds; round++)
    for (const [name, measure] of Object.entries(measures))
      for (const one of houses) {
        const started = performance.now();
        found.set(`${name} ${one.size}`, await measure(one));
        if (round >= 0) times.get(name).get(one).push(performance.now() - started);
      }
  const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
  const [small, large] = houses;
  const base = times.get('the bare indexed query').get(large);
  console.log(`trays: ${rounds} rounds; ms p50 / p95 at ${small.size} and ${large.size}, growth of p50 and p95, and ratio to the bare query at ${large.size}`);
  for (const [name, of] of times) {
    const [s, l] = [of.get(small), of.get(large)];
    const f = (value) => value.toFixed(2);
    console.log(`  ${name}: ${f(at(s, 0.5))} / ${f(at(s, 0.95))}, ${f(at(l, 0.5))} / ${f(at(l, 0.95))}; growth ${f(at(l, 0.5) / at(s, 0.5))} / ${f(at(l, 0.95) / at(s, 0.95))}; ratio ${f(at(l, 0.5) / at(base, 0.5))} / ${f(at(l, 0.95) / at(base, 0.95))} (${found.get(`${name} ${small.size}`)}, ${found.get(`${name} ${large.size}`)})`);
  }
}
