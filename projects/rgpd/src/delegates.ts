import { covers } from '@bannette/domain';
import type { Tx } from '@bannette/store';

/** Who replaces these people today for a mail, with this power. */
export async function delegatesOf(tx: Tx, entityId: string, people: readonly string[], today: string, power: 'treat' | 'opinions', mail: { readonly type?: string; readonly service?: string }): Promise<readonly { readonly delegator: string; readonly delegate: string }[]> {
  if (!people.length) return [];
  const rows = await tx.trx
    .selectFrom('delegation')
    .innerJoin('delegation_delegate', 'delegation_delegate.delegation_id', 'delegation.id')
    .select(['delegator', 'delegate', 'powers', 'types', 'services'])
    .where('entity_id', '=', entityId)
    .where('delegator', 'in', [...people])
    .where('ended_at', 'is', null)
    .where('starts_on', '<=', today)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .execute();
  return rows.filter((row) => row.powers.includes(power) && covers(power === 'opinions' ? { types: row.types, services: [] } : row, mail));
}
