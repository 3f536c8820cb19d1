import { dayIn, extensionOf, mayAnswerOpinion, readersOf, serviceGroup, type Settings } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Call, type Contract, type Mail } from '@bannette/http';
import { act, actInName, changeMail, contextOf, forRights, lockMail, requireRight, viewMail, type House, type MailRow, type OpinionRow } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { requireService } from '../actions.js';
import { orForget, takeFile, type LooksAtFiles, type TakenFile } from '../file.js';
import { follow, opinionsOf, type ConsultationRow, type Turn } from './consultation.js';
import { knownPeople, opens } from './readers.js';

type Asked = Call<Contract['askOpinion']>['body']['asked'][number];

/** Asks for opinions, one after the other or all together. */
export async function askOpinion(house: House, call: Call<Contract['askOpinion']>): Promise<Mail> {
  const turn = await turnOf(house);
  const { question, mode, onLimit, asked } = call.body;
  for (const { until } of asked) if (until && until <= turn.today) throw invalid('dayPast', `${until} is past`, { day: until });
  return act(house, call, {
    action: 'askOpinion',
    change: async (mail, tx) => {
      const people = await peopleAsked(tx, mail, asked, call.caller.id, turn.settings);
      const consultation = await tx.trx
        .insertInto('consultation')
        .values({ id: newId(), entity_id: house.entityId, mail_id: mail.id, question, mode, on_limit: onLimit, asked_by: call.caller.id, asked_by_name: call.caller.displayName, on_behalf_of: tx.context.onBehalfOf ?? null })
        .returningAll()
        .executeTakeFirstOrThrow();
      await tx.trx
        .insertInto('opinion')
        .values(people.map(({ person, service, until, workingDays }, index) => ({ id: newId(), consultation_id: consultation.id, entity_id: house.entityId, mail_id: mail.id, position: index + 1, person: person ?? null, service: service ?? null, working_days: workingDays ?? null, wanted_by: until ?? null, state: 'waiting' as const })))
        .execute();
      const copies = await follow(tx, mail, consultation, turn);
      return { set: { copies }, entry: { type: 'mail.consulted', data: { consultation: consultation.id, mode, asked: asked.length, copies } } };
    },
  });
}

/**
 * Who is asked, each with the service through which they get to read the mail where they can't yet. Nodes name groups: a
 * person is let in with their service or not at all.
 */
async function peopleAsked(tx: Tx, mail: MailRow, asked: readonly Asked[], author: string, settings: Settings): Promise<Asked[]> {
  const people = await knownPeople(tx, asked.flatMap(({ person }) => person ?? []));
  return asked.map((one) => {
    const { person, service } = one;
    if (person === author) throw invalid('askYourself', 'Nobody asks themselves');
    if (person === undefined) {
      if (service !== mail.service && !mail.copies.includes(service ?? '')) requireService(service ?? '', mail, settings);
      return one;
    }
    const known = people.get(person);
    if (opens(known, mail.readers)) return { ...one, service: undefined };
    const own = settings.services.map(({ code }) => code).filter((code) => known?.groups.includes(serviceGroup(code)));
    const through = service ?? own[0];
    const readers = through && own.includes(through) ? readersOf({ ...forRights(mail), copies: [...mail.copies, through] }) : [];
    if (!through || !opens(known, readers)) throw invalid('notAReader', 'This person may not open the mail, and can’t be let in', { assignee: known?.display_name ?? person });
    requireService(through, mail, settings);
    return { ...one, service: through };
  });
}

/** Gives an opinion, with a document of its own if wanted. Who was asked next is asked now; services that were in copy for it leave when all is said. */
export async function giveOpinion(house: House, call: Call<Contract['giveOpinion']>, antivirus: LooksAtFiles | undefined): Promise<Mail> {
  const turn = await turnOf(house);
  const { caller, params, body } = call;
  const seen = await house.store.db.selectFrom('mail').selectAll().where('id', '=', params.id).executeTakeFirst();
  requireRight(caller, 'read', seen);
  const file = body.file && (await takeFile(house, body.file, antivirus));
  await orForget(house, file, () =>
    house.store.transaction(contextOf(house, call), async (tx) => {
      const { mail, opinion, consultation } = await found(tx, call);
      const by = mayAnswerOpinion(caller, { person: opinion.person ?? undefined, service: opinion.service ?? undefined, state: opinion.state }, forRights(mail));
      if (!by && opinion.state !== 'asked' && opinion.state !== 'passed') throw conflict('notAsked', 'This opinion is not asked for now', { state: opinion.state });
      if (!by) throw forbidden('giveOpinion');
      if (by.for) tx.actFor(by.for);
      const document = file && (await attach(tx, mail, file));
      await tx.trx.updateTable('opinion').set({ state: 'given', verdict: body.verdict, words: body.words ?? null, document_id: document ?? null, given_by: caller.id, given_by_name: caller.displayName, given_at: turn.now, on_behalf_of: by.for ?? null }).where('id', '=', opinion.id).execute();
      const copies = await follow(tx, mail, consultation, turn);
      await changeMail(tx, mail, { set: { copies }, entry: { type: 'mail.opinionGiven', data: { opinion: opinion.id, verdict: body.verdict, askedBy: consultation.asked_by, copies, ...(file ? { documents: [{ size: file.size, sha512: file.sha512 }] } : {}) } } });
    }),
  );
  return viewMail(house, caller, params.id);
}

