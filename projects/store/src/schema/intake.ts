import type { StaysBecause } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** A file that a PDF carries; taken from its name tree, so neither is to be trusted. */
export interface AttachmentSaid {
  readonly name: string;
  /** Bytes; absent when the PDF doesn't say. */
  readonly size?: number;
}

/** What the head of an e-mail that came as a file says, for the mail that is made of its parts. */
export interface MessageSaid {
  readonly senderName?: string;
  readonly senderEmail?: string;
  readonly subject?: string;
  readonly receivedAt?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  /** A program wrote it. */
  readonly automatic?: boolean;
  /** Of an e-mail that came back: its Message-ID, and what was said of it. */
  readonly returned?: { readonly messageId: string; readonly status?: string; readonly said?: string };
}

/** Columns of a received file: what it waits for, what it carries, and how its bytes leave the spool. */
export interface IntakeColumns {
  /** Of an e-mail that was taken apart. */
  message: JSONColumnType<MessageSaid, string | undefined, string> | null;
  waits_for: Generated<'antivirus' | null>;
  waits_since: Generated<Date | null>;
  /** How often an antivirus that is well broke off on it. */
  scan_failures: Generated<number>;
  attachments: JSONColumnType<readonly AttachmentSaid[], string | undefined, string>;
  discarded_at: Generated<Date | null>;
  /** Who keeps it beyond its days, since when, and why. */
  held_by: Generated<string | null>;
  held_at: Generated<Date | null>;
  held_because: Generated<string | null>;
  /** Why the last look let it stay, beside its days and a hold. */
  stays_because: Generated<StaysBecause | null>;
  /** From when its days are counted: nothing of it has waited since. */
  due_since: Generated<Date | null>;
  /** When its bytes were told to go. */
  leaving_at: Generated<Date | null>;
  /** When they were gone. */
  left_at: Generated<Date | null>;
}
