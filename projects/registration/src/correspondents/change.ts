import { flawsOfAddress, isSiret, searchNameOf, type Person } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type CorrespondentBody, type CorrespondentCardView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId, type CorrespondentCard, type Tx } from '@bannette/store';
import { familyOf, findCorrespondent, requireAction, viewCard } from './card.js';
import { indexed, type CorrespondentRow } from './index-keys.js';

export async function addCorrespondent(house: House, call: Call<Contract['addCorrespondent']>): Promise<CorrespondentCardView> {
  await requireAction(house, call.caller, 'add');
  check(call.body);
  const id = newId();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await tx.trx.insertInto('correspondent').values({ id, entity_id: house.entityId, ...columnsOf(call.body) }).execute();
    await writeReferences(tx, call.caller, id, call.body);
    await indexed(tx, id, [id]);
    tx.append({ type: 'correspondent.added', subjectKind: 'correspondent', subjectId: id, data: { kind: call.body.kind }, personal: { name: call.body.name } });
  });
  return viewCard(house, call.caller, await rowOf(house, id));
}

/** Corrects what is known; mails keep the snapshot of their day. */
export async function changeCorrespondent(house: House, call: Call<Contract['changeCorrespondent']>): Promise<CorrespondentCardView> {
  await requireAction(house, call.caller, 'change');
  check(call.body);
  const seen = await findCorrespondent(house, call.caller, call.params.id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const row = await lock(tx, seen.id);
    if (row.revision !== call.body.revision) throw conflict('staleCorrespondent', 'The correspondent has changed since you saw it', { revision: row.revision });
    await tx.trx.updateTable('correspondent').set({ ...columnsOf(call.body), revision: row.revision + 1, updated_at: house.now() }).where('id', '=', row.id).execute();
    await writeReferences(tx, call.caller, row.id, call.body);
    await indexed(tx, row.id);
    tx.append({ type: 'correspondent.changed', subjectKind: 'correspondent', subjectId: row.id, data: { revision: row.revision + 1 }, personal: { name: call.body.name } });
  });
  return viewCard(house, call.caller, await rowOf(house, seen.id));
}

export async function lock(tx: Tx, id: string): Promise<CorrespondentRow> {
  return tx.trx.selectFrom('correspondent').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow();
}

export const rowOf = (house: House, id: string): Promise<CorrespondentRow> => house.store.db.selectFrom('correspondent').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** @throws 422 with the field that can't be */
export function check({ siret, addresses, kind }: Pick<CorrespondentBody, 'siret' | 'addresses' | 'kind'>): void {
  if (siret && (kind === 'individual' || !isSiret(siret))) throw invalid('siret', 'Not a SIRET', { siret });
  for (const [index, address] of addresses.entries()) {
    // One without its town is kept as it came with a letter; the page says what it lacks.
    const [flaw] = flawsOfAddress(address).filter((one) => one !== 'cityMissing');
    if (flaw) throw invalid(`address.${flaw}`, 'The post could not deliver there', { address: index + 1 });
  }
}

/** The first address and e-mail address stand in columns of their own, for lists and for what is proposed at registration. */
export function columnsOf(body: Omit<CorrespondentBody, 'references'>) {
  const { kind, name, givenName, siret, addresses, emails, phones, preferredChannel, consents, note } = body;
  const byEmail = consents.find(({ channel }) => channel === 'email');
  const emailConsent = byEmail ? { on: byEmail.on, how: byEmail.how } : consents.length ? undefined : body.emailConsent;
  const card: CorrespondentCard = { givenName, addresses, emails, phones, preferredChannel, emailConsent, ...(consents.length ? { consents } : {}), note };
  const [first] = addresses;
  const whole = kind === 'individual' && givenName ? `${name} ${givenName}` : name;
  return { kind, name, search_name: searchNameOf({ name: whole }), siret: siret?.replace(/\s/g, '') ?? null, card: JSON.stringify(card), address: first?.lines.join('\n') || null, postcode: first?.postcode ?? null, city: first?.city ?? null, email: emails[0] ?? null };
}

interface Reference {
  readonly system: string;
  readonly value: string;
  readonly guard?: string | null;
}

/** References that the person may see are those that the body says; the others stay as they are. */
async function writeReferences(tx: Tx, person: Person, id: string, { references }: CorrespondentBody): Promise<void> {
  for (const { guard } of references) if (guard && !person.groups.includes(guard)) throw invalid('notYourGuard', 'You are not in this group', { guard });
  const family = [...(await familyOf(tx.trx, id))];
  const seen = await tx.trx.selectFrom('correspondent_reference').select(['system', 'value', 'guard']).where('correspondent_id', 'in', family).where((eb) => eb.or([eb('guard', 'is', null), eb('guard', 'in', [...person.groups, ''])])).execute();
  const same = (one: Reference, other: Reference): boolean => one.system === other.system && one.value === other.value && (one.guard ?? null) === (other.guard ?? null);
  for (const gone of seen.filter((one) => !references.some((said) => same(one, said)))) await tx.trx.deleteFrom('correspondent_reference').where('entity_id', '=', tx.context.entityId).where('system', '=', gone.system).where('value', '=', gone.value).execute();
  // What stays as it is goes on being whose it is: it returns with them when a merge is taken back.
  for (const { system, value, guard } of references.filter((said) => !seen.some((one) => same(one, said)))) {
    const taken = await tx.trx.insertInto('correspondent_reference').values({ entity_id: tx.context.entityId, correspondent_id: id, system, value, guard: guard ?? null }).onConflict((conflicting) => conflicting.doNothing()).executeTakeFirst();
    if (!taken.numInsertedOrUpdatedRows) throw conflict('referenceTaken', 'Another correspondent has this reference', { system, value });
  }
}
