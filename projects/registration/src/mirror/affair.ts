import { Gec } from '@bannette/alfresco';
import { isRestricted } from '@bannette/domain';
import type { MailRow, NodeProperties } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';

const { affair, affairId } = Gec.props;

export const affairProperty = (name: string): boolean => name === affair || name === affairId;

/**
 * The affair that a mail lies in, on its folder; none for a mail in no affair, whose folder then needs no aspect. Readers of
 * the mail need not be readers of the affair: its title is never told, its number only where the affair is no secret.
 */
export async function affairProperties(db: Kysely<Database>, { affair_id }: Pick<MailRow, 'affair_id'>): Promise<NodeProperties> {
  if (!affair_id) return {};
  const row = await db.selectFrom('affair').select(['chrono', 'confidentiality']).where('id', '=', affair_id).executeTakeFirst();
  return { [affairId]: affair_id, [affair]: row && !isRestricted(row) ? row.chrono : null };
}
