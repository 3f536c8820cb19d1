import { randomUUID } from 'node:crypto';
import { addMonths } from '@bannette/domain';
import type { Colleague } from './client.js';

interface Line {
  readonly id: string;
  readonly chrono?: string;
  readonly service?: string;
  readonly masked: boolean;
  readonly state: string;
}

const service = 'ROUTES';
const most = 3;

/** A lawsuit: the head of a service puts its letters into an affair and holds that, so that nothing of it is eliminated meanwhile. */
export async function playHold(colleagues: ReadonlyMap<string, Colleague>, today: string): Promise<boolean> {
  const marc = colleagues.get('marc.delmas');
  if (!marc) throw new Error('The demo’s people have no head of the roads');
  const { items } = await marc.get<{ items: readonly Line[] }>('/search?q=route&limit=50');
  const letters = items.filter((line) => line.service === service && line.chrono && !line.masked && line.state !== 'voided').slice(0, most);
  if (!letters.length) return false;
  const affair = await marc.post<{ id: string }>('/affairs', { title: 'Recours contre les travaux de la rue des Tanneurs', service });
  for (const { id } of letters) await marc.put(`/mails/${id}/affair`, { affair: affair.id });
  await marc.post('/holds', { key: randomUUID(), kind: 'litigation', title: 'Recours rue des Tanneurs', reason: 'Recours devant le tribunal administratif : toutes les pièces sont à produire.', reviewOn: addMonths(today, 6), scope: { kind: 'affair', id: affair.id } });
  return true;
}
