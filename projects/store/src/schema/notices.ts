import type { NoticeChoices, NoticeLanguage } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** How a person wants to be told; without a row, as is usual. */
export interface NoticePreferenceTable {
  entity_id: string;
  person: string;
  choices: JSONColumnType<NoticeChoices>;
  /** Hour of digests, on the authority's clocks. */
  hour: number;
  /** Day of weekly digests, 1 is Monday. */
  weekday: number;
  /** Daily digests on working days only. */
  working_days: boolean;
  /** What would be sent at once on a closed day waits for the next open one. */
  quiet: boolean;
  language: NoticeLanguage;
  updated_at: Date;
}
/** A notice that is to be sent to a person, by itself or in a digest. */
export interface NoticeOutboxTable {
  notice_id: string;
  entity_id: string;
  person: string;
  due_at: Date;
  /** The e-mail that took it along. */
  letter_id: Generated<string | null>;
}
/** An e-mail to a person; its id is its Message-ID, so that one that is sent twice is known for the same. */
export interface NoticeLetterTable {
  id: string;
  entity_id: string;
  person: string;
  made_at: Date;
  mailed_at: Generated<Date | null>;
}

export interface NoticeTables {
  notice_preference: NoticePreferenceTable;
  notice_outbox: NoticeOutboxTable;
  notice_letter: NoticeLetterTable;
}