/** What goes with an opinion is a document of the mail; its name is neutral, as it can't be changed later. */
async function attach(tx: Tx, mail: MailRow, file: TakenFile): Promise<string> {
  const { position } = await tx.trx.selectFrom('document').select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('position')).where('mail_id', '=', mail.id).executeTakeFirstOrThrow();
  const next = Number(position) + 1;
  const id = newId();
  await tx.trx.insertInto('document').values({ id, mail_id: mail.id, position: next, role: 'attachment', name: `${mail.node_name ?? mail.chrono ?? 'document'}-${next}.${extensionOf(file.mediaType)}`, media_type: file.mediaType, size: file.size, sha512: file.sha512, pages: 1, warnings: '[]', spool_key: file.key }).execute();
  return id;
}

export async function withdrawOpinion(house: House, call: Call<Contract['withdrawOpinion']>): Promise<Mail> {
  const turn = await turnOf(house);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const { mail, opinion, consultation } = await foundToAsk(tx, call);
    if (opinion.state === 'given' || opinion.state === 'withdrawn') throw conflict('notAsked', 'This opinion is not asked for now', { state: opinion.state });
    await tx.trx.updateTable('opinion').set({ state: 'withdrawn' }).where('id', '=', opinion.id).execute();
    const copies = await follow(tx, mail, consultation, turn);
    await changeMail(tx, mail, { set: { copies }, entry: { type: 'mail.opinionWithdrawn', data: { opinion: opinion.id, copies, ...(opinion.person ? { person: opinion.person } : {}) }, personal: { reason: call.body.reason } } });
  });
  return viewMail(house, call.caller, call.params.id);
}

/** Asks the same people once more, at once; what they said before stays. */
export async function askOpinionAgain(house: House, call: Call<Contract['askOpinionAgain']>): Promise<Mail> {
  const turn = await turnOf(house);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const { mail, opinion, consultation } = await foundToAsk(tx, call);
    if (opinion.state === 'waiting' || opinion.state === 'asked') throw conflict('askedAlready', 'This opinion is being asked for');
    const { until, workingDays } = call.body;
    if (until && until <= turn.today) throw invalid('dayPast', `${until} is past`, { day: until });
    if (opinion.service && opinion.service !== mail.service && !mail.copies.includes(opinion.service)) requireService(opinion.service, mail, turn.settings);
    if (opinion.state === 'passed') await tx.trx.updateTable('opinion').set({ state: 'withdrawn' }).where('id', '=', opinion.id).execute();
    const all = await opinionsOf(tx, consultation.id);
    const position = Math.max(...all.map((one) => one.position)) + 1;
    const id = newId();
    await tx.trx.insertInto('opinion').values({ id, consultation_id: consultation.id, entity_id: mail.entity_id, mail_id: mail.id, position, person: opinion.person, service: opinion.service, working_days: workingDays ?? (until ? null : opinion.working_days), wanted_by: until ?? null, state: 'waiting', asked_again_of: opinion.id }).execute();
    await tx.trx.updateTable('consultation').set({ state: 'open', ended_at: null }).where('id', '=', consultation.id).execute();
    const copies = await follow(tx, mail, { ...consultation, state: 'open' }, turn);
    await changeMail(tx, mail, { set: { copies }, entry: { type: 'mail.opinionAskedAgain', data: { opinion: id, before: opinion.id, copies } } });
  });
  return viewMail(house, call.caller, call.params.id);
}

export async function turnOf(house: House): Promise<Turn> {
  const settings = await house.settings();
  return { settings, now: house.now(), today: dayIn(settings.authority.timeZone, house.now()) };
}

interface Found {
  readonly mail: MailRow;
  readonly opinion: OpinionRow;
  readonly consultation: ConsultationRow;
}

async function found(tx: Tx, { params, caller }: Pick<Call<Contract['withdrawOpinion']>, 'params' | 'caller'>): Promise<Found> {
  const mail = await lockMail(tx, params.id);
  requireRight(caller, 'read', mail);
  const opinion = await tx.trx.selectFrom('opinion').selectAll().where('id', '=', params.opinion).where('mail_id', '=', mail.id).executeTakeFirst();
  if (!opinion) throw notFound('opinion');
  const consultation = await tx.trx.selectFrom('consultation').selectAll().where('id', '=', opinion.consultation_id).executeTakeFirstOrThrow();
  return { mail, opinion, consultation };
}

/** For who may ask for opinions on the mail. */
async function foundToAsk(tx: Tx, call: Pick<Call<Contract['withdrawOpinion']>, 'params' | 'caller'>): Promise<Found> {
  const one = await found(tx, call);
  requireRight(call.caller, 'askOpinion', one.mail);
  actInName(tx, call.caller, 'askOpinion', one.mail);
  return one;
}
