import { fold, foldedLines, searchNameOf } from '@bannette/domain';
import { newId, type CorrespondentCard, type CorrespondentSnapshot, type Tx } from '@bannette/store';
import { keptOf } from './correspondents/card.js';
import { indexed } from './correspondents/index-keys.js';

/** The correspondent that was chosen, or of this name and postcode; undefined when there is none. The mail keeps a frozen snapshot. */
export async function knownCorrespondent(tx: Tx, told: CorrespondentSnapshot): Promise<CorrespondentSnapshot | undefined> {
  const chosen = told.id && (await keptOf(tx.trx, told.id));
  if (chosen) return { ...told, id: chosen };
  const found = await tx.trx
    .selectFrom('correspondent')
    .select(['id', 'merged_into'])
    .where('entity_id', '=', tx.context.entityId)
    .where('search_name', 'in', [searchNameOf(told), fold(told.name)])
    .where('postcode', 'is not distinct from', told.postcode ?? null)
    .executeTakeFirst();
  return found && { ...told, id: found.merged_into ? ((await keptOf(tx.trx, found.id)) ?? found.id) : found.id };
}

/** The same, made when there is none. */
export async function recogniseCorrespondent(tx: Tx, told: CorrespondentSnapshot): Promise<CorrespondentSnapshot> {
  const known = await knownCorrespondent(tx, told);
  if (known) return known;
  const id = newId();
  const { kind, name, address = null, postcode = null, city = null, email = null } = told;
  await tx.trx.insertInto('correspondent').values({ id, entity_id: tx.context.entityId, kind, name, search_name: searchNameOf(told), address, postcode, city, email, card: JSON.stringify(cardOf(told)) }).execute();
  await indexed(tx, id, [id]);
  return { ...told, id };
}

/** Only the card has a country; what is of the authority's own stands in columns. */
function cardOf({ address = '', postcode, city, country }: CorrespondentSnapshot): Pick<CorrespondentCard, 'addresses'> {
  return country ? { addresses: [{ lines: foldedLines(address.split('\n')).slice(0, 4), postcode, city: city?.slice(0, 32), country }] } : {};
}
