import { setTimeout as pause } from 'node:timers/promises';
import { endCurrentUse, type Running } from '@bannette/server';
import type { Colleague } from './client.js';
import { sortedRow } from './schedule.js';

interface Sorting {
  readonly id: string;
  readonly revision: number;
  readonly mails: number;
}

const archivist = 'hortense.aubry';

/** A sorting of the one row that asks for it, as it lies before the archivist; none where no mail of it is due. */
export async function playSorting(running: Running, colleagues: ReadonlyMap<string, Colleague>): Promise<boolean> {
  const odile = colleagues.get('odile.charpentier');
  if (!odile || !colleagues.has(archivist)) throw new Error('The demo’s people have nobody for a sorting');
  if ((await odile.get<{ readonly items: readonly unknown[] }>('/sortings')).items.length) return false;
  await endCurrentUse(running.house);
  await recordsAreDated(running);
  const scope = { row: sortedRow, rule: { by: 'rank', every: 2, first: 1 }, services: [] };
  const { kept, notKept } = await odile.post<{ readonly kept: { readonly mails: number }; readonly notKept: { readonly mails: number } }>('/sorting-previews', scope);
  if (!kept.mails || !notKept.mails) return false;
  const { id, revision } = await odile.post<Sorting>('/sortings', { ...scope, title: 'Dérogations de sectorisation échues', criterion: 'Échantillon d’un dossier sur deux, témoin des demandes des familles et des réponses du Département' });
  await odile.post(`/sortings/${id}/propose`, { revision, archivists: [archivist] });
  return true;
}

/** Records are made in the background; what is not ready within two minutes comes into another sorting. */
async function recordsAreDated({ house: { store: { db } } }: Running): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const left = await db.selectFrom('mail_record').innerJoin('mail', 'mail.id', 'mail_id').select((eb) => eb.fn.countAll<number>().as('count')).where('retention_row', '=', sortedRow).where('mail_record.state', '<>', 'dated').where('mail_record.failure', 'is', null).executeTakeFirstOrThrow();
    if (!Number(left.count)) return;
    await pause(1000);
  }
}
