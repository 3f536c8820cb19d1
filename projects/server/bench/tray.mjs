// A page of 50 of a tray among 100,000 mails, by the API, against the bare query that it needs.
import pg from 'pg';
import { openHouse, percentiles, signIn } from './house.mjs';

const total = 100_000;
const rounds = 60;
const { running, stop } = await openHouse();
const client = new pg.Client({ connectionString: running.databaseUrl });
try {
  await client.connect();
  await client.query(`
    INSERT INTO mail (id, entity_id, category, state, channel, register, year, number, chrono, subject, type, correspondent, service, tray, readers, listers, due_date, received_at)
    SELECT gen_random_uuid(), 'default', 'incoming', 'distributed', 'post', 'bench', 2026, n, 'B-' || n, 'Objet du courrier ' || n, 'VOIRIE', jsonb_build_object('kind', 'individual', 'name', 'Expéditeur ' || n),
      CASE WHEN n % 10 = 0 THEN 'ROUTES' ELSE 'DGS' END, CASE WHEN n % 10 = 0 THEN 'routes' ELSE 'dgs' END,
      ARRAY['GROUP_GEC_COURRIER', CASE WHEN n % 10 = 0 THEN 'GROUP_GEC_S_ROUTES' ELSE 'GROUP_GEC_S_DGS' END], ARRAY['GROUP_GEC_COURRIER'], date '2026-01-01' + (n % 365), date '2026-01-01'
    FROM generate_series(1, ${total}) n`);
  await client.query('ANALYZE mail');
  const sophie = await signIn(running.url, 'sophie.martel');
  const bare = [];
  const api = [];
  for (let round = 0; round < rounds; round++) {
    let started = performance.now();
    await client.query(`SELECT * FROM mail WHERE entity_id = 'default' AND tray = 'routes' AND state IN ('distributed', 'inProgress', 'toSend') ORDER BY coalesce(due_date, 'infinity'::date), id LIMIT 51`);
    bare.push(performance.now() - started);
    started = performance.now();
    const { items } = await sophie.ask('/trays/routes/mails?limit=50');
    api.push(performance.now() - started);
    if (items.length !== 50) throw new Error(`a page of ${items.length}`);
  }
  const [query, page] = [percentiles(bare), percentiles(api)];
  console.log(`tray: a page of 50 among ${total} mails: ${page.p50.toFixed(1)} ms (p95 ${page.p95.toFixed(1)}) by the API, ${query.p50.toFixed(1)} ms (p95 ${query.p95.toFixed(1)}) the bare query, ratio ${(page.p50 / query.p50).toFixed(1)}`);
} finally {
  await client.end();
  await stop();
}
