import type { ClockKind, ClockStep, DispatchState, LetterEffect, LetterKind } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** What moves a mail's clocks; days of the authority. */
export interface ClockColumns {
  /** When it arrived at an authority that was not competent and sent it on, and which. */
  first_received_on: string | null;
  first_authority: string | null;
  registration_receipt_on: string | null;
  receipt_on: string | null;
  /** When its author was told that the answer takes longer (RGPD art. 12.3). */
  extended_on: string | null;
  /** The competent authority that it was sent on to. */
  transmitted_to: string | null;
  /** Of an outgoing mail that goes with another: only an answer meets its clocks. None: an answer. */
  letter_kind: LetterKind | null;
}

/** Pieces that were asked for, until when, and when all of them were there. */
export interface MissingPiecesTable {
  id: string;
  mail_id: string;
  asked_on: string;
  until: string;
  completed_on: string | null;
  pieces: string[];
  asked_by: string;
  /** The letter that asks for them. */
  letter_id: Generated<string | null>;
  /** It could not leave: they are not asked for, and nothing stands still. */
  unsent: Generated<boolean>;
}

/** A clock of a mail as it was last computed; whether it has passed depends on the day it is. */
export interface MailClockTable {
  mail_id: string;
  entity_id: string;
  code: string;
  kind: ClockKind;
  due: string | null;
  suspended_until: string | null;
  met_on: string | null;
  because: JSONColumnType<readonly ClockStep[]>;
}

/** What was told of a clock, once a due day and step. */
export interface ClockNoticeTable {
  mail_id: string;
  code: string;
  due: string;
  step: 'soon' | 'passed';
  noticed_at: Generated<Date>;
}

/**
 * A letter that leaves by e-mail from here, as it was when that was asked for. `round` counts how often it was asked for: each
 * is an e-mail of its own.
 */
export interface LetterDispatchTable {
  mail_id: string;
  entity_id: string;
  /** The mail that it goes with. */
  answers: string;
  /** What it does to a clock, which it does not when it can't be sent. */
  counts_as: LetterEffect | null;
  /** Written and sent by the house itself. */
  automatic: boolean;
  recipient: string;
  subject: string;
  text: string;
  round: Generated<number>;
  state: Generated<DispatchState>;
  asked_at: Date;
  settled_at: Date | null;
  /** What the server said that refused it for good; null where it was given up for lack of any. */
  refusal: string | null;
}

export interface ClockTables {
  letter_dispatch: LetterDispatchTable;
  missing_pieces: MissingPiecesTable;
  mail_clock: MailClockTable;
  clock_notice: ClockNoticeTable;
}
