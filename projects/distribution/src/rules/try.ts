import { dayIn, destinationOf, tryRules, type RouteBecause } from '@bannette/domain';
import type { Call, Contract } from '@bannette/http';
import { requireRight, selectMails, toLine, type House } from '@bannette/house';
import { factsOf } from './facts.js';
import { keptFacts } from './record.js';
import { requireRules } from './simulations.js';

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Rules asked of one mail that the caller may open: from the facts of its first distribution, or those of now before it has one. */
export async function tryOnMail(house: House, { caller, body }: Call<Contract['tryRules']>) {
  requireRules(caller, 'try');
  const { db } = house.store;
  const settings = await house.settings();
  const found = await db.selectFrom('mail').selectAll().where('entity_id', '=', house.entityId).where(isId(body.mail) ? 'id' : 'chrono', '=', isId(body.mail) ? body.mail.toLowerCase() : body.mail.toUpperCase()).executeTakeFirst();
  requireRight(caller, 'read', found);
  const first = await db.selectFrom('distribution').selectAll().where('mail_id', '=', found.id).orderBy('at').orderBy('id').limit(1).executeTakeFirst();
  const facts = first ? keptFacts(first.facts, found.read_text) : { ...(await factsOf(db, found, settings)), text: found.read_text };
  const today = dayIn(settings.authority.timeZone, house.now());
  const { tray, service, because } = destinationOf(facts, { ...settings, rules: body.rules }, today);
  const line = await selectMails(db).where('mail.id', '=', found.id).executeTakeFirstOrThrow();
  return {
    mail: toLine(line, { person: caller, settings, now: house.now() }),
    tried: tryRules(facts, body.rules, today).map((rule) => ({ ...rule, criteria: [...rule.criteria], groups: rule.groups.map(({ of, ...group }) => ({ ...group, of: of.map((set) => [...set]) })) })),
    tray,
    service,
    because: because as Told,
    distributed: first ? { tray: first.tray ?? undefined, service: first.service ?? undefined, at: first.at.toISOString(), because: first.because as unknown as Told } : undefined,
  };
}
type Told = { code: string; params: { [name: string]: string | number } } & Pick<RouteBecause, 'matched' | 'gave'>;
