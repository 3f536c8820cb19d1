import { addDays } from '@bannette/domain';
import type { ActionForm, Field } from './action-form.js';
import type { Known } from './forms.js';

type Form = Omit<ActionForm, 'action'>;

/** Days that are given for missing pieces unless somebody says other. */
const givenDays = 30;

/** The letter that goes with it, or none; the first template whose code or text fits is chosen. */
function letterFields({ mail, settings, today }: Known, fits: RegExp): Field[] {
  const templates = settings?.templates ?? [];
  const fit = templates.find(({ code }) => fits.test(code));
  const fills = (code: string): { subject: string; body: string } => {
    const template = templates.find((each) => each.code === code);
    return { subject: template?.subject ?? '', body: template?.body ?? '' };
  };
  return [
    { name: 'on', kind: 'day', required: true, value: today, latest: today },
    { name: 'template', kind: 'choice', options: templates.map(({ code, label }) => ({ value: code, label })), value: fit?.code ?? '', none: 'ACTION_FORM.NO_LETTER', fills },
    { name: 'subject', kind: 'line', value: fit?.subject ?? '' },
    { name: 'body', kind: 'text', value: fit?.body ?? '' },
    { name: 'channel', kind: 'choice', required: true, options: (['post', 'email', 'registered', 'registered_ar'] as const).map((value) => ({ value, label: `CHANNEL.${value}` })), value: mail.channel === 'email' || mail.channel === 'form' ? 'email' : 'post', label: 'FIELD.departureChannel' },
  ];
}

/** What was chosen as no letter takes its texts along. */
function withoutIdleText(fields: { readonly [name: string]: unknown }): { [name: string]: unknown } {
  const { subject, body, ...rest } = fields;
  return rest['template'] ? { ...rest, subject, body } : rest;
}

export const askPiecesForm = (known: Known): Form => ({
  note: 'ACTION_FORM.ASK_PIECES',
  fields: [{ name: 'pieces', kind: 'text', required: true }, { name: 'until', kind: 'day', required: true, value: addDays(known.today, givenDays) }, ...letterFields(known, /PIECES/)],
  send: (fields) => ({ ...withoutIdleText(fields), pieces: String(fields['pieces'] ?? '').split('\n').map((line) => line.replace(/^[\s–-]+/, '').trim()).filter(Boolean) }),
});

/** The receipt whose clock ends first; its template is that of what silence means. */
export const acknowledgeForm = (known: Known): Form => {
  const clocks = known.mail.clocks ?? [];
  const open = clocks.filter(({ kind, metOn }) => (kind === 'registrationReceipt' || kind === 'receipt') && !metOn);
  const kind = open[0]?.kind ?? 'receipt';
  const silence = clocks.some((clock) => clock.kind === 'silenceAccepts') ? /^ACCUSE.*SVA/ : clocks.some((clock) => clock.kind === 'silenceRefuses') ? /^ACCUSE.*SVR/ : /^ACCUSE_RECEPTION$/;
  return {
    note: 'ACTION_FORM.ACKNOWLEDGE',
    fields: [{ name: 'kind', kind: 'choice', required: true, label: 'FIELD.receiptKind', options: (['registrationReceipt', 'receipt'] as const).map((value) => ({ value, label: `CLOCK.RECEIPT_KIND.${value}` })), value: kind }, ...letterFields(known, kind === 'registrationReceipt' ? /^ACCUSE_ENREGISTREMENT/ : silence)],
    send: withoutIdleText,
  };
};

export const transmitForm = (known: Known): Form => ({
  note: 'ACTION_FORM.TRANSMIT',
  fields: [{ name: 'authority', kind: 'line', required: true }, ...letterFields(known, /TRANSMISSION/)],
  send: withoutIdleText,
});
