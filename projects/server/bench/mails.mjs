// Mails a second from qualification until they are in a tray and Alfresco has them, against the same minimal Alfresco calls alone
// (folder with properties and permissions, the same two files uploaded side by side, their bytes read back), by the same
// service account, in the same run; then once more over an Alfresco that takes its time, as a real one does.
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Gec } from '@bannette/alfresco';
import { inParallel, letter, openHouse, pause, signIn } from './house.mjs';

const count = Number(process.env.BENCH_MAILS ?? 60);
const width = Number(process.env.BENCH_CLIENTS ?? 8);
await measure('', {});
await measure(' with an Alfresco that answers in 100 ms', { answersIn: 100 });

async function measure(against, kind) {
  const { running, stop } = await openHouse(kind);
  try {
    const { house, url } = running;
    const clara = await signIn(url, 'clara.moreau');
    const bytes = await letter('Objet : nid de poule sur la route départementale\n\nMonsieur le Président, la chaussée est dangereuse.');
    const items = Array.from({ length: count }, (_, index) => index);

    let files = [];
    const bare = async (round) => inParallel(items, width, async (index) => {
      const folder = await house.repository.nodes.createFolder({ parentId: house.libraryId, relativePath: '2000/01/01', name: `bench-${round}-${index}`, type: Gec.types.incoming, properties: { [Gec.props.subject]: 'Nid de poule', [Gec.props.chrono]: `X-${index}` }, permissions: { inherit: false, entries: [{ authority: house.serviceAccount, role: 'Coordinator' }, { authority: 'GROUP_GEC_COURRIER', role: 'Consumer' }] } });
      await Promise.all(files.map(async (file, at) => {
        const node = await house.repository.nodes.upload({ parentId: folder.id, name: `bench-${index}-${at}.pdf`, type: Gec.types.document, properties: {}, mediaType: 'application/pdf', size: file.length, content: () => Readable.from([file]) });
        await house.repository.nodes.digest(node.id, 'sha512');
      }));
    });

    /** Deposits and reads first: how long reading takes is the other benchmark's. */
    const captured = async (round) => {
      const mails = [];
      const seconds = await inParallel(items, width, async (index) => {
        const form = new FormData();
        form.set('channel', 'email');
        form.set('files', new Blob([bytes]), `${round}-${index}.pdf`);
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

    /** One look for all that wait, so that looking takes no time from what is measured. */
    const waiting = new Map();
    const look = async () => {
      const rows = waiting.size ? await house.store.db.selectFrom('mail').select('id').where('id', 'in', [...waiting.keys()]).where('tray', 'is not', null).whereRef('applied_version', '=', 'desired_version').execute() : [];
      for (const { id } of rows) waiting.get(id)();
    };
    const stored = async (mails) => {
      let over = false;
      const looking = (async () => {
        for (; !over; await pause(20)) await look();
      })();
      const seconds = await inParallel(mails, width, async (mail) => {
        await clara.post(`/mails/${mail}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Jean Petit' }, subject: 'Nid de poule', receivedAt: '2026-01-05' });
        await new Promise((resolve) => waiting.set(mail, () => waiting.delete(mail) && resolve()));
      });
      over = true;
      await looking;
      return seconds;
    };

    const warm = await captured('warm');
    files = await filesOf(house, warm.mails[0]);
    await stored(warm.mails);
    await bare('warm');
    const rounds = [];
    for (let round = 0; round < 3; round++) {
      const alone = await bare(round);
      const capture = await captured(round);
      rounds.push({ alone, reading: capture.seconds, storing: await stored(capture.mails) });
    }
    rounds.sort((a, b) => a.storing / a.alone - b.storing / b.alone);
    const { alone, reading, storing } = rounds[1];
    const rate = (seconds) => (count / seconds).toFixed(1);
    console.log(`mails${against}: ${rate(storing)}/s from qualification to tray and stored, ${rate(alone)}/s for the same Alfresco calls alone, ratio ${(alone / storing).toFixed(2)} (median of 3 rounds of ${count}, ${width} at a time)`);
    if (!against) console.log(`mails: ${rate(reading)}/s from deposit of a text PDF until it has been read`);
  } finally {
    await stop();
  }
}

/** What is stored of a mail: the letter as it came and its archive copy. */
async function filesOf(house, mail) {
  const { spool_key, searchable_key } = await house.store.db.selectFrom('document').select(['spool_key', 'searchable_key']).where('mail_id', '=', mail).executeTakeFirstOrThrow();
  return Promise.all([spool_key, searchable_key].filter(Boolean).map((key) => buffer(house.spool.read(key))));
}
