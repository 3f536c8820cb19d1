import { belongs, inMailRoom, serviceGroup } from '@bannette/domain';
import { forbidden, type Call, type Contract } from '@bannette/http';
import { peopleIn, type House } from '@bannette/house';

/** The people of a service, for its own members and the mail rooms. */
export async function peopleOf(house: House, { query, caller }: Call<Contract['people']>): Promise<{ items: { id: string; displayName: string; services: string[] }[] }> {
  if (!belongs(caller, serviceGroup(query.service)) && !inMailRoom(caller)) throw forbidden('people');
  const members = await peopleIn(house.store.db, serviceGroup(query.service));
  return { items: members.map(({ id, display_name }) => ({ id, displayName: display_name, services: [query.service] })) };
}
