import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addDays, scannerSetting, type ScannerSetting, type Settings } from '@bannette/domain';
import type { Press } from '../letters/press.js';
import type { Leaf } from '../letters/pile.js';
import type { Colleague } from './client.js';

/** The mail room's three ways to scan: a production scanner whose software writes XML, a copier, and a feeder of one side. */
const profiles: readonly ScannerSetting[] = [
  { code: 'PRODUCTION', label: 'Scanner de production', folder: 'production', dpi: 300, colour: 'gray', mode: 'duplex', names: '{batch}', sidecar: { format: 'xml', name: '{name}.xml', required: true, waitS: 120, dates: 'dmy', fields: { batch: 'Lot/@numero', operator: 'Lot/Operateur', envelopes: 'Lot/@plis', scannedAt: 'Lot/Date', dpi: 'Lot/@ppp' } } },
  { code: 'COPIEUR', label: 'Copieur du 2e étage', folder: 'copieur-2e-etage', batchGapS: 60, dpi: 200, colour: 'gray', subFolders: [{ folder: 'Personnel', service: 'RH' }] },
  { code: 'CHARGEUR', label: 'Chargeur recto', folder: 'chargeur', mode: 'frontsThenBacks', dpi: 200, colour: 'gray', release: 'checked' },
].map((profile) => scannerSetting.parse(profile));

/** Makes the folders of the demo's scanners and publishes their profiles, unless there are others. */
export async function setUpScanners(admin: Colleague, scans: string): Promise<boolean> {
  const { settings, versions } = await admin.get<{ settings: Settings; versions: { [kind: string]: number } }>('/settings');
  if (settings.scanners.length) return false;
  for (const { folder } of profiles) await mkdir(join(scans, folder), { recursive: true });
  await admin.put('/settings/scanners', { data: profiles, comment: 'Scanners de la démonstration', basedOn: versions['scanners'] ?? 0 });
  return true;
}

/** What the scanners bring this morning: a batch that agrees, one with a gap, one with its XML, and a pile scanned side by side. */
export async function playScanners(clara: Colleague, press: Press, { authority }: Settings, entityId: string, today: string, scans: string): Promise<void> {
  const letter = (seed: number, kind: 'VOIRIE' | 'APA' | 'SUBVENTION' | 'RSA'): Leaf => ({ letter: { seed, kind, date: addDays(today, -2) } });
  const newLetter: Leaf = { sheet: { code: { kind: 'newLetter', value: '' }, label: 'Nouveau courrier' }, entityId, authority: authority.name };
  const pile = async (seed: number, leaves: readonly Leaf[]): Promise<Buffer> => (await press.pile({ seed, receivedAt: today, leaves })).bytes;
  const put = async (folder: string, name: string, bytes: Buffer | string): Promise<void> => {
    const path = join(scans, folder, name);
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
  };
  const announced = async (id: string, name: string, envelopes: number, bytes: Buffer): Promise<void> => {
    await clara.post('/batches', { id, name, scanner: 'COPIEUR', announcedEnvelopes: envelopes });
    await put('copieur-2e-etage', `${name}.pdf`, bytes);
    for (let tries = 0; tries < 600; tries++) {
      const { items } = await clara.get<{ items: { id: string; state: string; taking: boolean; revision: number; counts: { pages: number } }[] }>('/batches?scanner=COPIEUR');
      const batch = items.find((each) => each.id === id);
      if (batch && !batch.taking) return;
      if (batch && batch.counts.pages > 0) return void (await clara.post(`/batches/${id}/end`, { revision: batch.revision }).catch(() => undefined));
      await pause(500);
    }
  };
  await put('chargeur', 'rectos-versos.pdf', await pile(3300, [letter(3301, 'VOIRIE'), newLetter, letter(3302, 'APA'), 'blank', 'blank', 'blank']));
  await put('production', 'lot-0417.pdf', await pile(3310, [letter(3311, 'RSA'), newLetter, letter(3312, 'SUBVENTION')]));
  await put('production', 'lot-0417.xml', `<?xml version="1.0" encoding="UTF-8"?>\n<Lot numero="0417" plis="2" ppp="300"><Operateur>yann.lebrun</Operateur><Date>${today.split('-').reverse().join('/')} 08:42</Date></Lot>\n`);
  await announced('0d3e5ca0-0000-7000-8000-000000000a01', 'Courrier du matin', 2, await pile(3320, [letter(3321, 'APA'), newLetter, letter(3322, 'VOIRIE')]));
  await announced('0d3e5ca0-0000-7000-8000-000000000a02', 'Courrier de 10 heures', 3, await pile(3330, [letter(3331, 'SUBVENTION'), newLetter, letter(3332, 'APA')]));
}
