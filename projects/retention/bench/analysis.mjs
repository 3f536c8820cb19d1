// Analysis and freezing of a campaign of 10,000 mails with a file each, beside the same reading back of every file's bytes
// alone, one at a time. One record is made as people make it; the others are copies of its rows in both databases.
// Needs BANNETTE_TEST_POSTGRES; a smaller number as first argument.
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { agreeRows } from '../../server/dist/testing/agreed-rows.js';
import { campaignsOf } from '../../server/dist/testing/campaigns.js';
import { startTestHouse } from '../../server/dist/testing/index.js';

const count = Number(process.argv[2] ?? 10_000);
const cluster = process.env.BANNETTE_TEST_POSTGRES;
const clock = { now: new Date('2026-06-10T09:00:00Z') };
const query = async (url, text, values) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
};
const databases = async () => (await query(cluster, 'select datname from pg_database')).map(({ datname }) => datname);
const columns = async (url, schema, table) => (await query(url, "select column_name from information_schema.columns where table_schema = $1 and table_name = $2 and is_identity = 'NO' and is_generated = 'NEVER'", [schema, table])).map(({ column_name }) => column_name);
const copy = async (url, schema, table, where, replaced) => {
  const names = await columns(url, schema, table);
  const quoted = names.map((name) => `"${name}"`).join(', ');
  await query(url, `insert into ${schema}.${table} (${quoted}) select ${names.map((name) => replaced[name] ?? `t."${name}"`).join(', ')} from ${schema}.${table} t, generate_series(1, ${count - 1}) g where ${where}`);
};
const made = (what) => `md5('${what}' || g)::uuid`;
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

const before = new Set(await databases());
const house = await startTestHouse();
const running = await house.serve({ BANNETTE_RECORDS_CRON: '0 0 1 1 *' }, { now: () => clock.now });
try {
  await agreeRows(house, running, [{ code: 'REC-01' }]);
  const campaigns = await campaignsOf(house, running, clock);
  const [id] = await campaigns.due([{ trigger: '2018-05-04' }]);
  const [{ node_id: node }] = await query(house.databaseUrl, 'select node_id from record_part where mail_id = $1', [id]);
  for (const name of (await databases()).filter((each) => !before.has(each))) {
    const url = Object.assign(new URL(cluster), { pathname: `/${name}` }).href;
    if ((await query(url, 'select 1 from embedded.node where id = $1', [node]).catch(() => [])).length) await copy(url, 'embedded', 'node', `t.id = '${node}'`, { id: made('node'), name: "'c-' || g || '.pdf'" }).then(() => query(url, 'analyze'));
  }
  await query(house.databaseUrl, 'alter table mail disable trigger user');
  await copy(house.databaseUrl, 'public', 'mail', `t.id = '${id}'`, { id: made('mail'), chrono: "'C-' || g", number: '100000 + g', node_name: "'C-' || g", node_id: `${made('folder')}::text` });
  await query(house.databaseUrl, 'alter table mail enable trigger user');
  await copy(house.databaseUrl, 'public', 'document', `t.mail_id = '${id}'`, { id: made('document'), mail_id: made('mail'), node_id: `${made('node')}::text` });
  await copy(house.databaseUrl, 'public', 'mail_record', `t.mail_id = '${id}'`, { mail_id: made('mail') });
  await copy(house.databaseUrl, 'public', 'record_part', `t.mail_id = '${id}'`, { mail_id: made('mail'), node_id: `${made('node')}::text`, document_id: made('document') });
  await query(house.databaseUrl, 'analyze');

  const draft = await campaigns.in('draft', { maxItems: Math.min(count, 10_000) });
  // A machine that is busy may answer late: what is asked is how far it is, so it is asked again.
  const seen = () => campaigns.odile.get(`/campaigns/${draft.id}`).catch(() => ({}));
  const comesTo = async (state) => {
    for (let now = await seen(); ; now = await seen()) {
      if (now.state === state) return now;
      await delay(2000);
    }
  };
  let since = performance.now();
  await campaigns.odile.post(`/campaigns/${draft.id}/analyse`, { revision: draft.revision });
  const analysed = await comesTo('analysed');
  console.log(`analysis: ${count} mails in ${seconds(since)} s; ${JSON.stringify(analysed.counts)}`);

  since = performance.now();
  const sample = await query(house.databaseUrl, 'select node_id from record_part order by node_id limit 1000');
  for (const { node_id } of sample) {
    await running.house.repository.nodes.get(node_id);
    const { stream } = await running.house.repository.nodes.content(node_id);
    const hash = createHash('sha512');
    for await (const chunk of stream) hash.update(chunk);
    hash.digest('hex');
  }
  const alone = (performance.now() - since) / sample.length;

  since = performance.now();
  await campaigns.odile.post(`/campaigns/${draft.id}/freeze`, { revision: analysed.revision });
  const frozen = await comesTo('frozen');
  const each = (performance.now() - since) / frozen.items;
  console.log(`freezing: ${frozen.items} mails in ${seconds(since)} s, ${each.toFixed(1)} ms each; reading back alone, one at a time: ${alone.toFixed(1)} ms each; ratio ${(alone / each).toFixed(2)}`);
} finally {
  await house.close();
}
