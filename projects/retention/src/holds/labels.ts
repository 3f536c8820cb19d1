import { mayWithAffair, seesAllHolds, type HoldScopeKind, type Person } from '@bannette/domain';
import { knownTo, standingFor, toBeneficiary, type House } from '@bannette/house';

/** What a hold is on, in words that `person` may know; undefined where they may not. */
export async function labelOf(house: House, person: Person, kind: HoldScopeKind, id: string | null): Promise<string | undefined> {
  const { db } = house.store;
  if (!id) return undefined;
  switch (kind) {
    case 'row': {
      const row = (await house.settings()).schedule.rows.find(({ code }) => code === id);
      return row ? `${row.code} ${row.label}` : id;
    }
    case 'affair': {
      const affair = await db.selectFrom('affair').select(['chrono', 'title', 'service', 'confidentiality', 'compartment', 'state']).where('id', '=', id).executeTakeFirst();
      if (!affair) return undefined;
      const opens = mayWithAffair(person, 'read', { ...affair, compartment: affair.compartment ?? undefined });
      return opens ? `${affair.chrono} – ${affair.title}` : seesAllHolds(person) ? affair.chrono : undefined;
    }
    case 'correspondent': {
      const found = await db.selectFrom('correspondent').select(['name', 'kind', 'card']).where('id', '=', id).executeTakeFirst();
      return found && (found.kind !== 'individual' || seesAllHolds(person)) ? [found.card.givenName, found.name].filter(Boolean).join(' ') : undefined;
    }
    case 'beneficiary': {
      const settings = await house.settings();
      const standing = (await standingFor(db, [id])).get(id);
      const known = standing && (await db.selectFrom('beneficiary').selectAll('beneficiary').where('id', '=', standing.id).where(knownTo(person, settings)).executeTakeFirst());
      if (!known) return undefined;
      const { name, firstName, fileNumber } = toBeneficiary(known);
      return `${[firstName, name].filter(Boolean).join(' ')}${fileNumber ? ` (${fileNumber})` : ''}`;
    }
    default:
      return undefined;
  }
}
