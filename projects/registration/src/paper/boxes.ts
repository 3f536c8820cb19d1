import { dayIn, formatBox, inMailRoom, isBoxCode, isCleared, keepsPaperOf, may, numberIn, type Person } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Boxed, type BoxView, type Call, type Contract } from '@bannette/http';
import { cameInAt, contextOf, doorOf, forRights, handledBy, type House, type MailRow } from '@bannette/house';
import { nextNumber, type Database, type JsonObject, type Tx } from '@bannette/store';
import { sql, type Kysely, type Selectable, type SqlBool } from 'kysely';
import { once } from './once.js';
import { secretaryOf } from './scope.js';

export type BoxRow = Selectable<Database['box']>;

export const toBox = async (db: Kysely<Database>, row: BoxRow): Promise<BoxView> => {
  const { mails } = await db.selectFrom('mail').select((eb) => eb.fn.countAll<number>().as('mails')).where('entity_id', '=', row.entity_id).where('box', '=', row.code).executeTakeFirstOrThrow();
  const destroyed = await destruction(db, row);
  return { code: row.code, service: row.service ?? undefined, site: row.site ?? undefined, label: row.label ?? undefined, location: row.location ?? undefined, openedAt: row.opened_at.toISOString(), closedAt: row.closed_at?.toISOString(), mails: Number(mails), destroyed };
};

/** What a campaign of elimination has recorded of a box as a whole. */
async function destruction(db: Kysely<Database>, { entity_id, code }: Pick<BoxRow, 'entity_id' | 'code'>): Promise<BoxView['destroyed']> {
  const gone = await db.selectFrom('campaign_box').innerJoin('campaign', 'campaign.id', 'campaign_id').select(['destroyed_on', 'chrono']).where('entity_id', '=', entity_id).where('box', '=', code).where('whole', '=', true).where('destroyed_on', 'is not', null).executeTakeFirst();
  return gone?.destroyed_on ? { on: gone.destroyed_on, campaign: gone.chrono } : undefined;
}

/** What is on the paper; what it is about, for its readers only. */
export function toBoxed(person: Person, mail: MailRow): Boxed {
  return { id: mail.id, chrono: mail.chrono ?? undefined, endorsement: mail.endorsement ?? undefined, receivedAt: mail.received_at ?? undefined, subject: isCleared(person, forRights(mail)) ? (mail.subject ?? undefined) : undefined };
}

/** The box, if `person` keeps it. */
export async function boxOf(house: House, person: Person, code: string): Promise<BoxRow> {
  const box = await house.store.db.selectFrom('box').selectAll().where('entity_id', '=', house.entityId).where('code', '=', code).executeTakeFirst();
  if (!box || !keepsPaperOf(person, box.service ?? undefined, box.mail_rooms)) throw notFound('box');
  return box;
}

export async function boxContents(house: House, person: Person, code: string): Promise<Boxed[]> {
  const mails = await house.store.db.selectFrom('mail').selectAll().where('entity_id', '=', house.entityId).where('box', '=', code).orderBy('chrono').orderBy('id').execute();
  return mails.filter((mail) => may(person, 'list', forRights(mail))).map((mail) => toBoxed(person, mail));
}

/** A page of boxes that `person` keeps, newest first. A mail's number finds its box only for who may know of the mail. */
export async function boxPage(house: House, person: Person, { q, limit, after }: { readonly q?: string; readonly limit: number; readonly after?: string }): Promise<{ items: BoxView[]; next?: string }> {
  const kept = secretaryOf(person, await house.settings());
  if (!inMailRoom(person) && !kept.length) throw forbidden('boxes');
  let query = house.store.db.selectFrom('box').selectAll().where('entity_id', '=', house.entityId);
  query = query.where((eb) => eb.or([handledBy(person, 'box'), ...(kept.length ? [eb('service', 'in', kept)] : [])]));
  if (after) query = query.where('code', '<', after);
  const wanted = q?.trim();
  if (wanted) {
    const number = numberIn(wanted);
    const like = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
    query = isBoxCode(number)
      ? query.where('code', '=', number)
      : query.where(sql<SqlBool>`(label ilike ${like} or location ilike ${like} or exists (select from mail where mail.entity_id = box.entity_id and mail.box = box.code and (mail.chrono = ${number} or mail.endorsement = ${number}) and mail.listers && ${sql.val([...person.groups])}::text[]))`);
  }
  const rows = await query.orderBy('code', 'desc').limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  return { items: await Promise.all(shown.map((row) => toBox(house.store.db, row))), next: rows.length > limit ? shown.at(-1)?.code : undefined };
}

