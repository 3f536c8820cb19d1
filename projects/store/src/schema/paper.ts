import type { Generated, JSONColumnType } from 'kysely';
import type { SiteColumns } from './sites.js';

/** What was written down of an envelope; persons are named in it. */
export interface Envelope {
  readonly addressee?: string;
  /** Number of the registered letter, or another that the post gave. */
  readonly reference?: string;
  /** In cents. */
  readonly amount?: number;
  /** `HH:MM` at which it arrived, of the authority. */
  readonly time?: string;
  /** Last day for a bid, and `HH:MM` on it. */
  readonly deadline?: string;
  readonly deadlineTime?: string;
  /** When a commission opened it, before whom. */
  readonly unsealed?: { readonly at: string; readonly by: string; readonly witnesses: readonly string[]; readonly remark?: string };
  /** When its original went back to the sender, and how. */
  readonly returned?: { readonly on: string; readonly by: string; readonly how: 'post' | 'hand'; readonly reference?: string };
}

/** To whom an envelope was given last. */
export interface HandedOver {
  readonly round: string;
  readonly at: string;
  readonly by?: string;
  readonly to: string;
  /** Service that the mail was for then: sent on to another, it has to be handed over again. */
  readonly service: string | null;
  readonly method: 'signature' | 'login';
  /** Of the signature's image, hexadecimal SHA-512. */
  readonly signature?: string;
}

/** Columns of a mail that tell where its paper is. */
export interface PaperColumns {
  /** Kind of mail that is not scanned; none for what was. */
  unscanned: string | null;
  envelope: JSONColumnType<Envelope> | null;
  handed_over: JSONColumnType<HandedOver> | null;
  /** Number that the scanner printed or the label carries, in capitals. */
  endorsement: string | null;
  /** Of its last page, when its pages bear several numbers of one run. */
  endorsement_last: string | null;
  endorsed_on: string | null;
  scanner: string | null;
  /** Archive box that the paper is in. */
  box: string | null;
}

export interface BoxTable extends SiteColumns {
  entity_id: string;
  code: string;
  /** Whose it is; none: the mail room's. */
  service: string | null;
  label: string | null;
  location: string | null;
  opened_at: Generated<Date>;
  opened_by: string;
  closed_at: Date | null;
}

/** Mails handed over at once, against one signature. */
export interface RoundTable {
  id: string;
  entity_id: string;
  at: Date;
  /** Names, as they were told then. */
  given_by: string | null;
  received_by: string;
  method: 'signature' | 'login';
  /** PNG. */
  signature: Buffer | null;
  signature_sha512: string | null;
}
export interface RoundMailTable {
  round_id: string;
  mail_id: string;
}

/** What a request with this key has made: asked again, it makes nothing more. */
export interface PaperRequestTable {
  key: string;
  entity_id: string;
  actor: string;
  digest: string;
  made: string;
}

/** Whom a late hand-over was told to: first the mail room, then the head of the service. */
export interface LateHandOverTable {
  mail_id: string;
  /** Service that it was for then. */
  service: string;
  step: 'late' | 'escalated';
  told_at: Generated<Date>;
}

export interface PaperTables {
  box: BoxTable;
  round: RoundTable;
  round_mail: RoundMailTable;
  paper_request: PaperRequestTable;
  late_hand_over: LateHandOverTable;
}
