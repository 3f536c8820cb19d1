// Search as one types among 1,000,000 correspondents, by the function that the API calls, against plain pg_trgm (`%` by
// likeness, and ILIKE) over the same rows in the same run. BENCH_ROWS for fewer; a database that was filled is used again by
// BENCH_DATABASE.
import { searchNameOf } from '@bannette/domain';
import { newId, openStore } from '@bannette/store';
import { createTestDatabase } from '@bannette/store/testing';
import pg from 'pg';
import { startTestPostgres } from '../../../scripts/lib/test-postgres.mjs';
import { keysOf } from '../dist/correspondents/keys.js';
import { searchCorrespondents } from '../dist/correspondents/search.js';
import { misheard, randomOf, somebody } from './people.mjs';

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const mails = Math.round(rows / 5);
const atOnce = 5_000;
const limit = 20;
const known = process.env.BENCH_DATABASE;

const server = !known && !process.env.BANNETTE_TEST_POSTGRES ? await startTestPostgres() : undefined;
if (server) process.env.BANNETTE_TEST_POSTGRES = server.url;
const database = known ? { url: known, drop: async () => undefined } : await createTestDatabase();
if (process.env.BENCH_KEEP) console.log(database.url);
const client = new pg.Client({ connectionString: database.url });
await client.connect();
const store = await openStore({ databaseUrl: database.url, poolSize: 2 });
const house = { entityId: 'default', store };
const mailRoom = { id: 'clara', displayName: 'Clara', groups: ['GROUP_GEC_COURRIER'] };
const agent = { id: 'sophie', displayName: 'Sophie', groups: ['GROUP_GEC_S_ROUTES'] };
try {
  if (!known) await fill();
  const asked = questions();
  for (const [who, person] of [['mail room', mailRoom], ['service', agent]]) {
    for (const [kind, texts] of Object.entries(asked)) await tell(`${who}, ${kind}`, texts, (text) => searchCorrespondents(house, person, text, limit));
    await tell(`${who}, all`, Object.values(asked).flat(), (text) => searchCorrespondents(house, person, text, limit));
  }
  const found = (sql) => async (text) => (await client.query(sql, [text])).rows;
  const folded = Object.values(asked).flat().map((text) => searchNameOf({ name: text }));
  const fewer = folded.filter((_, at) => at % 8 === 0);
  await tell('pg_trgm %, all', fewer, found(`select * from correspondent where entity_id = 'default' and merged_into is null and search_name % $1 order by similarity(search_name, $1) desc limit ${limit}`));
  await tell('ILIKE %…%, all', fewer, found(`select * from correspondent where entity_id = 'default' and merged_into is null and search_name ilike '%' || $1 || '%' order by search_name limit ${limit}`));
} finally {
  await client.end();
  await store.close();
  if (!process.env.BENCH_KEEP) await database.drop();
  await server?.stop();
}

