import { addDays, dayIn, inMailRoom, keepDaysOf, leavesOn, type AuthoritySetting, type Person } from '@bannette/domain';
import { forbidden, type Call, type Contract, type Keeping, type LeavingLine } from '@bannette/http';
import { handledBy, type House } from '@bannette/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { isAdministrator, kindOf, leavingFiles, mayRelease, type LeavingFile, type LeavingFiles } from './file.js';

type State = Call<Contract['leaving']>['query']['state'];

/** Within so many days is soon. */
const soonDays = 30;

/** What is told of how long bytes stay. */
export function keepingOf(file: Pick<LeavingFile, 'state' | 'due_since' | 'stays_because' | 'held_by' | 'held_at' | 'held_because' | 'left_at' | 'leaving_at'>, authority: AuthoritySetting): Keeping {
  const { due_since: since, stays_because: stays, held_by: by, held_at: at, held_because: because, left_at } = file;
  return {
    since: since?.toISOString(),
    leavesOn: since && !file.leaving_at ? leavesOn(since, kindOf(file), authority) : undefined,
    stays: stays ?? undefined,
    held: by && at && because ? { by, at: at.toISOString(), because } : undefined,
    leftAt: left_at?.toISOString(),
  };
}

export function toLine(file: LeavingFile, person: Person, authority: AuthoritySetting): LeavingLine {
  return {
    id: file.id,
    depositId: file.deposit_id,
    kind: kindOf(file),
    name: file.original_name,
    size: file.size,
    sha512: file.sha512,
    pages: file.pages ?? undefined,
    receivedAt: file.created_at.toISOString(),
    keeping: keepingOf(file, authority),
    mayRelease: mayRelease(person, file),
  };
}

/** The mail rooms see their own; administrators, who may let go what another holds, see all. */
function visible(house: House, person: Person): LeavingFiles {
  if (isAdministrator(person)) return leavingFiles(house.store.db, house);
  if (!inMailRoom(person)) throw forbidden('leaving');
  return leavingFiles(house.store.db, house).where(handledBy(person, 'deposit'));
}

/** Each file is in one of them. */
function isIn(state: State, authority: AuthoritySetting, now: Date): RawBuilder<SqlBool> {
  const stays = sql<SqlBool>`leaving_at is null and held_at is null`;
  const day = sql`(due_since at time zone ${authority.timeZone})::date + case when deposit_file.state = 'discarded' then ${keepDaysOf('discarded', authority)}::int else ${keepDaysOf('batch', authority)}::int end`;
  const isSoon = sql`${day} <= ${addDays(dayIn(authority.timeZone, now), soonDays)}::date`;
  if (state === 'left') return sql<SqlBool>`leaving_at is not null`;
  if (state === 'held') return sql<SqlBool>`leaving_at is null and held_at is not null`;
  if (state === 'staying') return sql<SqlBool>`${stays} and (stays_because is not null or due_since is null)`;
  return state === 'soon' ? sql<SqlBool>`${stays} and stays_because is null and ${isSoon}` : sql<SqlBool>`${stays} and stays_because is null and not ${isSoon}`;
}

export async function listLeaving(house: House, { caller, query }: Call<Contract['leaving']>): Promise<{ items: LeavingLine[]; next: string | undefined }> {
  const { authority } = await house.settings();
  const newestFirst = query.state === 'left';
  let selection = visible(house, caller).where(isIn(query.state, authority, house.now()));
  if (query.after) selection = selection.where('deposit_file.id', newestFirst ? '<' : '>', query.after);
  const rows = await selection.orderBy('deposit_file.id', newestFirst ? 'desc' : 'asc').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  return { items: shown.map((file) => toLine(file, caller, authority)), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

export async function countLeaving(house: House, person: Person) {
  const { authority } = await house.settings();
  const count = (state: State) => sql<number>`(count(*) filter (where ${isIn(state, authority, house.now())}))::int`.as(state);
  return visible(house, person).clearSelect().select([count('soon'), count('later'), count('held'), count('staying'), count('left')]).executeTakeFirstOrThrow();
}
