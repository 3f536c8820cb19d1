import { setTimeout as pause } from 'node:timers/promises';
import { headGroup } from '@bannette/domain';
import { demoPeople, endCurrentUse, type Running } from '@bannette/server';
import type { Colleague } from './client.js';

interface Campaign {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly work?: { readonly failure?: object };
  readonly counts: { readonly destroy: number };
  readonly documents: number;
  readonly refusals: readonly { readonly code: string }[];
  readonly manifestSha512?: string;
  readonly signatures: readonly { readonly service: string; readonly by?: object }[];
}

const archivist = 'hortense.aubry';
/** Invitations and requests for information of an older register: their year is long over. */
const rows = ['CHR-05', 'CHR-06'];

/**
 * A campaign of elimination, from its first day until it lies before the archivist: each step by who does it in the house.
 * Where nothing could be frozen it stays as it is, for whoever looks at it.
 */
export async function playCampaign(running: Running, colleagues: ReadonlyMap<string, Colleague>, today: string): Promise<boolean> {
  const [odile, bertrand] = [colleagues.get('odile.charpentier'), colleagues.get('bertrand.lacaze')];
  if (!odile || !bertrand || !colleagues.has(archivist)) throw new Error('The demo’s people have nobody for a campaign');
  if ((await odile.get<{ readonly items: readonly unknown[] }>('/campaigns')).items.length) return false;
  await endCurrentUse(running.house);
  await recordsAreDated(running);
  let campaign = await odile.post<Campaign>('/campaigns', { title: 'Invitations et demandes de renseignements échues', until: today, rows, services: [] });
  const { id } = campaign;
  const act = async (who: Colleague, step: string, body: object = {}): Promise<void> => {
    campaign = await who.post<Campaign>(`/campaigns/${id}/${step}`, { revision: campaign.revision, ...body });
    for (let tries = 0; tries < 240 && campaign.work && !campaign.work.failure; tries++) {
      await pause(500);
      campaign = await who.get<Campaign>(`/campaigns/${id}`);
    }
  };
  await act(odile, 'analyse');
  if (!campaign.counts.destroy || campaign.refusals.length) return false;
  await act(odile, 'freeze');
  if (campaign.state !== 'frozen') return false;
  const list = { items: campaign.counts.destroy, manifestSha512: campaign.manifestSha512 };
  await act(odile, 'validate', { ...list, documents: campaign.documents });
  await act(bertrand, 'approve', list);
  for (const { service, by } of campaign.signatures) {
    const head = by ? undefined : await headOf(colleagues, service);
    if (head) await act(head, 'sign', { service, manifestSha512: campaign.manifestSha512 });
  }
  campaign = await odile.get<Campaign>(`/campaigns/${id}`);
  if (campaign.signatures.some(({ by }) => !by)) return false;
  await act(odile, 'submit', { archivists: [archivist] });
  return true;
}

/** Records are made in the background; what is not ready within two minutes comes into another campaign. */
async function recordsAreDated({ house: { store: { db } } }: Running): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const left = await db.selectFrom('mail_record').innerJoin('mail', 'mail.id', 'mail_id').select((eb) => eb.fn.countAll<number>().as('count')).where('retention_row', 'in', rows).where('mail_record.state', '=', 'ending').where('mail_record.failure', 'is', null).executeTakeFirstOrThrow();
    if (!Number(left.count)) return;
    await pause(1000);
  }
}

async function headOf(colleagues: ReadonlyMap<string, Colleague>, service: string): Promise<Colleague | undefined> {
  const head = (await demoPeople()).find(({ groups }) => groups.includes(headGroup(service)));
  return head && colleagues.get(head.id);
}
