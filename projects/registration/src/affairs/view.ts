import { affairActions, mayWithAffair, type AffairAction, type AffairForRights, type Person } from '@bannette/domain';
import { conflict, forbidden, notFound, type AffairLine, type AffairView } from '@bannette/http';
import { displayNames, knownTo, toBeneficiary, type House } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import { visibleTo } from '../correspondents/search.js';
import { sql, type Selectable, type SqlBool } from 'kysely';

export type AffairRow = Selectable<Database['affair']>;

export const affairForRights = ({ service, confidentiality, compartment, state }: Pick<AffairRow, 'service' | 'confidentiality' | 'compartment' | 'state'>): AffairForRights => ({ service, confidentiality, state, ...(compartment ? { compartment } : {}) });
const may = (person: Person, action: AffairAction, affair: AffairRow): boolean => mayWithAffair(person, action, affairForRights(affair));

/** As for mails: who may not know of it is told that there is none, who may not open it is forbidden, what its state doesn't offer is a conflict. */
export function requireAffair(person: Person, action: AffairAction, affair: AffairRow | undefined): asserts affair is AffairRow {
  if (!affair || !may(person, 'list', affair)) throw notFound('affair');
  if (may(person, action, affair)) return;
  if (may(person, 'read', affair) && (['open', 'closed'] as const).some((state) => mayWithAffair(person, action, { ...affairForRights(affair), state }))) throw conflict('affairNotInState', `An affair that is ${affair.state} does not allow: ${action}`, { action, state: affair.state });
  throw forbidden(action);
}

export const affairRow = (house: House, id: string): Promise<AffairRow | undefined> => house.store.db.selectFrom('affair').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
export const lockAffair = (tx: Tx, id: string): Promise<AffairRow | undefined> => tx.trx.selectFrom('affair').selectAll().where('id', '=', id).where('entity_id', '=', tx.context.entityId).forNoKeyUpdate().executeTakeFirst();

export function affairLine(person: Person, affair: AffairRow): AffairLine {
  const masked = !may(person, 'read', affair);
  const plain = { id: affair.id, chrono: affair.chrono, masked, service: affair.service, confidentiality: affair.confidentiality, state: affair.state, openedOn: affair.opened_on, closedOn: affair.closed_on ?? undefined };
  if (masked) return plain;
  return { ...plain, title: affair.title, compartment: affair.compartment ?? undefined, responsible: affair.responsible ? { id: affair.responsible, displayName: affair.responsible_name ?? affair.responsible } : undefined };
}

/** The whole affair as `person` may see it, who may know that there is one. */
export async function viewAffair(house: House, person: Person, id: string): Promise<AffairView> {
  const affair = await affairRow(house, id);
  requireAffair(person, 'list', affair);
  const line = affairLine(person, affair);
  if (line.masked) return { ...line, revision: affair.revision, beneficiaries: [], correspondents: [], notes: [], mails: 0, actions: [] };
  const { db } = house.store;
  const settings = await house.settings();
  const [beneficiaries, correspondents, notes, mails] = await Promise.all([
    db.selectFrom('affair_beneficiary').innerJoin('beneficiary', 'beneficiary.id', 'beneficiary_id').selectAll('beneficiary').where('affair_id', '=', id).where(knownTo(person, settings)).orderBy('search_name').execute(),
    db.selectFrom('affair_correspondent').innerJoin('correspondent', 'correspondent.id', 'correspondent_id').select(['correspondent.id', 'correspondent.name', 'correspondent.kind']).where('affair_id', '=', id).where(visibleTo(person)).orderBy('correspondent.search_name').execute(),
    db.selectFrom('affair_note').selectAll().where('affair_id', '=', id).orderBy('id').limit(500).execute(),
    db.selectFrom('mail').select(({ fn }) => fn.countAll<number>().as('n')).where('affair_id', '=', id).where(sql<SqlBool>`listers && ${sql.val([...person.groups])}::text[]`).executeTakeFirstOrThrow(),
  ]);
  const nameOf = await displayNames(db, notes.map(({ author }) => author));
  return {
    ...line,
    revision: affair.revision,
    beneficiaries: beneficiaries.map(toBeneficiary),
    correspondents,
    notes: notes.map(({ id: note, text, author, author_name, created_at }) => ({ id: note, text, author: { ...nameOf(author), displayName: author_name }, at: created_at.toISOString() })),
    mails: Number(mails.n),
    actions: affairActions.filter((action) => may(person, action, affair)),
  };
}
