// Looking for a mail's duplicates among many, one in ten of which are letters of one form, by the function that the job calls,
// against the lookup of its documents' digests alone, in the same run; with the plan. BENCH_ROWS for another size than
// 1,000,000, or several with commas.
import { bandKeys, textPrint } from '@bannette/domain';
import { firstIdAt, openStore } from '@bannette/store';
import { createTestDatabase } from '@bannette/store/testing';
import pg from 'pg';
import { startTestPostgres } from '../../../scripts/lib/test-postgres.mjs';
import { duplicatesOf } from '../dist/duplicates/look.js';

const sizes = String(process.env.BENCH_ROWS ?? '10000,1000000').split(',').map(Number);
const rounds = Number(process.env.BENCH_ROUNDS ?? 60);
const forms = 200;
const letterOf = (n) => `Conseil départemental. Madame, Monsieur, dossier ${n * 7919}. Par courrier reçu dans nos services, vous avez demandé le versement de l'allocation prévue par le règlement départemental d'aide sociale. Après examen de votre situation et des pièces jointes à votre demande, nous vous informons qu'une somme de ${n * 31} euros vous sera versée sur le compte bancaire dont vous nous avez communiqué les coordonnées. Ce versement interviendra au plus tard à la fin du mois prochain. Si votre situation devait changer, vous voudrez bien en informer le service sans attendre.`;

const server = process.env.BANNETTE_TEST_POSTGRES ? undefined : await startTestPostgres();
if (server) process.env.BANNETTE_TEST_POSTGRES = server.url;
try {
  for (const rows of sizes) await measure(rows);
} finally {
  await server?.stop();
}

async function measure(rows) {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const store = await openStore({ databaseUrl: database.url, poolSize: 2 });
  try {
    const started = performance.now();
    await fill(client, rows);
    console.log(`duplicates: ${rows} mails made in ${Math.round((performance.now() - started) / 1000)} s`);
    const { rows: drawn } = await client.query('select * from mail where read_text <> $1 order by md5(id::text) limit $2', ['', rounds]);
    const took = { all: [], digest: [] };
    for (const mail of drawn) {
      const print = textPrint(mail.read_text);
      took.all.push(await timed(() => duplicatesOf(store.db, mail, print, 365)));
      took.digest.push(await timed(() => client.query('select mail_id from document where sha512 = (select sha512 from document where mail_id = $1) and mail_id <> $1 order by mail_id desc limit 20', [mail.id])));
    }
    const [all, digest] = [at(took.all, 0.5), at(took.digest, 0.5)];
    console.log(`duplicates: ${rows} mails, digest, message and text p50 ${all.toFixed(1)} ms, p95 ${at(took.all, 0.95).toFixed(1)} ms; digest alone p50 ${digest.toFixed(1)} ms; ratio ${(all / digest).toFixed(1)}`);
    const { rows: plan } = await client.query(`explain (analyze, buffers, costs off, timing off, summary off) select found.mail_id, count(*) as shared from unnest($1::bigint[]) as own(key) cross join lateral (select mail_id from text_band where text_band.key = own.key and mail_id > $2 order by mail_id desc limit 20) found group by found.mail_id order by shared desc limit 8`, [[...bandKeys(textPrint(letterOf(3)))], firstIdAt(new Date(0))]);
    console.log(plan.map((line) => `  ${line['QUERY PLAN']}`).join('\n'));
  } finally {
    await client.end();
    await store.close();
    await database.drop();
  }
}

/** Every tenth is one of the form's letters; all others have bands that nobody shares. Ids grow with time, as minted ones do. */
async function fill(client, rows) {
  const prints = Array.from({ length: forms }, (_, n) => textPrint(letterOf(n)));
  await client.query('alter table mail disable trigger user');
  await client.query('alter table text_band drop constraint text_band_pkey; alter table text_band drop constraint text_band_mail_id_fkey; drop index text_band_mail');
  await client.query('create temp table form (n int primary key, text text, signature int[], keys bigint[])');
  for (const [n, print] of prints.entries()) await client.query('insert into form values ($1, $2, $3, $4)', [n, letterOf(n), print, bandKeys(print)]);
  await client.query(`create temp table one as select n, (lpad(to_hex(1750000000000 + n * 1000), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid as id, (n / 10) % ${forms} as form, n % 10 = 0 as formed from generate_series(1, $1::bigint) n`, [rows]);
  await client.query(`insert into mail (id, entity_id, category, state, channel, subject, proposals, read_text, readers, listers, created_at)
    select id, 'default', 'incoming', 'closed', 'post', 'Objet', '{}', case when formed then form.text else '' end, array['GROUP_GEC_COURRIER'], array['GROUP_GEC_COURRIER'], timestamptz '2025-06-15' + one.n * interval '1 second'
    from one left join form on form.n = one.form`);
  await client.query(`insert into document (id, mail_id, position, role, name, media_type, size, sha512, pages, warnings) select gen_random_uuid(), id, 1, 'main', 'd', 'application/pdf', 1, md5(n::text), 1, '[]' from one`);
  await client.query(`insert into text_print select id, 'default', signature from one join form on form.n = one.form where formed`);
  await client.query(`insert into text_band select key, id from (
      select unnest(keys) as key, id from one join form on form.n = one.form where formed
      union all select ('x' || left(md5(n || '-' || band), 16))::bit(64)::bigint, id from one, generate_series(1, 24) band where not formed) bands order by key, id`);
  await client.query('alter table text_band add primary key (key, mail_id); create index text_band_mail on text_band (mail_id)');
  await client.query('alter table mail enable trigger user');
  for (const table of ['mail', 'document', 'text_print', 'text_band']) await client.query(`vacuum analyze ${table}`);
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
function at(times, share) {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
}
