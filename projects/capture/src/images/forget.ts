import type { House, Listening } from '@bannette/house';
import { sql } from 'kysely';
import type { PageImages } from './cache.js';

/** Of what was eliminated no page is shown again: neither of its own files nor of those that it was cut from. */
export function forgetEliminated(house: House, images: PageImages): Listening {
  return {
    name: 'capture.eliminated',
    types: ['campaign.itemDestroyed'],
    handle: async ({ subjectKind, subjectId }) => {
      if (subjectKind !== 'mail') return;
      const { rows } = await sql<{ id: string }>`SELECT id FROM deposit_file WHERE mail_id = ${subjectId} UNION SELECT f.id FROM deposit_file f JOIN mail m ON m.deposit_id = f.deposit_id WHERE m.id = ${subjectId}`.execute(house.store.db);
      for (const { id } of rows) await images.forget(id);
    },
  };
}
