import { dayIn, destinationOf, impersonal, morePressing, readersOf, serviceGroup, type Confidentiality, type Destination, type Settings } from '@bannette/domain';
import { changeMail, forRights, lockMail, treatmentDue, type House, type Listening, type MailChange, type MailRow } from '@bannette/house';
import type { JsonObject, Tx } from '@bannette/store';
import { factsOf } from './rules/facts.js';
import { markReturned, recordDistribution, unmarkReturned } from './rules/record.js';

/** Hears of numbered and re-routed mails, and gives each its tray, its readers and its due date; keeps what came back against what sent it. */
export function distribute(house: House): Listening {
  return {
    name: 'distribution.distribute',
    types: ['mail.registered', 'mail.letThrough', 'mail.rerouted', 'mail.passedOn', 'mail.restored', 'mail.undone'],
    swift: true,
    locks: true,
    handle: async (entry, tx) => {
      const { data, subjectId } = entry;
      if (entry.type === 'mail.undone') return data.action === 'reroute' ? unmarkReturned(tx, subjectId) : undefined;
      const mail = await lockMail(tx, subjectId);
      if (entry.type === 'mail.rerouted') await markReturned(tx, subjectId, entry.actor, entry.at);
      if (mail?.state !== 'registered') return;
      const settings = await house.settings();
      const now = house.now();
      const facts = await factsOf(tx.trx, mail, settings, typeof data.from === 'string' ? data.from : undefined);
      if (data.toMailRoom === true) return void (await changeMail(tx, mail, returned()));
      const to = destinationOf({ ...facts, text: mail.read_text }, settings, dayIn(settings.authority.timeZone, now));
      await changeMail(tx, mail, changeFor(mail, to, settings, await assigneeOf(tx, mail, to)));
      await recordDistribution(tx, mail, facts, to, now);
    },
  };
}

/** A service gave it back to the mail room itself: no rule is asked. */
const returned = (): MailChange => ({ set: { tray: null, service: null, wanted_service: null, for_function: null, route_because: JSON.stringify({ code: 'route.returned', params: {} }) }, entry: { type: 'mail.unrouted', data: { because: 'route.returned' } } });

/** Whom a rule names, if they are of the service and may open the mail; else nobody, and its tray holds it. */
async function assigneeOf(tx: Tx, mail: MailRow, to: Destination): Promise<{ id: string; name: string } | undefined> {
  if (!to.assignee || !to.service || mail.assignee) return undefined;
  const person = await tx.trx.selectFrom('person').select(['id', 'display_name', 'groups']).where('id', '=', to.assignee).executeTakeFirst();
  const readers = readersOf({ ...forRights(mail), service: to.service, confidentiality: raised(mail, to) });
  return person?.groups.includes(serviceGroup(to.service)) && readers.some((group) => person.groups.includes(group)) ? { id: person.id, name: person.display_name } : undefined;
}

const raised = (mail: MailRow, { confidentiality = 0 }: Destination): Confidentiality => Math.max(mail.confidentiality, confidentiality) as Confidentiality;

/** What a mail becomes on its way; one that no rule takes stays with the mail room. */
export function changeFor(mail: MailRow, to: Destination, settings: Settings, assignee?: { readonly id: string; readonly name: string }): MailChange {
  const { tray, service, because } = to;
  if (!tray || !service) return { set: { tray: null, service: null, wanted_service: null, for_function: null, route_because: JSON.stringify(because) }, entry: { type: 'mail.unrouted', data: { because: because.code } } };
  const ruled = ruledBy(mail, to);
  const due = treatmentDue({ ...mail, ...ruled }, settings);
  return {
    set: {
      state: 'distributed',
      tray,
      service,
      for_function: to.function ?? null,
      ...ruled,
      ...(assignee ? { assignee: assignee.id, assignee_name: assignee.name } : {}),
      route_because: JSON.stringify(because),
      due_date: due?.day ?? null,
      due_because: due ? JSON.stringify(due.because) : null,
    },
    entry: {
      type: 'mail.distributed',
      data: { tray, service, because: impersonal(because) as unknown as JsonObject, ...(due ? { dueDate: due.day } : {}), ...toldOf(ruled), ...(to.function ? { function: to.function } : {}), ...(assignee ? { assignee: assignee.id } : {}) },
      ...(assignee ? { personal: { assigneeName: assignee.name } } : {}),
    },
  };
}

type Ruled = Partial<Pick<MailRow, 'copies' | 'priority' | 'confidentiality'>>;
/** What a rule adds to the mail: never less than it had. */
function ruledBy(mail: MailRow, to: Destination): Ruled {
  const copies = [...new Set([...mail.copies, ...to.copies])].filter((code) => code !== to.service);
  const usual = mail.priority ?? 'normal';
  const priority = morePressing(to.priority ?? usual, usual);
  const confidentiality = raised(mail, to);
  return { ...(to.copies.length ? { copies } : {}), ...(priority === usual ? {} : { priority }), ...(confidentiality === mail.confidentiality ? {} : { confidentiality }) };
}
const toldOf = ({ copies, priority, confidentiality }: Ruled): JsonObject => ({ ...(copies ? { copies } : {}), ...(priority ? { priority } : {}), ...(confidentiality === undefined ? {} : { confidentiality }) });
