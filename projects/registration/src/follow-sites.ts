import { settingsSchema, type Settings } from '@bannette/domain';
import { cameInAt, changeMail, lockMail, type House, type Listening } from '@bannette/house';
import { currentSettings, type Tx } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { toldOf } from './pass-on.js';

/**
 * Hears that the sites were published anew. What waits for its service follows them, and so do deposits, batches and boxes: who
 * is no mail room any more handles nothing, and nothing is left without one. What was distributed stays as it was decided.
 */
export function followSites(house: House): Listening {
  return {
    name: 'registration.followSites',
    types: ['settings.published'],
    handle: async ({ subjectId }, tx) => {
      if (subjectId !== 'sites') return;
      // Not those of the house, which may be a second old.
      const published = (await currentSettings(tx.trx, house.entityId)).sites?.data;
      const settings = { sites: settingsSchema.shape.sites.parse(published ?? []) };
      for (const table of ['deposit', 'batch', 'box'] as const) await follow(tx, table, settings);
      const waiting = await tx.trx.selectFrom('mail').select('id').where('entity_id', '=', house.entityId).where('site', 'is not', null).where('state', 'in', ['toQualify', 'registered']).orderBy('id').execute();
      for (const { id } of waiting) await followMail(tx, id, settings);
    },
  };
}

async function follow(tx: Tx, table: 'deposit' | 'batch' | 'box', settings: Pick<Settings, 'sites'>): Promise<void> {
  const { entityId } = tx.context;
  const sites = await tx.trx.selectFrom(table).select('site').distinct().where('entity_id', '=', entityId).where('site', 'is not', null).execute();
  for (const { site } of sites) {
    const { mail_rooms } = cameInAt(site ?? undefined, settings);
    await tx.trx.updateTable(table).set({ mail_rooms }).where('entity_id', '=', entityId).where('site', '=', site).where(sql<SqlBool>`mail_rooms is distinct from ${mail_rooms}::text[]`).execute();
  }
}

async function followMail(tx: Tx, id: string, settings: Pick<Settings, 'sites'>): Promise<void> {
  const mail = await lockMail(tx, id);
  if (mail?.state !== 'toQualify' && mail?.state !== 'registered') return;
  const place = cameInAt(mail.site ?? undefined, settings);
  if (String(place.mail_rooms) === String(mail.mail_rooms)) return;
  await changeMail(tx, mail, { set: place, entry: { type: 'mail.mailRoomsChanged', data: toldOf(place) } });
}
