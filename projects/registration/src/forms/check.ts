import { flawsIn, type FieldValues, type Form, type NamedPerson, serviceGroup } from '@bannette/domain';
import { invalid } from '@bannette/http';
import type { Tx } from '@bannette/store';

/**
 * Refuses what the form doesn't take.
 *
 * @throws Problem 422 `formFlaw` naming the first field that is wrong, why, and how many are
 */
export function requireSound(form: Form, values: FieldValues): void {
  const flaws = flawsIn(form, values);
  const [first] = flaws;
  if (first) throw invalid('formFlaw', `${first.field}: ${first.code}`, { field: first.field, flaw: first.code, count: flaws.length, ...(first.limit === undefined ? {} : { limit: first.limit }) });
}

/** @throws Problem 422 `notInService` for somebody who never signed in as one of the service */
export async function personIn(tx: Tx, id: string, service: string): Promise<NamedPerson> {
  const person = await knownPerson(tx, id);
  if (!person?.groups.includes(serviceGroup(service))) throw invalid('notInService', `${id} is nobody of ${service}`, { person: person?.display_name ?? id, service });
  return { id, name: person.display_name };
}

/** @throws Problem 422 `unknownPerson` */
export async function somebody(tx: Tx, id: string): Promise<NamedPerson> {
  const person = await knownPerson(tx, id);
  if (!person) throw invalid('unknownPerson', `Nobody signed in as ${id}`, { person: id });
  return { id, name: person.display_name };
}

const knownPerson = (tx: Tx, id: string) => tx.trx.selectFrom('person').select(['display_name', 'groups']).where('id', '=', id).executeTakeFirst();
