// From a scanner's folder to the queue and on to the tray, for one page; and how reading scales when a second process is
// started. Seconds are a clock's: on a busy machine they tell of the machine.
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { letterScan } from '@bannette/capture/testing';
import { startChild } from '../dist/testing/child.js';
import { loggerFor, readConfig, serveBannette } from '../dist/index.js';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { pause, percentiles, signIn } from './house.mjs';

const letters = Number(process.env.BENCH_PAGES ?? 16);
const dir = await mkdtemp(join(tmpdir(), 'bannette-bench-'));
await chmod(dir, 0o755); // the database's own account must get in
const own = { BANNETTE_DATA: dir, BANNETTE_PORT: '0', BANNETTE_LOG_LEVEL: 'silent', BANNETTE_READERS: '1', BANNETTE_SCANS_SETTLE_MS: '500' };
const config = readConfig(own);
const running = await serveBannette(config, loggerFor(config));
try {
  const clara = await signIn(running.url, 'clara.moreau');
  const { db } = running.house.store;
  const scan = async (mark) => (await letterScan(300, `Madame Jeanne Lefebvre\n14 rue des Tanneurs\n59140 Dunkerque\n\nObjet : nid-de-poule, dossier ${mark}\n\nMadame, Monsieur,\n\nLa chaussée est très abîmée devant chez moi. Je vous demande de bien vouloir la réparer.`)).jpeg({ quality: 80 }).withMetadata({ density: 300 }).toBuffer();
  const until = async (find) => {
    for (;;) {
      const found = await find();
      if (found) return found;
      await pause(20);
    }
  };
  const captured = () => db.selectFrom('mail').select(['id']).where('state', '=', 'toQualify').executeTakeFirst();

  const queue = [];
  const tray = [];
  for (let round = 0; round < 5; round++) {
    const path = join(config.scansDir, `page-${round}.jpg`);
    await writeFile(`${path}.part`, await scan(`seul-${round}`));
    const dropped = performance.now();
    await rename(`${path}.part`, path);
    const { id } = await until(captured);
    queue.push((performance.now() - dropped) / 1000);
    const confirmed = performance.now();
    await clara.post(`/mails/${id}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Jeanne Lefebvre' }, subject: 'Nid de poule', receivedAt: '2026-01-05' });
    await until(async () => (await db.selectFrom('mail').select('tray').where('id', '=', id).executeTakeFirstOrThrow()).tray);
    tray.push((performance.now() - confirmed) / 1000);
  }
  console.log(`one page: ${percentiles(queue).p50.toFixed(1)} s from the folder to the queue (0.5 s of them waiting for the scanner to end), ${percentiles(tray).p50.toFixed(2)} s from confirmation to the tray (median of 5)`);

  /** Seconds until so many letters are read, deposited at once. */
  const pile = async (mark) => {
    const files = await Promise.all(Array.from({ length: letters }, (_, index) => scan(`${mark}-${index}`)));
    const started = performance.now();
    for (const [index, bytes] of files.entries()) {
      const form = new FormData();
      form.set('channel', 'post');
      form.set('files', new Blob([bytes]), `${mark}-${index}.jpg`);
      await clara.ask('/deposits', { method: 'POST', body: form });
    }
    await until(async () => Number((await db.selectFrom('deposit_file').select((eb) => eb.fn.countAll().as('n')).where('original_name', 'like', `${mark}-%`).where('state', '=', 'read').executeTakeFirstOrThrow()).n) === letters);
    return (performance.now() - started) / 1000;
  };
  await pile('warm');
  const one = await pile('one');
  const second = startChild({ ...own, BANNETTE_LOG_LEVEL: 'info', BANNETTE_SCANS: join(dir, 'scans-2'), DATABASE_URL: running.databaseUrl, ALFRESCO_URL: running.alfrescoUrl });
  await second.opened;
  const two = await pile('two');
  await second.stop();
  console.log(`reading ${letters} letters: ${((letters * 60) / one).toFixed(0)} pages/min in one process of one reader, ${((letters * 60) / two).toFixed(0)} in two, ratio ${(one / two).toFixed(2)}`);
} finally {
  await running.stop();
  await rm(dir, { recursive: true, force: true });
}