async function fill() {
  const started = performance.now();
  await client.query('drop index correspondent_keys; drop index correspondent_keyless; drop index correspondent_name');
  await client.query('alter table mail disable trigger user');
  const random = randomOf(4711);
  for (let done = 0; done < rows; done += atOnce) {
    const people = Array.from({ length: Math.min(atOnce, rows - done) }, () => somebody(random));
    const column = (of) => people.map(of);
    await client.query(
      `insert into correspondent (id, entity_id, kind, name, search_name, postcode, city, card, siret, search_keys)
       select id, 'default', kind, name, search_name, postcode, city, card::jsonb, siret, array_to_tsvector(string_to_array(keys, ' ')) || case when kind = 'individual' then ''::tsvector else array_to_tsvector(array['@*']) end
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) as one (id, kind, name, search_name, postcode, city, card, siret, keys)`,
      [column(() => newId()), column((one) => one.kind), column((one) => one.name), column((one) => searchNameOf({ name: one.givenName ? `${one.name} ${one.givenName}` : one.name })), column((one) => one.postcode), column((one) => one.town), column((one) => JSON.stringify(one.givenName ? { givenName: one.givenName } : {})), column((one) => one.siret ?? null), column((one) => keysOf([one.name, one.givenName ?? '']).join(' '))],
    );
  }
  await client.query(
    `insert into mail (id, entity_id, category, state, channel, register, year, number, chrono, subject, type, correspondent_id, correspondent, service, tray, readers, listers, received_at)
     select gen_random_uuid(), 'default', 'incoming', 'closed', 'post', 'bench', 2026, n, 'B-' || n, 'Objet', 'VOIRIE', one.id, jsonb_build_object('kind', one.kind, 'name', one.name), s, lower(s), array['GROUP_GEC_COURRIER', 'GROUP_GEC_S_' || s], array['GROUP_GEC_COURRIER'], date '2026-01-01'
     from (select id, kind, name, row_number() over (order by id) as n from correspondent tablesample bernoulli (${(100 * mails) / rows}) repeatable (4711)) one, lateral (select case when n % 10 = 0 then 'ROUTES' else 'DGS' end) as service (s)`,
  );
  await client.query(`update correspondent set search_keys = search_keys || known.keys from (select correspondent_id, array_to_tsvector(array_agg(distinct '@' || reader)) as keys from mail, unnest(readers) as reader group by 1) known where known.correspondent_id = correspondent.id and kind = 'individual'`);
  await client.query(`
    create index correspondent_keys on correspondent using gin (search_keys) where merged_into is null;
    create index correspondent_keyless on correspondent (id) where search_keys is null;
    create index correspondent_name on correspondent (entity_id, search_name text_pattern_ops);
    create extension if not exists pg_trgm;
    create index bench_trgm on correspondent using gin (search_name gin_trgm_ops);
    alter table mail enable trigger user`);
  await client.query('vacuum analyze correspondent');
  await client.query('vacuum analyze mail');
  console.log(`correspondents: ${rows} made in ${Math.round((performance.now() - started) / 1000)} s`);
}

/** What is typed, letter by letter from the second on, for people drawn at random, and for the most common names. */
function questions() {
  const random = randomOf(815);
  const drawn = Array.from({ length: 60 }, () => somebody(random));
  const typing = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(0, at + 2)).filter((part) => part.trim().length > 1);
  const people = drawn.filter(({ givenName }) => givenName);
  return {
    'name, letter by letter': people.slice(0, 12).flatMap(({ name, givenName }) => typing(`${name} ${givenName}`)),
    'given name first': people.slice(12, 22).flatMap(({ name, givenName }) => typing(`${givenName} ${name}`)),
    'most common names': ['Martin', 'Bernard', 'Martin Jean', 'Jean Martin', 'Petit Marie', 'marie petit', 'Thomas Pierre'].flatMap(typing),
    'two and three letters': ['ma', 'mar', 'du', 'le', 'la', 'be', 'ber', 'saint', 'ma je', 'je ma', 'du ma', 'le ro', 'mar jea', 'be an', 'a b', 'j m'],
    'as it sounds': people.slice(22, 40).map(({ name, givenName }) => misheard(`${name} ${givenName}`.toLowerCase())),
    organisations: drawn.filter(({ givenName }) => !givenName).slice(0, 8).flatMap(({ name }) => typing(name)).concat(['mairie', 'mairie de', 'mairie saint', 'garage mart', 'transports']),
    numbers: ['73282932000074', '10 000 000 000 040', 'F-0042', '12 rue haute 35000', 'martin 35000'],
  };
}

async function tell(what, texts, ask) {
  const took = [];
  let hits = 0;
  for (const text of texts) {
    const started = performance.now();
    if ((await ask(text)).length) hits++;
    took.push([performance.now() - started, text]);
  }
  took.sort((a, b) => a[0] - b[0]);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))][0].toFixed(1);
  console.log(`correspondents: ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms (${took.at(-1)[1]}), ${texts.length} questions, ${hits} answered`);
}
