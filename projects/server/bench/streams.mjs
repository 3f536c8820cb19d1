// What open pages cost: 2,000 streams on one process of Bannette (a process of its own, database and repository beside it),
// in memory and processor, idle and while mails change; and how long it takes from a commit until the last page has heard of
// it. BENCH_STREAMS for another number. Beside it, in the same run, what it would cost that as many pages ask every 15 s
// instead.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newId } from '@bannette/store';
import { startTestPostgres } from '../../../scripts/lib/test-postgres.mjs';
import { percentiles } from './house.mjs';

const streams = Number(process.env.BENCH_STREAMS ?? 2_000);
const seconds = 20;
const postgres = await startTestPostgres();
process.env.BANNETTE_TEST_POSTGRES = postgres.url;
const { startTestHouse } = await import('../dist/testing/index.js');
const house = await startTestHouse({ records: false });
// Its people in a process of their own, so that what is measured is the streams' process alone.
const child = spawn(process.execPath, [fileURLToPath(new URL('../bin/bannette.js', import.meta.url)), 'serve'], { env: { PATH: process.env.PATH, ...house.environment({ BANNETTE_LOG_LEVEL: 'info' }) }, stdio: ['ignore', 'pipe', 'inherit'] });
const url = await new Promise((resolve, reject) => {
  let text = '';
  child.stdout.on('data', (piece) => {
    const found = /"url":"([^"]+)".*"msg":"Bannette is open"/.exec((text = (text + piece).slice(-100_000)))?.[1];
    if (found) resolve(found);
  });
  child.once('exit', (code) => reject(new Error(`Bannette ended (${code})`)));
});
const open = [];
try {
  const people = ['sophie.martel', 'clara.moreau', 'lucie.perrot', 'marc.delmas'];
  const clients = await Promise.all(people.map((person) => house.client(person, url)));
  // As many tickets as there are pages of a person: Bannette lets nobody have more than a few.
  const tickets = [];
  const each = 8;
  const accounts = await benchPeople(Math.ceil(streams / each));
  for (const account of accounts) tickets.push(await signIn(account));

  const idle = await cost(seconds);
  const before = memory();
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  for (let at = 0; at < streams; at += 50) await Promise.all(Array.from({ length: Math.min(50, streams - at) }, (_, more) => stream(tickets[Math.floor((at + more) / each)], agent)));
  await pause(3_000);
  const withStreams = memory();
  const quiet = await cost(seconds);
  console.log(`streams: ${open.length} open: ${((withStreams - before) / open.length).toFixed(1)} KiB each (${Math.round(before / 1024)} MiB before, ${Math.round(withStreams / 1024)} MiB with them), ${(quiet - idle).toFixed(1)} % of a core while nothing happens (${idle.toFixed(1)} % without them)`);

  const heard = [];
  const started = performance.now();
  const cpu = cpuOf();
  const changes = 30;
  for (let change = 0; change < changes; change++) {
    const id = newId();
    const waiting = Promise.all(open.map((page) => page.hears(id)));
    const at = performance.now();
    await house.store.transaction({ entityId: 'default', actor: 'bench' }, async (tx) => {
      await tx.trx.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'closed', channel: 'post', proposals: '{}', read_text: '', copies: [], confidentiality: 0, readers: ['GROUP_GEC_S_ROUTES'], listers: ['GROUP_GEC_S_ROUTES'] }).execute();
      tx.append({ type: 'mail.noted', subjectKind: 'mail', subjectId: id });
    });
    await waiting;
    heard.push(performance.now() - at);
    await pause(100);
  }
  const took = (performance.now() - started) / 1000;
  const { p50, p95 } = percentiles(heard);
  console.log(`streams: a change reaches all ${open.length} pages in ${p50.toFixed(0)} ms (p95 ${p95.toFixed(0)}), ${(changes / took).toFixed(1)} changes a second at ${(((cpuOf() - cpu) / took) * 100).toFixed(0)} % of a core`);

  for (const page of open.splice(0)) page.close();
  await pause(2_000);
  const asks = Math.round(streams / 15);
  const polling = await cost(10, async () => {
    for (let second = 0; second < 10; second++) {
      const begun = performance.now();
      await Promise.all(Array.from({ length: asks }, (_, at) => clients[at % clients.length].get('/trays')));
      await pause(Math.max(0, 1000 - (performance.now() - begun)));
    }
  });
  console.log(`streams: as many pages that ask for their trays every 15 s cost ${polling.toFixed(0)} % of a core`);
} finally {
  for (const page of open) page.close();
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  await house.close();
  await postgres.stop();
}

/** Resident memory in KiB. */
function memory() {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0);
}

/** Seconds of a core that the process has used. */
function cpuOf() {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** How much of a core the process uses, in percent. */
async function cost(forSeconds, meanwhile = () => pause(forSeconds * 1000)) {
  const [cpu, started] = [cpuOf(), performance.now()];
  await meanwhile();
  return ((cpuOf() - cpu) / ((performance.now() - started) / 1000)) * 100;
}

/** Accounts of the service that treats roads. */
async function benchPeople(count) {
  const names = Array.from({ length: count }, (_, at) => `bench.page${at}`);
  for (const name of names) await makePerson(name);
  return names;
}

async function makePerson(id) {
  const headers = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`, 'content-type': 'application/json' };
  const api = `${house.alfrescoUrl}/alfresco/api/-default-/public/alfresco/versions/1`;
  await fetch(`${api}/people`, { method: 'POST', headers, body: JSON.stringify({ id, firstName: id, email: `${id}@lys.example`, password: 'bannette' }) });
  await fetch(`${api}/groups/GROUP_GEC_S_ROUTES/members`, { method: 'POST', headers, body: JSON.stringify({ id, memberType: 'PERSON' }) });
}

async function signIn(userId) {
  const answer = await fetch(`${house.alfrescoUrl}/alfresco/api/-default-/public/authentication/versions/1/tickets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userId, password: 'bannette' }) });
  return (await answer.json()).entry.id;
}

function stream(ticket, agent) {
  return new Promise((resolve, reject) => {
    const request = get(`${url}/bannette/api/v1/live`, { agent, headers: { authorization: `Basic ${Buffer.from(ticket).toString('base64')}` } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`a stream answered ${response.statusCode}`));
      const waiting = new Map();
      let text = '';
      response.on('data', (piece) => {
        text = (text + piece).slice(-4000);
        for (const [id, done] of waiting) {
          if (!text.includes(id)) continue;
          waiting.delete(id);
          done();
        }
      });
      response.on('error', () => undefined);
      open.push({ hears: (id) => new Promise((done) => waiting.set(id, done)), close: () => request.destroy() });
      resolve();
    });
    request.on('error', reject);
  });
}
