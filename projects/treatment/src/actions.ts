import { dayIn, daysBetween, isRestricted, serviceGroup, type Settings } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type Mail } from '@bannette/http';
import { act, type House, type MailRow } from '@bannette/house';
import { requireAnswer } from './answer.js';
import { closeWork } from './work/open-work.js';

/** Takes the mail: its author treats it, or the one in whose name they do; nobody else's work is taken over silently. */
export function take(house: House, call: Call<Contract['take']>): Promise<Mail> {
  const { id, displayName } = call.caller;
  return act(house, call, {
    action: 'take',
    undoable: true,
    lost: (mail) => requireFree(mail, id),
    change: (mail, _, replaced) => {
      const treats = replaced?.person ?? { id, displayName };
      requireFree(mail, treats.id);
      return { set: { assignee: treats.id, assignee_name: treats.displayName }, entry: { type: 'mail.taken' } };
    },
  });
}

/** Of two who take a mail at once, the second is told who was first. */
function requireFree({ assignee, assignee_name }: MailRow, person: string): void {
  if (assignee && assignee !== person) throw conflict('assignedToOther', 'The mail is assigned to somebody else', { assignee: assignee_name ?? assignee });
}

export function release(house: House, call: Call<Contract['release']>): Promise<Mail> {
  return act(house, call, { action: 'release', undoable: true, change: () => ({ set: { assignee: null, assignee_name: null }, entry: { type: 'mail.released' } }) });
}

/** Assigns to somebody who may open the mail. */
export async function assign(house: House, call: Call<Contract['assign']>): Promise<Mail> {
  const { assignee } = call.body;
  return act(house, call, {
    action: 'assign',
    undoable: true,
    change: async (mail, tx) => {
      const person = await tx.trx.selectFrom('person').select(['display_name', 'groups']).where('id', '=', assignee).executeTakeFirst();
      const ofService = mail.service !== null && person?.groups.includes(serviceGroup(mail.service));
      if (!person || !ofService || !mail.readers.some((reader) => person.groups.includes(reader))) throw invalid('notAReader', 'This person may not open the mail', { assignee });
      return { set: { assignee, assignee_name: person.display_name }, entry: { type: 'mail.assigned', data: { assignee, ...(mail.assignee ? { from: mail.assignee } : {}) }, personal: { assigneeName: person.display_name } } };
    },
  });
}

export async function copy(house: House, call: Call<Contract['copy']>): Promise<Mail> {
  const settings = await house.settings();
  return act(house, call, {
    action: 'copy',
    undoable: true,
    change: (mail) => {
      for (const code of call.body.services) requireService(code, mail, settings);
      const copies = [...new Set([...mail.copies, ...call.body.services])].filter((code) => code !== mail.service);
      return { set: { copies }, entry: { type: 'mail.copied', data: { services: call.body.services } } };
    },
  });
}

/** "Pas pour nous": on to another service, back to the rules without the tray that refuses it, or back to the mail room itself. */
export async function reroute(house: House, call: Call<Contract['reroute']>): Promise<Mail> {
  const settings = await house.settings();
  const { service, reason, toMailRoom } = call.body;
  return act(house, call, {
    action: 'reroute',
    undoable: true,
    change: (mail) => {
      if (service) requireService(service, mail, settings);
      const rule = mail.route_because?.params.rule;
      return {
        set: { wanted_service: service ?? null, service: null, tray: null, assignee: null, assignee_name: null, due_date: null, due_because: null, route_because: null },
        entry: { type: 'mail.rerouted', data: { ...(mail.tray ? { from: mail.tray } : {}), ...(service ? { service } : {}), ...(rule ? { rule } : {}), ...(toMailRoom && !service ? { toMailRoom } : {}) }, personal: { reason } },
      };
    },
  });
}

/** Refuses a service that can't get the mail. */
export function requireService(code: string, mail: MailRow, settings: Settings): void {
  const service = settings.services.find((candidate) => candidate.code === code);
  if (!service) throw invalid('unknownService', `There is no service ${code}`, { service: code });
  if (service.retired) throw invalid('serviceRetired', `${code} gets no more mail`, { service: service.label });
  if (isRestricted(mail) && mail.compartment && !service.compartments.includes(mail.compartment)) throw invalid('serviceNotCleared', `${code} has nobody cleared for ${mail.compartment}`, { service: service.label, compartment: mail.compartment });
}

export function close(house: House, call: Call<Contract['close']>): Promise<Mail> {
  const { answerId, comment, despiteOpenWork } = call.body;
  return act(house, call, {
    action: 'close',
    undoable: !despiteOpenWork,
    change: async (mail, tx) => {
      if (answerId) await requireAnswer(tx, mail, answerId);
      const { copies, told } = await closeWork(tx, mail, despiteOpenWork);
      return { set: { copies, closed_at: house.now(), closing_reason: comment ?? null }, entry: { type: 'mail.closed', data: { ...(answerId ? { answer: answerId } : {}), ...told }, ...(comment ? { personal: { comment } } : {}) } };
    },
  });
}

export function closeWithoutAnswer(house: House, call: Call<Contract['closeWithoutAnswer']>): Promise<Mail> {
  return act(house, call, {
    action: 'closeWithoutAnswer',
    undoable: !call.body.despiteOpenWork,
    change: async (mail, tx) => {
      const { copies, told } = await closeWork(tx, mail, call.body.despiteOpenWork);
      return { set: { copies, closed_at: house.now(), closing_reason: call.body.reason }, entry: { type: 'mail.closedWithoutAnswer', data: told, personal: { reason: call.body.reason } } };
    },
  });
}

/** Reopens for as long as the authority's setting allows; later, a new linked mail is the way. */
export async function reopen(house: House, call: Call<Contract['reopen']>): Promise<Mail> {
  const { authority } = await house.settings();
  return act(house, call, {
    action: 'reopen',
    change: (mail) => {
      const dayOf = (at: Date): string => dayIn(authority.timeZone, at);
      if (mail.closed_at && daysBetween(dayOf(mail.closed_at), dayOf(house.now())) > authority.reopenDays) throw conflict('notReopenable', `Closed for more than ${authority.reopenDays} days`, { days: authority.reopenDays });
      return { set: { closed_at: null, closing_reason: null }, entry: { type: 'mail.reopened', personal: { reason: call.body.reason } } };
    },
  });
}
