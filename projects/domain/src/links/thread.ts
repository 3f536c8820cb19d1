import type { LetterKind } from '../mail/vocabulary.js';
import type { LinkKind, LinkSource } from './kinds.js';

/** `from` answers, follows, replaces… `to`. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly source: LinkSource;
  /** Of a letter that is no answer: what it is. */
  readonly letter?: Exclude<LetterKind, 'answer'>;
}
export interface ThreadMail {
  readonly id: string;
  /** Its day: of arrival, of departure, or of capture. */
  readonly day: string;
}
export interface ThreadStep {
  readonly id: string;
  /** What ties it to mails that stand before it. */
  readonly ties: readonly { readonly to: string; readonly kind: LinkKind; readonly source: LinkSource; readonly letter?: Exclude<LetterKind, 'answer'>; readonly backwards: boolean }[];
}

/** Mails in the order of their days, an answer never before what it answers; each with its ties to those before it. */
export function threadOf(mails: readonly ThreadMail[], edges: readonly Edge[]): readonly ThreadStep[] {
  const order = inOrder(mails, edges);
  const place = new Map(order.map(({ id }, index) => [id, index]));
  return order.map(({ id }, index) => ({
    id,
    ties: edges
      .filter((edge) => edge.from === id || edge.to === id)
      .map(({ from, to, kind, source, letter }) => ({ to: from === id ? to : from, kind, source, ...(letter ? { letter } : {}), backwards: to === id }))
      .filter((tie) => (place.get(tie.to) ?? Infinity) < index),
  }));
}

function inOrder(mails: readonly ThreadMail[], edges: readonly Edge[]): readonly ThreadMail[] {
  const left = [...mails].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
  const order: ThreadMail[] = [];
  while (left.length) {
    const waits = (mail: ThreadMail): boolean => edges.some(({ from, to, kind }) => kind === 'answers' && from === mail.id && to !== mail.id && left.some(({ id }) => id === to));
    const at = left.findIndex((mail) => !waits(mail));
    // In a circle of answers, days decide.
    order.push(...left.splice(Math.max(at, 0), 1));
  }
  return order;
}
