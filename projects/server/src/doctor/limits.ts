/** From where on something is told. */
export interface Limits {
  /** Bytes. */
  readonly diskLow: number;
  readonly diskFull: number;
  /** Days before a certificate's end. */
  readonly certificateDays: number;
  /** Seconds between two clocks; an HTTP date is exact to one. */
  readonly clockApart: number;
  readonly clockFarApart: number;
  /** Minutes that the oldest job may wait. */
  readonly jobsWait: number;
  readonly jobsStand: number;
  /** Connections that PostgreSQL should have left. */
  readonly freeConnections: number;
  /** Hours that a mail may take to reach Alfresco. */
  readonly mailHours: number;
  /** Hours that a file may lie in the spool before a row names it; a running capture sweeps after 24. */
  readonly strayHours: number;
  /** Days that an antivirus's signatures may be old; its makers bring them daily. */
  readonly signatureDays: number;
  /** Days between two verifications of the journal. */
  readonly journalDays: number;
  /** Minutes that the search index may lag. */
  readonly indexMinutes: number;
  /** Minutes that Alfresco's events may go unheard or unhandled. */
  readonly eventMinutes: number;
}

const gib = 1024 ** 3;

export const usualLimits: Limits = {
  diskLow: 10 * gib,
  diskFull: gib,
  certificateDays: 30,
  clockApart: 3,
  clockFarApart: 60,
  jobsWait: 15,
  jobsStand: 120,
  freeConnections: 10,
  mailHours: 2,
  strayHours: 49,
  signatureDays: 7,
  journalDays: 8,
  indexMinutes: 15,
  eventMinutes: 15,
};
