import { priorities } from '@bannette/domain';
import type { Mail, MailAction, Person, Settings } from '../api/types.js';
import { central } from '../sites/door.js';
import type { ActionForm, Field, Option } from './action-form.js';
import { acknowledgeForm, askPiecesForm, attestForm, dispatchForm, emailTo, extendForm, transmitForm } from './clock-forms.js';
import { aboutOf } from '../words/about.js';
import { LetterPlaces, type LetterText } from './letter-places.js';

/** What the forms are filled from. */
export interface Known {
  readonly mail: Mail;
  readonly settings: Settings['settings'] | undefined;
  readonly people: readonly Person[];
  readonly today: string;
  /** Whether letters can leave by e-mail from here. */
  readonly sendsEmail: boolean;
  /** Words of a key of translation. */
  readonly say: (key: string) => string;
}

const reason: Field = { name: 'reason', kind: 'text', required: true };
const named = (entries: readonly { readonly code: string; readonly label: string }[] | undefined): Option[] => (entries ?? []).map(({ code, label }) => ({ value: code, label }));
const otherServices = ({ mail, settings }: Known): Option[] => named(settings?.services.filter(({ retired }) => !retired)).filter(({ value }) => value !== mail.service);

/** A mail with open tasks or opinions is closed only when that is meant. */
function openWork({ tasks, consultations }: Mail): Field[] {
  const open = tasks?.some(({ state }) => state === 'open') || consultations?.some(({ state }) => state === 'open');
  return open ? [{ name: 'despiteOpenWork', kind: 'check', value: false, label: 'FIELD.despiteOpenWork' }] : [];
}

/** Of a mail that no service has yet: it isn't given back, it is given. */
const routeForm = (known: Known): Omit<ActionForm, 'action'> => ({
  called: { title: 'ACTION_FORM.ROUTE_TITLE', button: 'ACTION_FORM.ROUTE' },
  fields: [{ name: 'service', kind: 'choice', required: true, options: otherServices(known) }, { ...reason, value: known.say('ACTION_FORM.ROUTE_REASON') }],
});

const forms: { readonly [action in MailAction]?: (known: Known) => Omit<ActionForm, 'action'> } = {
  assign: ({ mail, people }) => ({
    fields: [{ name: 'assignee', kind: 'choice', required: true, options: people.map(({ id, displayName }) => ({ value: id, label: displayName })), value: mail.assignee?.id }],
  }),
  note: () => ({ fields: [{ name: 'text', kind: 'text', required: true, label: 'FIELD.note' }] }),
  copy: (known) => ({ fields: [{ name: 'services', kind: 'choices', required: true, options: otherServices(known).filter(({ value }) => !known.mail.copies.includes(value)) }] }),
  reroute: (known) => known.mail.state === 'registered' ? routeForm(known) : ({ fields: [reason, { name: 'service', kind: 'choice', options: otherServices(known), none: 'ACTION_FORM.REROUTE_NONE' }, { name: 'toMailRoom', kind: 'check', value: false }] }),
  passOn: ({ mail, settings }) => ({
    note: 'ACTION_FORM.PASS_ON',
    fields: [
      { name: 'site', kind: 'choice', required: true, label: 'FIELD.passedTo', options: [...(mail.site ? [{ value: central, label: 'SITE.CENTRAL' }] : []), ...named(settings?.sites.filter(({ code, mailRoom }) => mailRoom && code !== mail.site))] },
      reason,
    ],
  }),
  close: ({ mail }) => {
    const answers = mail.links.filter(({ kind, letter }) => kind === 'answeredBy' && !letter).map((answer) => ({ value: answer.id, label: aboutOf(answer) }));
    return {
      note: answers.length ? undefined : 'ACTION_FORM.CLOSE_UNANSWERED',
      fields: [...(answers.length ? [{ name: 'answerId', kind: 'choice', options: answers, value: answers.at(-1)?.value, none: 'ACTION_FORM.NO_ANSWER' } satisfies Field] : []), { name: 'comment', kind: 'text' }, ...openWork(mail)],
    };
  },
  closeWithoutAnswer: ({ mail }) => ({ fields: [reason, ...openWork(mail)] }),
  reopen: () => ({ fields: [reason] }),
  void: ({ mail }) => ({ fields: [reason], note: mail.chrono ? 'ACTION_FORM.VOID_NUMBERED' : 'ACTION_FORM.VOID_UNNUMBERED' }),
  setTrigger: ({ today }) => ({ fields: [{ name: 'day', kind: 'day', required: true, label: 'FIELD.trigger', latest: today }, reason], note: 'ACTION_FORM.TRIGGER' }),
  askPieces: askPiecesForm,
  prioritise: ({ mail }) => ({
    note: 'ACTION_FORM.PRIORITISE',
    fields: [{ name: 'priority', kind: 'choice', required: true, options: priorities.filter((one) => one !== (mail.priority ?? 'normal')).map((one) => ({ value: one, label: `PRIORITY.${one}` })), value: mail.priority && mail.priority !== 'normal' ? 'normal' : 'urgent' }],
  }),
  receivePieces: ({ today }) => ({ fields: [{ name: 'on', kind: 'day', required: true, label: 'FIELD.receivedOn', value: today, latest: today }] }),
  acknowledge: acknowledgeForm,
  attest: attestForm,
  dispatch: dispatchForm,
  extend: extendForm,
  transmit: (known) => {
    const form = transmitForm(known);
    return { ...form, fields: [...form.fields, ...openWork(known.mail)] };
  },
  answer: (known) => {
    const { mail, settings, today, say } = known;
    const templates = settings?.templates ?? [];
    const places = new LetterPlaces(mail, settings, say);
    const shown = (template: LetterText | undefined): LetterText => places.shown({ subject: template?.subject ?? '', body: template?.body ?? '' });
    const fills = (code: string): LetterText => shown(templates.find((each) => each.code === code));
    const [first] = templates;
    const { subject, body } = shown(first);
    return {
      note: 'ACTION_FORM.ANSWER',
      fields: [
        { name: 'template', kind: 'choice', required: true, options: named(templates), value: first?.code, fills },
        { name: 'subject', kind: 'line', required: true, value: subject },
        { name: 'body', kind: 'text', required: true, value: body },
        { name: 'departureDate', kind: 'day', required: true, value: today },
        { name: 'channel', kind: 'choice', required: true, options: (['post', 'email', 'registered', 'registered_ar'] as const).map((value) => ({ value, label: `CHANNEL.${value}` })), value: mail.channel === 'email' ? 'email' : 'post', label: 'FIELD.departureChannel' },
        ...emailTo(known, ({ departureDate }) => departureDate === today),
        { name: 'closes', kind: 'check', value: mail.actions.includes('close') },
        ...openWork(mail),
      ],
      open: places.open,
      send: places.sent,
    };
  },
};

/** What `action` asks first; undefined when it is done at once. */
export function formOf(action: MailAction, known: Known): ActionForm | undefined {
  const form = forms[action]?.(known);
  return form && { action, ...form };
}
