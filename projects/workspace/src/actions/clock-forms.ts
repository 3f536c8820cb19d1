import { addDays, isPaper, mentionsMissing, silenceKinds, type SilenceKind } from '@bannette/domain';
import type { ActionForm, Field } from './action-form.js';
import type { Known } from './forms.js';
import { LetterPlaces, type LetterText } from './letter-places.js';

type Form = Omit<ActionForm, 'action'>;

/** Days that are given for missing pieces unless somebody says other. */
const givenDays = 30;

/** The letter that goes with it, or none; the first template whose code or text fits is chosen. */
function letterFields(known: Known, fits: RegExp, places: LetterPlaces, always = false): Field[] {
  const { mail, settings, today } = known;
  const templates = settings?.templates ?? [];
  const fit = templates.find(({ code }) => fits.test(code));
  const fills = (code: string): LetterText => shownOf(templates.find((each) => each.code === code), places);
  const first = shownOf(fit, places);
  return [
    { name: 'on', kind: 'day', required: true, label: 'FIELD.sentOn', value: today, latest: today },
    { name: 'template', kind: 'choice', options: templates.map(({ code, label }) => ({ value: code, label })), value: fit?.code ?? '', ...(always ? { required: true } : { none: 'ACTION_FORM.NO_LETTER' }), fills },
    { name: 'subject', kind: 'line', value: first.subject },
    { name: 'body', kind: 'text', value: first.body },
    { name: 'channel', kind: 'choice', required: true, options: (['post', 'email', 'registered', 'registered_ar'] as const).map((value) => ({ value, label: `CHANNEL.${value}` })), value: mail.channel === 'email' || mail.channel === 'form' ? 'email' : 'post', label: 'FIELD.departureChannel' },
    ...emailTo(known, ({ template, on }) => !!template && on === today),
  ];
}

/** Where a letter leaves to by e-mail from here: it leaves today. */
export const emailTo = ({ mail, sendsEmail }: Known, may: NonNullable<Field['when']>): Field[] =>
  sendsEmail ? [{ name: 'to', kind: 'line', email: true, label: 'FIELD.emailTo', hint: 'ACTION_FORM.TO', value: mail.correspondent?.email ?? '', when: (values) => values['channel'] === 'email' && may(values) }] : [];

/** A template as its author sees it; none is empty. */
const shownOf = (template: LetterText | undefined, places: LetterPlaces): LetterText => places.shown({ subject: template?.subject ?? '', body: template?.body ?? '' });

/** What was chosen as no letter takes its texts along. */
function withoutIdleText(fields: { readonly [name: string]: unknown }): { [name: string]: unknown } {
  const { subject, body, ...rest } = fields;
  return rest['template'] ? { ...rest, subject, body } : rest;
}

export const askPiecesForm = (known: Known): Form => {
  // Clocks stand still then: until when silence is an answer is known only after.
  const places = new LetterPlaces(known.mail, known.settings, known.say, ['pieces', 'until', 'silenceDay', 'silence']);
  return {
    note: 'ACTION_FORM.ASK_PIECES',
    fields: [{ name: 'pieces', kind: 'text', required: true }, { name: 'until', kind: 'day', required: true, value: addDays(known.today, givenDays) }, ...letterFields(known, /PIECES/, places)],
    open: places.open,
    send: (fields) => ({ ...withoutIdleText(places.sent(fields)), pieces: String(fields['pieces'] ?? '').split('\n').map((line) => line.replace(/^[\s–-]+/, '').trim()).filter(Boolean) }),
  };
};

/** Templates of receipts by what silence means; the first that there is. */
const receipts: { readonly [silence in SilenceKind]: RegExp } = { silenceAccepts: /^ACCUSE.*SVA/, silenceRefuses: /^ACCUSE.*SVR/, documentAccess: /^ACCUSE.*CADA/, appeal: /^ACCUSE.*RECOURS/ };

/** The receipt whose clock ends first; its template is that of what silence means. What the letter lacks of what it must tell is said as it is written. */
export const acknowledgeForm = (known: Known): Form => {
  const clocks = known.mail.clocks ?? [];
  const open = clocks.filter(({ kind, metOn }) => (kind === 'registrationReceipt' || kind === 'receipt') && !metOn);
  const kind = open[0]?.kind ?? 'receipt';
  const silence = silenceKinds.find((one) => clocks.some((clock) => clock.kind === one));
  const places = new LetterPlaces(known.mail, known.settings, known.say);
  const fits = (of: string): RegExp => (of === 'registrationReceipt' ? /^ACCUSE_ENREGISTREMENT/ : silence ? receipts[silence] : /^ACCUSE_RECEPTION$/);
  const fills = (of: string): { template: string; subject: string; body: string } => {
    const template = known.settings?.templates.find(({ code }) => fits(of).test(code));
    return { template: template?.code ?? '', ...shownOf(template, places) };
  };
  const electronic = !isPaper(known.mail.channel);
  return {
    note: 'ACTION_FORM.ACKNOWLEDGE',
    fields: [{ name: 'kind', kind: 'choice', required: true, label: 'FIELD.receiptKind', options: (['registrationReceipt', 'receipt'] as const).map((value) => ({ value, label: `CLOCK.RECEIPT_KIND.${value}` })), value: kind, fills }, ...letterFields(known, fits(kind), places)],
    open: places.open,
    send: (fields) => withoutIdleText(places.sent(fields)),
    lacks: ({ kind: said, template, ...letter }) => (template ? mentionsMissing(String(places.sent(letter)['body'] ?? ''), { kind: said === 'registrationReceipt' ? said : 'receipt', electronic, ...(silence ? { silence } : {}) }).map((mention) => `MENTION.${mention}`) : []),
  };
};

export const attestForm = (known: Known): Form => {
  const places = new LetterPlaces(known.mail, known.settings, known.say);
  return { note: 'ACTION_FORM.ATTEST', fields: letterFields(known, /^ATTESTATION/, places, true), open: places.open, send: (fields) => withoutIdleText(places.sent(fields)) };
};

export const extendForm = (known: Known): Form => {
  const places = new LetterPlaces(known.mail, known.settings, known.say, ['reason', 'until']);
  return { note: 'ACTION_FORM.EXTEND', fields: [{ name: 'reason', kind: 'text', required: true }, ...letterFields(known, /^PROLONGATION/, places)], open: places.open, send: (fields) => withoutIdleText(places.sent(fields)) };
};

export const dispatchForm = ({ mail }: Known): Form => ({ note: 'ACTION_FORM.DISPATCH', fields: [{ name: 'to', kind: 'line', required: true, email: true, label: 'FIELD.emailTo', value: mail.dispatched?.find(({ id }) => id === mail.id)?.to ?? '' }] });

export const transmitForm = (known: Known): Form => {
  const places = new LetterPlaces(known.mail, known.settings, known.say, ['authority']);
  return {
    note: 'ACTION_FORM.TRANSMIT',
    fields: [{ name: 'authority', kind: 'line', required: true }, ...letterFields(known, /TRANSMISSION/, places)],
    open: places.open,
    send: (fields) => withoutIdleText(places.sent(fields)),
  };
};
