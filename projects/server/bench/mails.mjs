// Mails a second from qualification until they are in a tray and Alfresco has them, against the same minimal Alfresco calls alone
// (folder with properties and permissions, the same two files uploaded side by side, their bytes read back), by the same
// service account, in the same run; then once more over an Alfresco that takes its time, as a real one does. The calls alone are
// made twice: with the properties that a registered mail and its documents have, which is the same work for Alfresco, and with
// two properties, which is the least that makes a folder. Neither keeps anything elsewhere: no number, journal, tray or clock.
// Beside the clock it tells the processor that each mail takes, part by part, which a loaded machine changes little.
import { randomUUID } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Gec } from '@bannette/alfresco';
import { sql } from 'kysely';
import { inParallel, letter, openHouse, pause, signIn } from './house.mjs';
import { followProcessor, tellProcessor } from './processor.mjs';

const count = Number(process.env.BENCH_MAILS ?? 60);
const width = Number(process.env.BENCH_CLIENTS ?? 8);
for (const answersIn of (process.env.BENCH_ANSWERS_IN ?? '0,100').split(',').map(Number)) await measure(answersIn ? ` with an Alfresco that answers in ${answersIn} ms` : '', { answersIn });

async function measure(against, kind) {
  const { running, stop } = await openHouse(kind);
  const processor = followProcessor(running.databaseUrl);
  try {
    const { house, url } = running;
    const clara = await signIn(url, 'clara.moreau');
    const items = Array.from({ length: count }, (_, index) => index);

    let like = { files: [] };
    const bare = async (round, whole) => inParallel(items, width, async (index) => {
      const own = whole ? { ...like.properties, [Gec.props.id]: randomUUID() } : { [Gec.props.subject]: 'Nid de poule' };
      const folder = await house.repository.nodes.createFolder({ parentId: house.libraryId, relativePath: '2000/01/01', name: `bench-${round}-${whole}-${index}`, type: Gec.types.incoming, properties: { ...own, [Gec.props.chrono]: `X-${index}` }, permissions: like.permissions });
      await Promise.all(like.files.map(async ({ file, properties }, at) => {
        const node = await house.repository.nodes.upload({ parentId: folder.id, name: `bench-${index}-${at}.pdf`, type: Gec.types.document, properties: whole ? { ...properties, [Gec.props.id]: randomUUID() } : {}, mediaType: 'application/pdf', size: file.length, content: () => Readable.from([file]) });
        await house.repository.nodes.digest(node.id, 'sha512');
      }));
    });

    /** Deposits and reads first: how long reading takes is the other benchmark's. */
    const captured = async (round) => {
      const mails = [];
      const seconds = await inParallel(items, width, async (index) => {
        const form = new FormData();
        form.set('channel', 'email');
        form.set('files', new Blob([await letter(words(round, index))]), `${round}-${index}.pdf`);
        const { id } = await clara.ask('/deposits', { method: 'POST', body: form });
        let deposit;
        do {
          await pause(20);
          deposit = await clara.ask(`/deposits/${id}`);
        } while (!deposit.mails.length);
        mails.push(deposit.mails[0].id);
      });
      return { mails, seconds };
    };

    /** One look for all that wait, when something was stored, so that looking takes no time from what is measured. */
    const waiting = new Map();
    let looking;
    let again = false;
    const look = async () => {
      do {
        again = false;
        const rows = await house.store.db.selectFrom('mail').select('id').where('id', '=', (eb) => eb.fn.any(eb.val([...waiting.keys()]))).where('tray', 'is not', null).whereRef('applied_version', '=', 'desired_version').execute();
        for (const { id } of rows) waiting.get(id)();
      } while (again);
      looking = undefined;
    };
    const lookSoon = () => (looking ? (again = true) : (looking = look()));
    const stored = async (mails) => {
      const deaf = house.store.announcements.subscribe(lookSoon, ['mail.stored']);
      const besides = setInterval(lookSoon, 500);
      const seconds = await inParallel(mails, width, async (mail) => {
        const there = new Promise((resolve) => waiting.set(mail, () => waiting.delete(mail) && resolve()));
        await clara.post(`/mails/${mail}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Jean Petit' }, subject: 'Nid de poule', receivedAt: '2026-01-05' });
        await there;
      });
      clearInterval(besides);
      deaf();
      await looking;
      return seconds;
    };

    const warm = await captured('warm');
    const files = await filesOf(house, warm.mails[0]);
    await stored(warm.mails);
    like = await storedLike(house, warm.mails[0], files);
    await bare('warm', true);
    const measured = async (work) => {
      await quiet(); // what came before leaves something to be done
      const before = processor.now();
      const seconds = await work();
      return { seconds, told: tellProcessor(before, processor.now(), count) };
    };
    const quiet = async () => {
      do await pause(1500);
      while ((await sql`select from graphile_worker.jobs where run_at <= now() and attempts < max_attempts limit 1`.execute(house.store.db)).rows.length);
    };
    const rounds = [];
    for (let round = 0; round < 3; round++) {
      const least = await bare(round, false);
      const { seconds: alone, told: bareProcessor } = await measured(() => bare(round, true));
      const capture = await captured(round);
      const { seconds: storing, told: ownProcessor } = await measured(() => stored(capture.mails));
      rounds.push({ alone, least, reading: capture.seconds, storing, bareProcessor, ownProcessor });
    }
    rounds.sort((a, b) => a.storing / a.alone - b.storing / b.alone);
    const { alone, least, reading, storing, bareProcessor, ownProcessor } = rounds[1];
    const rate = (seconds) => (count / seconds).toFixed(1);
    console.log(`mails${against}: ${rate(storing)}/s from qualification to tray and stored, ${rate(alone)}/s for the same Alfresco calls alone, ratio ${(alone / storing).toFixed(2)}; ${rate(least)}/s with two properties, ratio ${(least / storing).toFixed(2)} (median of 3 rounds of ${count}, ${width} at a time)`);
    console.log(`mails${against}: ${ownProcessor}\nmails${against}, calls alone: ${bareProcessor}\nload ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`);
    if (!against) console.log(`mails: ${rate(reading)}/s from deposit of a text PDF until it has been read`);
  } finally {
    processor.stop();
    await stop();
  }
}

/** No two alike: looking for doubles is not what is measured, and letters that are all the same are doubles of one another. */
function words(round, index) {
  const own = Array.from({ length: 60 }, () => randomUUID().slice(0, 8)).join(' ');
  return `Objet : nid de poule sur la route départementale\n\nMonsieur le Président, la chaussée est dangereuse. ${round} ${index} ${own}`;
}

/** What is stored of a mail: the letter as it came and its archive copy. */
async function filesOf(house, mail) {
  const { spool_key, searchable_key } = await house.store.db.selectFrom('document').select(['spool_key', 'searchable_key']).where('mail_id', '=', mail).executeTakeFirstOrThrow();
  return Promise.all([spool_key, searchable_key].filter(Boolean).map((key) => buffer(house.spool.read(key))));
}

/** What Alfresco was told of a mail that is stored there: properties, permissions, and its files with theirs. */
async function storedLike(house, mail, files) {
  const { node_id } = await house.store.db.selectFrom('mail').select('node_id').where('id', '=', mail).executeTakeFirstOrThrow();
  const { node_id: original, searchable_node_id } = await house.store.db.selectFrom('document').select(['node_id', 'searchable_node_id']).where('mail_id', '=', mail).executeTakeFirstOrThrow();
  const { nodes } = house.repository;
  const told = async (id) => Object.fromEntries(Object.entries((await nodes.get(id)).properties).filter(([name]) => name.startsWith('gec:')));
  const { inherit, entries } = await nodes.permissions(node_id);
  const ids = [original, searchable_node_id].filter(Boolean);
  return { properties: await told(node_id), permissions: { inherit, entries }, files: await Promise.all(files.map(async (file, at) => ({ file, properties: await told(ids[at]) }))) };
}
