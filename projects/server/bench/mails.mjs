// Mails a second until they are in a tray and Alfresco has them, against the same minimal Alfresco calls alone
// (folder with properties and permissions, one upload, its bytes read back), by the same service account, in the same run.
import { Readable } from 'node:stream';
import { Gec } from '@bannette/alfresco';
import { inParallel, letter, openHouse, pause, signIn } from './house.mjs';

const count = Number(process.env.BENCH_MAILS ?? 60);
const width = 4;
const { running, stop } = await openHouse();
try {
  const { house, url } = running;
  const clara = await signIn(url, 'clara.moreau');
  const bytes = await letter('Objet : nid de poule sur la route départementale\n\nMonsieur le Président, la chaussée est dangereuse.');
  const items = Array.from({ length: count }, (_, index) => index);

  const bare = async (round) => inParallel(items, width, async (index) => {
    const folder = await house.repository.nodes.createFolder({ parentId: house.libraryId, relativePath: '2000/01/01', name: `bench-${round}-${index}`, type: Gec.types.incoming, properties: { [Gec.props.subject]: 'Nid de poule', [Gec.props.chrono]: `X-${index}` }, permissions: { inherit: false, entries: [{ authority: house.serviceAccount, role: 'Coordinator' }, { authority: 'GROUP_GEC_COURRIER', role: 'Consumer' }] } });
    const node = await house.repository.nodes.upload({ parentId: folder.id, name: `bench-${index}-1.pdf`, type: Gec.types.document, properties: {}, mediaType: 'application/pdf', size: bytes.length, content: () => Readable.from([bytes]) });
    await house.repository.nodes.digest(node.id, 'sha512');
  });

  const whole = async (round) => inParallel(items, width, async (index) => {
    const form = new FormData();
    form.set('channel', 'email');
    form.set('files', new Blob([bytes]), `${round}-${index}.pdf`);
    const { id } = await clara.ask('/deposits', { method: 'POST', body: form });
    let deposit;
    do {
      await pause(20);
      deposit = await clara.ask(`/deposits/${id}`);
    } while (!deposit.mails.length);
    const mail = deposit.mails[0].id;
    await clara.post(`/mails/${mail}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Jean Petit' }, subject: 'Nid de poule', receivedAt: '2026-01-05' });
    for (;;) {
      const seen = await clara.ask(`/mails/${mail}`);
      if (seen.tray && seen.mirror === 'applied') return;
      await pause(20);
    }
  });

  await bare('warm');
  await whole('warm');
  const rounds = [];
  for (let round = 0; round < 3; round++) rounds.push({ bare: count / (await bare(round)), whole: count / (await whole(round)) });
  rounds.sort((a, b) => a.whole / a.bare - b.whole / b.bare);
  const { bare: alone, whole: through } = rounds[1];
  console.log(`mails: ${through.toFixed(1)}/s from deposit to tray and stored, ${alone.toFixed(1)}/s for the same Alfresco calls alone, ratio ${(through / alone).toFixed(2)} (median of 3 rounds of ${count}, ${width} at a time)`);
} finally {
  await stop();
}
