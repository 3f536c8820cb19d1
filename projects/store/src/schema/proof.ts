import type { ColumnType } from 'kysely';

type Fixed<T> = ColumnType<T, T, never>;

/** A seal of the journal; only its timestamp and where it was put come later. */
export interface JournalSealTable {
  number: Fixed<number>;
  first_seq: Fixed<number>;
  last_seq: Fixed<number>;
  sealed_at: Fixed<Date>;
  /** Canonical JSON of what is sealed. */
  body: Fixed<string>;
  /** SHA-256 of the body, which the timestamp is of. */
  digest: Fixed<Buffer>;
  /** RFC 3161 token, DER. */
  token: Buffer | null;
  token_at: Date | null;
  token_authority: string | null;
  /** Why the last try to get a timestamp failed. */
  refusal: string | null;
  /** When its file was written. */
  exported_at: Date | null;
}

export interface ProofTables {
  journal_seal: JournalSealTable;
}
