import type { Person } from '@bannette/domain';
import { forbidden, notFound, serve, type Call, type Contract } from '@bannette/http';
import { displayNames, lockMail, selectMails, toLine, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { FastifyInstance } from 'fastify';
import type { Selectable } from 'kysely';
import { watchOf, within } from './watchers.js';

type AlertRow = Selectable<Database['alert']>;

export function alertRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    alerts: (call) => alertsPage(house, call),
    seeAlert: async ({ caller, params }) => {
      await requireAlert(house, caller, params.id);
      await house.store.db.updateTable('alert').set({ state: 'seen', seen_by: caller.id, seen_at: house.now() }).where('id', '=', params.id).where('state', '=', 'open').execute();
      return shownAlert(house, caller, params.id);
    },
    settleAlert: (call) => settle(house, call),
  });
}

async function alertsPage(house: House, { caller, query }: Call<Contract['alerts']>) {
  const watch = watchOf(caller, await house.settings());
  if (!watch) throw forbidden('alerts');
  let selection = house.store.db.selectFrom('alert').innerJoin('mail', 'mail.id', 'alert.mail_id').selectAll('alert').where('alert.entity_id', '=', house.entityId).where((eb) => within(eb, watch));
  if (query.state === 'unsettled') selection = selection.where('alert.state', '<>', 'settled');
  if (query.after) selection = selection.where('alert.id', '<', query.after);
  const rows = await selection.orderBy('alert.id', 'desc').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  return { items: await toAlerts(house, caller, shown), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

/** Settling is a word of a person in the mail's history; it takes the mark from the trays. */
async function settle(house: House, { caller, params, body, correlationId }: Call<Contract['settleAlert']>) {
  const { mail_id: mailId } = await requireAlert(house, caller, params.id);
  await house.store.transaction({ entityId: house.entityId, actor: caller.id, correlationId }, async (tx) => {
    await lockMail(tx, mailId);
    const settled = await tx.trx.updateTable('alert').set({ state: 'settled', settled_by: caller.id, settled_at: house.now(), reason: body.reason }).where('id', '=', params.id).where('state', '<>', 'settled').returning(['kind']).executeTakeFirst();
    if (!settled) return;
    await tx.trx.updateTable('mail').set((eb) => ({ revision: eb('revision', '+', 1) })).where('id', '=', mailId).execute();
    tx.append({ type: 'alert.settled', subjectKind: 'mail', subjectId: mailId, data: { alert: settled.kind }, personal: { reason: body.reason } });
  });
  return shownAlert(house, caller, params.id);
}

/** @throws Problem `notFound` for who does not look after it: as if there were none */
async function requireAlert(house: House, person: Person, id: string): Promise<AlertRow> {
  const watch = watchOf(person, await house.settings());
  const row = watch && (await house.store.db.selectFrom('alert').innerJoin('mail', 'mail.id', 'alert.mail_id').selectAll('alert').where('alert.id', '=', id).where('alert.entity_id', '=', house.entityId).where((eb) => within(eb, watch)).executeTakeFirst());
  if (!row) throw notFound('alert');
  return row;
}

async function shownAlert(house: House, person: Person, id: string) {
  const [alert] = await toAlerts(house, person, [await requireAlert(house, person, id)]);
  return alert!;
}

/** Masked like any line: who may not open the mail learns that something was done to it, not what was said about it. */
async function toAlerts(house: House, person: Person, rows: readonly AlertRow[]) {
  if (!rows.length) return [];
  const { db } = house.store;
  const [settings, mails, documents, nameOf] = await Promise.all([
    house.settings(),
    selectMails(db).where('mail.id', 'in', rows.map(({ mail_id }) => mail_id)).execute(),
    db.selectFrom('document').select(['id', 'name']).where('id', 'in', ['00000000-0000-0000-0000-000000000000', ...rows.flatMap(({ document_id }) => document_id ?? [])]).execute(),
    displayNames(db, rows.flatMap(({ author, seen_by, settled_by }) => [author, seen_by, settled_by].filter((one): one is string => one !== null))),
  ]);
  const looking = { person, settings, now: house.now() };
  return rows.map((row) => {
    const mail = toLine(mails.find(({ id }) => id === row.mail_id)!, looking);
    return {
      id: row.id,
      kind: row.kind,
      state: row.state,
      mail,
      document: documents.find(({ id }) => id === row.document_id)?.name,
      author: row.author ? nameOf(row.author) : undefined,
      data: row.data,
      times: row.times,
      raisedAt: row.raised_at.toISOString(),
      lastAt: row.last_at.toISOString(),
      seen: row.seen_by && row.seen_at ? { by: nameOf(row.seen_by), at: row.seen_at.toISOString() } : undefined,
      settled: row.settled_by && row.settled_at ? { by: nameOf(row.settled_by), at: row.settled_at.toISOString(), reason: mail.masked ? undefined : (row.reason ?? undefined) } : undefined,
    };
  });
}
