import type { Generated } from 'kysely';

/** A range of numbers that was taken from its register for a day without server. */
export interface ReservationTable {
  id: string;
  entity_id: string;
  /** Code of the register in the settings; `register` is its counter, the service with it where each service has its own. */
  code: string;
  register: string;
  year: number;
  first: number;
  last: number;
  reason: string;
  reserved_by: string;
  reserved_at: Date;
}

/** One number of a reservation, until a mail has it or it is voided. */
export interface ReservedNumberTable {
  entity_id: string;
  register: string;
  year: number;
  number: number;
  reservation_id: string;
  chrono: string;
  state: Generated<'open' | 'used' | 'voided'>;
  mail_id: string | null;
  reason: string | null;
  settled_by: string | null;
  settled_at: Date | null;
}

/** The register of a day, closed; its hash is the SHA-256 of its CSV file, which names the hash before it. */
export interface RegisterDayTable {
  entity_id: string;
  day: string;
  position: number;
  prev_hash: Buffer;
  hash: Buffer;
  /** Last entry of the journal that it tells of. */
  journal_seq: number;
  lines: number;
  /** Subject of the certificate that it was signed with; none: it is not signed. */
  seal: string | null;
  closed_at: Date;
}

/** Which numbers of a counter a day's register holds. */
export interface RegisterSpanTable {
  entity_id: string;
  day: string;
  register: string;
  year: number;
  first: number;
  last: number;
}

export interface RegisterFileTable {
  entity_id: string;
  day: string;
  kind: 'csv' | 'pdf';
  sha256: Buffer;
  bytes: Buffer;
}

export interface RegisterTables {
  reservation: ReservationTable;
  reserved_number: ReservedNumberTable;
  register_day: RegisterDayTable;
  register_span: RegisterSpanTable;
  register_file: RegisterFileTable;
}
