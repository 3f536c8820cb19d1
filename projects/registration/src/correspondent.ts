import { fold, searchNameOf } from '@bannette/domain';
import { newId, type CorrespondentSnapshot, type Tx } from '@bannette/store';
import { keptOf } from './correspondents/card.js';
import { indexed } from './correspondents/index-keys.js';

/** The correspondent that was chosen, or of this name and postcode, made when there is none; the mail keeps a frozen snapshot. */
export async function recogniseCorrespondent(tx: Tx, known: CorrespondentSnapshot): Promise<CorrespondentSnapshot> {
  const chosen = known.id && (await keptOf(tx.trx, known.id));
  if (chosen) return { ...known, id: chosen };
  const searchName = searchNameOf(known);
  const found = await tx.trx
    .selectFrom('correspondent')
    .select('id')
    .where('entity_id', '=', tx.context.entityId)
    .where('search_name', 'in', [searchName, fold(known.name)])
    .where('postcode', 'is not distinct from', known.postcode ?? null)
    .executeTakeFirst();
  const id = found ? ((await keptOf(tx.trx, found.id)) ?? found.id) : newId();
  if (!found) {
    const { kind, name, address = null, postcode = null, city = null, email = null } = known;
    await tx.trx.insertInto('correspondent').values({ id, entity_id: tx.context.entityId, kind, name, search_name: searchName, address, postcode, city, email, card: '{}' }).execute();
    await indexed(tx, id);
  }
  return { ...known, id };
}
