import { route, type Route, type Settings } from '@bannette/domain';
import { changeMail, lockMail, treatmentDue, type House, type Listening, type MailChange, type MailRow } from '@bannette/house';

/** Hears of numbered and re-routed mails, and gives each its tray, its readers and its due date. */
export function distribute(house: House): Listening {
  return {
    name: 'distribution.distribute',
    types: ['mail.registered', 'mail.letThrough', 'mail.rerouted', 'mail.passedOn'],
    handle: async (entry, tx) => {
      const mail = await lockMail(tx, entry.subjectId);
      if (mail?.state !== 'registered') return;
      const settings = await house.settings();
      await changeMail(tx, mail, decide(mail, settings, typeof entry.data.from === 'string' ? entry.data.from : undefined));
    },
  };
}

/** Where a registered mail goes and why; one that no rule takes stays with the mail room. */
export function decide(mail: MailRow, settings: Settings, refusedBy: string | undefined): MailChange {
  const retired = new Set(settings.services.filter((service) => service.retired).map(({ code }) => code));
  const trays = settings.trays.filter((tray) => !retired.has(tray.service));
  const usable = { rules: settings.rules.filter((rule) => rule.tray !== refusedBy && trays.some(({ id }) => id === rule.tray)), trays };
  const found = route(
    { type: mail.type ?? '', subject: mail.subject ?? '', text: mail.read_text, postcode: mail.correspondent?.postcode, service: mail.wanted_service ?? undefined, site: mail.site ?? undefined },
    usable,
  );
  const tray = settings.trays.find(({ id }) => id === found?.tray);
  const service = settings.services.find(({ code }) => code === tray?.service);
  if (!found || !tray || !service) return unrouted('route.none', {});
  if (mail.compartment && !service.compartments.includes(mail.compartment)) return unrouted('route.notCleared', { service: service.label, compartment: mail.compartment });
  const due = treatmentDue(mail, settings);
  return {
    set: {
      state: 'distributed',
      tray: tray.id,
      service: service.code,
      route_because: JSON.stringify(because(found, settings)),
      due_date: due?.day ?? null,
      due_because: due ? JSON.stringify(due.because) : null,
    },
    entry: { type: 'mail.distributed', data: { tray: tray.id, service: service.code, because: because(found, settings), ...(due ? { dueDate: due.day } : {}) } },
  };
}

function unrouted(code: string, params: { [name: string]: string }): MailChange {
  return { set: { tray: null, service: null, wanted_service: null, route_because: JSON.stringify({ code, params }) }, entry: { type: 'mail.unrouted', data: { because: code } } };
}

function because(found: Route, settings: Settings): { code: string; params: { [name: string]: string } } {
  if (found.because.kind === 'operator') {
    const { service } = found.because;
    return { code: 'route.operator', params: { service: settings.services.find(({ code }) => code === service)?.label ?? service } };
  }
  return { code: 'route.rule', params: { rule: found.because.rule, label: found.because.label, matched: found.because.matched.map(({ value }) => value).join(', ') } };
}
