import { fold } from '@bannette/domain';
import { newId, type CorrespondentSnapshot, type Tx } from '@bannette/store';

/** The correspondent of this name and postcode, made when there is none; the mail keeps a frozen snapshot. */
export async function recogniseCorrespondent(tx: Tx, known: CorrespondentSnapshot): Promise<CorrespondentSnapshot> {
  const searchName = fold(known.name);
  const found = await tx.trx
    .selectFrom('correspondent')
    .select('id')
    .where('entity_id', '=', tx.context.entityId)
    .where('search_name', '=', searchName)
    .where('postcode', 'is not distinct from', known.postcode ?? null)
    .executeTakeFirst();
  const id = found?.id ?? newId();
  if (!found) {
    const { kind, name, address = null, postcode = null, city = null, email = null } = known;
    await tx.trx.insertInto('correspondent').values({ id, entity_id: tx.context.entityId, kind, name, search_name: searchName, address, postcode, city, email }).execute();
  }
  return { ...known, id };
}