export async function openBox(house: House, call: Call<Contract['openBox']>): Promise<BoxView> {
  const { key, service, label, location, site } = call.body;
  const settings = await house.settings();
  if (service && !settings.services.some(({ code }) => code === service)) throw invalid('unknownService', `There is no service ${service}`, { service });
  const place = cameInAt(doorOf(call.caller, site, settings), settings);
  if (!keepsPaperOf(call.caller, service, place.mail_rooms)) throw forbidden('openBox');
  const year = Number(dayIn(settings.authority.timeZone, house.now()).slice(0, 4));
  const facts: JsonObject = { ...(service ? { service } : {}), ...(label ? { label } : {}), ...(location ? { location } : {}), ...(place.site ? { site: place.site } : {}) };
  const code = await house.store.transaction(contextOf(house, call), (tx) =>
    once(tx, key, facts, async () => {
      const made = formatBox(year, await nextNumber(tx.trx, { entityId: house.entityId, register: 'box', year }));
      await tx.trx.insertInto('box').values({ ...place, entity_id: house.entityId, code: made, service: service ?? null, label: label ?? null, location: location ?? null, opened_by: call.caller.id, closed_at: null }).execute();
      tx.append({ type: 'box.opened', subjectKind: 'box', subjectId: made, data: facts });
      return made;
    }),
  );
  return toBox(house.store.db, await boxOf(house, call.caller, code));
}

/** The box, locked, if `person` keeps it and it is open. */
export async function lockOpenBox(tx: Tx, person: Person, code: string): Promise<BoxRow> {
  const box = await tx.trx.selectFrom('box').selectAll().where('entity_id', '=', tx.context.entityId).where('code', '=', code).forUpdate().executeTakeFirst();
  if (!box || !keepsPaperOf(person, box.service ?? undefined, box.mail_rooms)) throw notFound('box');
  if (box.closed_at) throw conflict('boxClosed', `Box ${code} is closed`, { box: code });
  const destroyed = await destruction(tx.trx, box);
  if (destroyed) throw conflict('boxDestroyed', `Box ${code} was destroyed`, { box: code, day: destroyed.on });
  return box;
}

/** Nothing more goes in or out; a box that is closed stays as it was closed. */
export async function closeBox(house: House, call: Call<Contract['closeBox']>): Promise<BoxView> {
  const { code } = call.params;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await lockOpenBox(tx, call.caller, code);
    const { mails } = await tx.trx.selectFrom('mail').select((eb) => eb.fn.countAll<number>().as('mails')).where('entity_id', '=', house.entityId).where('box', '=', code).executeTakeFirstOrThrow();
    await tx.trx.updateTable('box').set({ closed_at: house.now() }).where('entity_id', '=', house.entityId).where('code', '=', code).execute();
    tx.append({ type: 'box.closed', subjectKind: 'box', subjectId: code, data: { mails: Number(mails) } });
  });
  return toBox(house.store.db, await boxOf(house, call.caller, code));
}

/** Where it stands, open or closed. */
export async function changeBox(house: House, call: Call<Contract['changeBox']>): Promise<BoxView> {
  const { code } = call.params;
  const location = call.body.location ?? null;
  const before = await boxOf(house, call.caller, code);
  if (before.location !== location)
    await house.store.transaction(contextOf(house, call), async (tx) => {
      await tx.trx.updateTable('box').set({ location }).where('entity_id', '=', house.entityId).where('code', '=', code).execute();
      tx.append({ type: 'box.moved', subjectKind: 'box', subjectId: code, data: { from: before.location ?? '', to: location ?? '' } });
    });
  return toBox(house.store.db, await boxOf(house, call.caller, code));
}
