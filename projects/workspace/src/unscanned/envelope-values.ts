import type { CorrespondentKind, EnvelopeTimes } from '@bannette/domain';
import type { RegisterUnscannedBody } from '../api/types.js';

/** What is typed of an envelope. */
export interface EnvelopeValues {
  readonly kind: string;
  readonly receivedAt: string;
  readonly service: string;
  readonly type: string;
  readonly sender: string;
  readonly senderKind: CorrespondentKind;
  readonly addressee: string;
  readonly reference: string;
  readonly amount: string;
  /** `HH:MM`. */
  readonly time: string;
  readonly deadline: string;
  readonly deadlineTime: string;
  readonly remark: string;
}
export type EnvelopeFieldName = keyof EnvelopeValues;

export const emptyEnvelope: EnvelopeValues = { kind: '', receivedAt: '', service: '', type: '', sender: '', senderKind: 'individual', addressee: '', reference: '', amount: '', time: '', deadline: '', deadlineTime: '', remark: '' };

const euros = /^\d{1,9}(?:[.,]\d{1,2})?$/;

/** "1 250,5" ↔ 125050 cents; undefined for what is no amount. */
export function centsIn(text: string): number | undefined {
  const written = text.replace(/[\s\u00a0\u202f€]/g, '');
  return euros.test(written) ? Math.round(Number(written.replace(',', '.')) * 100) : undefined;
}

/** What has to be mended before it can be registered, by field: a key under `UNSCANNED.FLAW`. */
export function envelopeFlaws(values: EnvelopeValues, today: string, now = '23:59'): { readonly [field in EnvelopeFieldName]?: string } {
  return {
    ...(values.kind ? {} : { kind: 'required' }),
    ...(values.service ? {} : { service: 'required' }),
    ...(!values.receivedAt ? { receivedAt: 'required' } : values.receivedAt > today ? { receivedAt: 'future' } : {}),
    ...(values.time && values.receivedAt === today && values.time > now ? { time: 'futureTime' } : {}),
    ...(values.deadlineTime && !values.deadline ? { deadline: 'required' } : {}),
    ...(values.amount.trim() && centsIn(values.amount) === undefined ? { amount: 'amount' } : {}),
  };
}

/** Days and times, empty ones as none. */
export function emptyAsNone({ receivedAt, time, deadline, deadlineTime }: EnvelopeValues): EnvelopeTimes {
  return { receivedAt, time: time || undefined, deadline: deadline || undefined, deadlineTime: deadlineTime || undefined };
}

/** What is sent; what its kind does not ask for is left out, though it was typed before the kind was changed. */
export function envelopeBody(values: EnvelopeValues, key: string, asks: readonly string[]): RegisterUnscannedBody {
  const text = (value: string): string | undefined => value.trim() || undefined;
  const asked = <T>(field: string, value: T | undefined): T | undefined => (asks.includes(field) ? value : undefined);
  const sender = text(values.sender);
  return {
    key,
    kind: values.kind,
    receivedAt: values.receivedAt,
    service: values.service,
    type: text(values.type),
    sender: sender ? { kind: values.senderKind, name: sender } : undefined,
    addressee: asked('addressee', text(values.addressee)),
    reference: asked('reference', text(values.reference)),
    amount: asked('amount', values.amount.trim() ? centsIn(values.amount) : undefined),
    time: asked('time', text(values.time)),
    deadline: asked('deadline', text(values.deadline)),
    deadlineTime: asked('deadline', text(values.deadlineTime)),
    remark: text(values.remark),
  };
}
