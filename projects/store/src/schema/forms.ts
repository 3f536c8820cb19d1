import type { EntryFacts, FieldValue, OtherKind } from '@bannette/domain';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CorrespondentSnapshot } from './mail.js';

/** Of a mail: what its form asked beside what every mail has. */
export interface FormColumns {
  /** Of an internal mail; others are of the kind that their category says. */
  kind: OtherKind | null;
  entry: JSONColumnType<EntryFacts> | null;
  /** Correspondents beside the first. */
  parties: ColumnType<readonly CorrespondentSnapshot[], string | undefined, string>;
  /** Values of custom fields, by key. */
  fields: ColumnType<{ readonly [key: string]: FieldValue }, string | undefined, string>;
}

/** Of a deposit: files that come with a form make no mail of their own; they wait for the one that is registered with them. */
export interface FormDepositColumns {
  purpose: 'form' | null;
  mail_id: string | null;
}

/** Custom fields that Alfresco was seen to have a property for. */
export interface CustomPropertyTable {
  entity_id: string;
  key: string;
  seen_at: Generated<Date>;
}

export interface FormTables {
  custom_property: CustomPropertyTable;
}
