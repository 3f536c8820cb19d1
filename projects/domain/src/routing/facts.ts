import type { Channel, CorrespondentKind, Priority } from '../mail/vocabulary.js';
import { fold } from './text.js';

/** What distribution knows of a registered mail. */
export interface Routable {
  readonly type: string;
  readonly subject: string;
  readonly text: string;
  readonly postcode?: string;
  /** Where it came in. */
  readonly site?: string;
  /** The service that the operator confirmed; it overrules the rules. */
  readonly service?: string;
  /** The tray that has just given it back: no rule leads there again. */
  readonly refusedBy?: string;
  readonly channel?: Channel;
  /** Ids of the sender, of whom they were joined with, and of organisations for which they write. */
  readonly senders?: readonly string[];
  readonly senderKind?: CorrespondentKind;
  readonly senderDomain?: string;
  readonly affair?: string;
  /** Values of custom fields. */
  readonly fields?: { readonly [key: string]: unknown };
  /** Natures of its documents, and broader ones. */
  readonly natures?: readonly string[];
  readonly beneficiaryKnown?: boolean;
  /** How well the worst of its documents could be read, in percent. */
  readonly confidence?: number;
  readonly priority?: Priority;
  readonly confidentiality?: number;
  readonly compartment?: string;
}

/** As rules compare it: its words folded once. */
export interface FoldedMail extends Routable {
  readonly foldedSubject: string;
  readonly foldedText: string;
}
export const folded = (mail: Routable | FoldedMail): FoldedMail => ('foldedText' in mail ? mail : { ...mail, foldedSubject: fold(mail.subject), foldedText: fold(mail.text) });
