import { completenessOf, foldedLines, lackingOf, mayWithCorrespondents, type KnownOfCorrespondent, type CorrespondentAction, type Person } from '@bannette/domain';
import { forbidden, notFound, type CorrespondentCardView } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql, type Kysely } from 'kysely';
import type { Database } from '@bannette/store';
import type { CorrespondentRow } from './index-keys.js';
import { visibleTo } from './search.js';

/** @throws 403 */
export async function requireAction(house: House, person: Person, action: CorrespondentAction): Promise<void> {
  if (!mayWithCorrespondents(person, action, await house.settings())) throw forbidden('correspondents');
}

/** A correspondent that the person may know of; one that was joined with another is answered by that one. */
export async function findCorrespondent(house: House, person: Person, id: string): Promise<CorrespondentRow> {
  const kept = await keptOf(house.store.db, id);
  const row = kept && (await house.store.db.selectFrom('correspondent').selectAll('correspondent').where('correspondent.id', '=', kept).where('correspondent.entity_id', '=', house.entityId).where(visibleTo(person)).executeTakeFirst());
  if (!row) throw notFound('correspondent');
  return row;
}

/** The one that stands for it, through all that it was joined with. */
export async function keptOf(db: Pick<Kysely<Database>, 'selectFrom'>, id: string): Promise<string | undefined> {
  let current: string | undefined = id;
  for (let steps = 0; current && steps < 50; steps++) {
    const row: { merged_into: string | null } | undefined = await db.selectFrom('correspondent').select('merged_into').where('id', '=', current).executeTakeFirst();
    if (!row) return undefined;
    if (!row.merged_into) return current;
    current = row.merged_into;
  }
  return undefined;
}

/** Itself and all that were joined with it, whose mails, positions and references are shown as its own. */
export async function familyOf(db: Pick<Kysely<Database>, 'selectFrom'>, id: string): Promise<readonly string[]> {
  const family = [id];
  for (let at = 0; at < family.length; at++) {
    const joined = await db.selectFrom('correspondent').select('id').where('merged_into', '=', family[at] ?? '').execute();
    family.push(...joined.map((row) => row.id).filter((one) => !family.includes(one)));
  }
  return family;
}

export async function viewCard(house: House, person: Person, row: CorrespondentRow): Promise<CorrespondentCardView> {
  const { db } = house.store;
  const settings = await house.settings();
  const family = [...(await familyOf(db, row.id))];
  const [positions, references, merges, splits, pairs] = await Promise.all([
    db
      .selectFrom('correspondent_position as position')
      .innerJoin('correspondent as person', (join) => join.on('person.id', '=', sql<string>`correspondent_kept(position.person_id)`))
      .innerJoin('correspondent as organisation', (join) => join.on('organisation.id', '=', sql<string>`correspondent_kept(position.organisation_id)`))
      .select(['position.id', 'position.title', 'position.department', 'position.from_day', 'position.until_day', 'person.id as person', 'person.name as person_name', 'organisation.id as organisation', 'organisation.name as organisation_name'])
      .where((eb) => eb.or([eb('position.person_id', 'in', family), eb('position.organisation_id', 'in', family)]))
      .orderBy('position.from_day')
      .execute(),
    db.selectFrom('correspondent_reference').select(['system', 'value', 'guard']).where('correspondent_id', 'in', family).orderBy('system').orderBy('value').execute(),
    db.selectFrom('correspondent_merge').innerJoin('correspondent', 'correspondent.id', 'correspondent_merge.merged').select(['correspondent_merge.id', 'correspondent.name', 'correspondent_merge.by', 'correspondent_merge.at']).where('kept', '=', row.id).where('undone_at', 'is', null).orderBy('correspondent_merge.id', 'desc').execute(),
    db.selectFrom('correspondent_split').innerJoin('correspondent as target', 'target.id', 'correspondent_split.target').select(['correspondent_split.id', 'target.id as other', 'target.name', 'correspondent_split.by', 'correspondent_split.at']).where('source', '=', row.id).where('undone_at', 'is', null).orderBy('correspondent_split.id', 'desc').limit(20).execute(),
    db.selectFrom('correspondent_pair').select(({ fn }) => fn.countAll<number>().as('count')).where((eb) => eb.or([eb('a', '=', row.id), eb('b', '=', row.id)])).where('dismissed_by', 'is', null).executeTakeFirstOrThrow(),
  ]);
  const may = (action: CorrespondentAction): boolean => mayWithCorrespondents(person, action, settings);
  const known = knownOf(row);
  return {
    id: row.id,
    revision: row.revision,
    kind: row.kind,
    name: row.name,
    givenName: known.givenName,
    siret: known.siret,
    addresses: [...known.addresses],
    emails: [...known.emails],
    phones: [...known.phones],
    preferredChannel: row.card.preferredChannel,
    emailConsent: row.card.emailConsent,
    consents: [...(row.card.consents ?? (row.card.emailConsent ? [{ channel: 'email' as const, ...row.card.emailConsent }] : []))],
    note: row.card.note,
    lacking: lackingOf(known),
    completeness: completenessOf(known),
    positions: positions.map(({ id, title, department, from_day, until_day, person: personId, person_name, organisation, organisation_name }) => ({ id, title, department: department ?? undefined, from: from_day ?? undefined, until: until_day ?? undefined, person: { id: personId, name: person_name }, organisation: { id: organisation, name: organisation_name } })),
    references: references.filter(({ guard }) => !guard || person.groups.includes(guard)).map(({ system, value, guard }) => ({ system, value, guard: guard ?? undefined })),
    merges: may('merge') ? merges.map(({ id, name, by, at }) => ({ id, name, by, at: at.toISOString() })) : [],
    splits: may('merge') ? splits.map(({ id, other, name, by, at }) => ({ id, other: { id: other, name }, by, at: at.toISOString() })) : [],
    doubles: may('merge') ? Number(pairs.count) : 0,
    actions: (['change', 'merge'] as const).filter(may),
  };
}

/** What is judged complete or not. */
export const knownOf = (row: CorrespondentRow): KnownOfCorrespondent => ({ kind: row.kind, name: row.name, givenName: row.card.givenName, siret: row.siret ?? undefined, addresses: addressesOf(row), emails: row.card.emails ?? (row.email ? [row.email] : []), phones: row.card.phones ?? [] });

/** Of a correspondent of before cards: its one address, cut into lines. */
export function addressesOf({ card, address, postcode, city }: CorrespondentRow): CorrespondentCardView['addresses'] {
  if (card.addresses) return card.addresses.map((one) => ({ ...one, lines: [...one.lines] }));
  if (!address && !postcode && !city) return [];
  return [{ lines: foldedLines((address ?? '').split('\n')).slice(0, 4), postcode: postcode ?? undefined, city: city ?? undefined }];
}
