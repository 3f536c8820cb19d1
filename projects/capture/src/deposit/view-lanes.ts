import { belongs, houseGroups, mailRoomsOf, readingLanes, type ReadingLane } from '@bannette/domain';
import { forbidden, type Call, type Contract } from '@bannette/http';
import { handledBy, type House } from '@bannette/house';

interface Lane {
  readonly lane: ReadingLane;
  readonly waiting: number;
  readonly reading: number;
  readonly since?: string;
}

/** What waits to be read in each lane: for who administers, all of it; for a mail room, what it handles. */
export async function viewLanes(house: House, { caller }: Call<Contract['readingLanes']>): Promise<{ items: Lane[] }> {
  const administers = belongs(caller, houseGroups.administrators);
  if (!administers && !mailRoomsOf(caller).length) throw forbidden('readingLanes');
  let selection = house.store.db
    .selectFrom('deposit_file')
    .innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id')
    .where('deposit.entity_id', '=', house.entityId)
    .where('deposit_file.state', 'in', ['waiting', 'reading']);
  if (!administers) selection = selection.where(handledBy(caller, 'deposit'));
  const rows = await selection.select(['lane', 'deposit_file.state']).select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.min('queued_at').as('since')]).groupBy(['lane', 'deposit_file.state']).execute();
  return {
    items: readingLanes.map((lane) => {
      const of = (state: 'waiting' | 'reading') => rows.find((row) => row.lane === lane && row.state === state);
      return { lane, waiting: Number(of('waiting')?.count ?? 0), reading: Number(of('reading')?.count ?? 0), since: (of('waiting')?.since as Date | undefined)?.toISOString() };
    }),
  };
}
