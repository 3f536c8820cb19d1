import { belongs, houseGroups, type LeavingKind, type Person } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type Selectable, type SelectQueryBuilder, type SqlBool } from 'kysely';

/**
 * Files whose bytes lie in the spool for themselves: batches that were parted, those of a batch that was rejected or that
 * no document holds whole, and what was discarded. Bytes that a document names leave with that document.
 */
const leaves = sql<SqlBool>`(
  deposit_file.state in ('separated', 'discarded')
  or (deposit_file.state = 'read' and deposit_file.cut_from is null and deposit_file.mail_id is null and deposit.batch_id is not null)
)`;

type Deposit = Selectable<Database['deposit']>;
/** Such a file, with what is known of its deposit. */
export type LeavingFile = Selectable<Database['deposit_file']> & Pick<Deposit, 'created_at' | 'mail_rooms' | 'entity_id' | 'correlation_id'> & { readonly scanned_in: string | null };
export type LeavingFiles<Columns = LeavingFile> = SelectQueryBuilder<Database, 'deposit_file' | 'deposit', Columns>;

export function leavingFiles(db: Kysely<Database>, house: Pick<House, 'entityId'>): LeavingFiles {
  return db
    .selectFrom('deposit_file')
    .innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id')
    .selectAll('deposit_file')
    .select(['deposit.created_at', 'deposit.mail_rooms', 'deposit.entity_id', 'deposit.correlation_id', 'deposit.batch_id as scanned_in'])
    .where('deposit.entity_id', '=', house.entityId)
    .where(leaves);
}

export const kindOf = ({ state }: Pick<LeavingFile, 'state'>): LeavingKind => (state === 'discarded' ? 'discarded' : 'batch');

export const isAdministrator = (person: Person): boolean => belongs(person, houseGroups.administrators);

/** Whoever holds it may let it go, and administrators, for when that person is away. */
export const mayRelease = (person: Person, { held_by }: Pick<LeavingFile, 'held_by'>): boolean => held_by !== null && (held_by === person.id || isAdministrator(person));
