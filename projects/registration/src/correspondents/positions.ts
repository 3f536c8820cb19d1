import { invalid, notFound, type Call, type Contract, type CorrespondentCardView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId } from '@bannette/store';
import { familyOf, findCorrespondent, requireAction, viewCard } from './card.js';

/** Who holds which position where, and when. */
export async function addPosition(house: House, call: Call<Contract['addPosition']>): Promise<CorrespondentCardView> {
  await requireAction(house, call.caller, 'change');
  const { title, department, from, until, organisation } = call.body;
  const person = await findCorrespondent(house, call.caller, call.params.id);
  const where = await findCorrespondent(house, call.caller, organisation);
  if (person.id === where.id || where.kind === 'individual') throw invalid('notAnOrganisation', 'A position is held at an organisation', {});
  if (from && until && until < from) throw invalid('untilBeforeFrom', `${until} is before ${from}`, { day: from });
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await tx.trx.insertInto('correspondent_position').values({ id: newId(), person_id: person.id, organisation_id: where.id, title, department: department ?? null, from_day: from ?? null, until_day: until ?? null }).execute();
    tx.append({ type: 'correspondent.positioned', subjectKind: 'correspondent', subjectId: person.id, data: { organisation: where.id }, personal: { title } });
  });
  return viewCard(house, call.caller, person);
}

export async function endPosition(house: House, call: Call<Contract['endPosition']>): Promise<CorrespondentCardView> {
  await requireAction(house, call.caller, 'change');
  const person = await findCorrespondent(house, call.caller, call.params.id);
  const { until } = call.body;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const position = await tx.trx.selectFrom('correspondent_position').selectAll().where('id', '=', call.params.position).where('person_id', 'in', [...(await familyOf(tx.trx, person.id))]).forUpdate().executeTakeFirst();
    if (!position) throw notFound('position');
    if (position.from_day && until < position.from_day) throw invalid('untilBeforeFrom', `${until} is before ${position.from_day}`, { day: position.from_day });
    await tx.trx.updateTable('correspondent_position').set({ until_day: until }).where('id', '=', position.id).execute();
    tx.append({ type: 'correspondent.positionEnded', subjectKind: 'correspondent', subjectId: person.id, data: { until } });
  });
  return viewCard(house, call.caller, person);
}
