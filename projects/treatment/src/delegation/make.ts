import { checkDelegation, dayIn, mayDelegateFor, type DelegationFinding, type Person } from '@bannette/domain';
import { conflict, forbidden, invalid, type Call, type Contract, type DelegationFindingView, type DelegationView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { someone } from './people.js';
import { requireDelegation, showAll, withDelegates, type FullDelegation } from './view.js';

type Wanted = Call<Contract['createDelegation']>['body'];

/** What stands against a delegation, or is good to know. */
export async function lookOver(house: House, { body, caller }: Pick<Call<Contract['checkDelegation']>, 'body' | 'caller'>): Promise<{ findings: DelegationFindingView[] }> {
  const { findings, others, delegates } = await examine(house, caller, body);
  return {
    findings: findings.map(({ code, refuses, delegate, gaps, other }) => {
      const met = others.find(({ id }) => id === other);
      return {
        code,
        refuses,
        delegate: delegate === undefined ? undefined : delegates.find(({ id }) => id === delegate),
        gaps: gaps && [...gaps],
        other: met && { id: met.id, delegator: { id: met.delegator, displayName: met.delegator_name }, delegates: [...met.delegates], startsOn: met.starts_on, endsOn: met.ends_on ?? undefined },
      };
    }),
  };
}

interface Examined {
  readonly findings: readonly DelegationFinding[];
  readonly others: readonly FullDelegation[];
  readonly delegator: { readonly id: string; readonly displayName: string };
  readonly delegates: readonly { readonly id: string; readonly displayName: string }[];
}

async function examine(house: House, author: Person, body: Wanted): Promise<Examined> {
  const settings = await house.settings();
  const delegator = await someone(house, body.delegator, author);
  if (!mayDelegateFor(author, delegator, settings)) throw forbidden('delegate');
  for (const code of body.types) if (!settings.types.some((type) => type.code === code)) throw invalid('unknownType', `There is no type ${code}`, { type: code });
  for (const code of body.services) if (!settings.services.some((service) => service.code === code)) throw invalid('unknownService', `There is no service ${code}`, { service: code });
  const delegates = await Promise.all([...new Set(body.delegates)].map((id) => (id === author.id ? author : someone(house, id, author))));
  const today = dayIn(settings.authority.timeZone, house.now());
  const others = await around(house, [delegator.id, ...delegates.map(({ id }) => id)], today);
  const findings = checkDelegation(
    { startsOn: body.startsOn, endsOn: body.endsOn, powers: body.powers, types: body.types, services: body.services },
    { author, delegator, delegates, others: others.map((row) => ({ id: row.id, delegator: row.delegator, delegates: row.delegates.map(({ id }) => id), startsOn: row.starts_on, endsOn: row.ends_on ?? undefined, powers: row.powers, types: row.types, services: row.services })), settings, today },
  );
  return { findings, others, delegator: { id: delegator.id, displayName: delegator.displayName }, delegates: delegates.map(({ id, displayName }) => ({ id, displayName })) };
}

/** Delegations that are not over and have one of these people on either side. */
async function around(house: House, people: readonly string[], today: string): Promise<FullDelegation[]> {
  const { db } = house.store;
  const named = sql.val([...people]);
  const rows = await db
    .selectFrom('delegation')
    .selectAll()
    .where('entity_id', '=', house.entityId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .where(sql<SqlBool>`(delegator = any(${named}::text[]) or id in (select delegation_id from delegation_delegate where delegate = any(${named}::text[])))`)
    .orderBy('id')
    .execute();
  return withDelegates(db, rows);
}

/** Names delegates. Names and days are the journal's; why somebody is away is asked of nobody. */
export async function createDelegation(house: House, call: Call<Contract['createDelegation']>): Promise<DelegationView> {
  const { body, caller } = call;
  const { findings, delegator, delegates } = await examine(house, caller, body);
  const against = findings.find(({ refuses }) => refuses);
  if (against) throw invalid(against.code, 'This can’t be delegated so', { ...(against.delegate ? { person: delegates.find(({ id }) => id === against.delegate)?.displayName ?? against.delegate } : {}), ...(against.gaps?.length ? { groups: against.gaps.map(({ group }) => group).join(', ') } : {}) });
  const id = newId();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await tx.trx
      .insertInto('delegation')
      .values({ id, entity_id: house.entityId, delegator: delegator.id, delegator_name: delegator.displayName, starts_on: body.startsOn, ends_on: body.endsOn ?? null, powers: [...new Set(body.powers)], types: [...new Set(body.types)], services: [...new Set(body.services)], act_reference: body.act?.reference ?? null, act_day: body.act?.day ?? null, created_by: caller.id, created_by_name: caller.displayName })
      .execute();
    await tx.trx.insertInto('delegation_delegate').values(delegates.map((delegate) => ({ delegation_id: id, delegate: delegate.id, delegate_name: delegate.displayName }))).execute();
    tx.append({
      type: 'delegation.made',
      subjectKind: 'delegation',
      subjectId: id,
      data: { delegator: delegator.id, delegates: delegates.map((delegate) => delegate.id), startsOn: body.startsOn, ...(body.endsOn ? { endsOn: body.endsOn } : {}), powers: body.powers, types: body.types, services: body.services, ...(body.act ? { act: body.act.reference, actDay: body.act.day } : {}) },
    });
  });
  return view(house, caller, id);
}

/** Ends it now: from this moment on, nobody acts by it. */
export async function endDelegation(house: House, call: Call<Contract['endDelegation']>): Promise<DelegationView> {
  const { caller, params } = call;
  const seen = await requireDelegation(house, house.store.db, caller, params.id);
  if (!mayDelegateFor(caller, await someone(house, seen.delegator, caller), await house.settings())) throw forbidden('endDelegation');
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const ended = await tx.trx.updateTable('delegation').set({ ended_at: house.now(), ended_by: caller.id, ended_by_name: caller.displayName }).where('id', '=', seen.id).where('ended_at', 'is', null).returning('id').executeTakeFirst();
    if (!ended) throw conflict('endedAlready', 'It was ended before');
    tx.append({ type: 'delegation.ended', subjectKind: 'delegation', subjectId: seen.id, data: { delegator: seen.delegator, delegates: seen.delegates.map(({ id }) => id) } });
  });
  return view(house, caller, params.id);
}

export async function view(house: House, caller: Person, id: string): Promise<DelegationView> {
  const [shown] = await showAll(house, caller, [await requireDelegation(house, house.store.db, caller, id)], await house.settings());
  if (!shown) throw new Error(`Delegation ${id} is gone`);
  return shown;
}
