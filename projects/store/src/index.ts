export { StoreError, type StoreErrorCode } from './errors.js';
export { canonicalJson, type JsonObject, type JsonValue } from './json.js';
export type { Log } from './log.js';
export { firstIdAt, newId } from './ids.js';
export { openStore, type Store } from './open-store.js';
export type { Context, JournalDraft, Tx } from './transaction.js';
export { migrate, pendingMigrations } from './migrate.js';
export { migrationState, type MigrationState } from './migration-state.js';
export { grantApplicationRole, type ApplicationRole } from './application-role.js';
export type { Database } from './schema/database.js';
export type { FoundationTables, SubjectKind } from './schema/foundation.js';

export { startPostgres, type Postgres, type PostgresOptions } from './postgres/supervisor.js';
export { runningPostgres } from './postgres/running.js';
export { ensureDatabase } from './postgres/ensure-database.js';

export { readJournal, type JournalEntry, type JournalFilter } from './journal/read.js';
export { consumeJournal, type ConsumerOptions, type JournalConsumer } from './journal/consume.js';
export { consumerStates, replayFailure, type ConsumerState } from './journal/consumers.js';
export { findSetAside, setAsidePage, type SetAside } from './journal/set-aside.js';
export { erasePersonalParts } from './journal/erase.js';
export { verifyJournal, type Anchor, type JournalBreak, type JournalReport } from './journal/verify.js';
export { noteVerification } from './journal/verifications.js';
export { readAnchor, writeAnchor } from './journal/anchor-file.js';

export { runJobs, type JobInfo, type Jobs, type JobsOptions, type TaskHandler } from './jobs/run.js';
export { failedJobs, jobCounts, retryJobs, type FailedJob, type JobCounts } from './jobs/counts.js';
export { failedJobPage, retryFailedJobs, type FailedJobLine } from './jobs/failed.js';
export type { JobOptions, JobPayload } from './jobs/enqueue.js';

export { tryAdvisoryLock, withAdvisoryLock } from './lock.js';
export { occupy, workAlone } from './occupancy.js';
export { nextNumber, raiseCounter, type Register } from './counter/counter.js';
export { openSpool, type Spool, type Spooled } from './spool/spool.js';
export { currentSettings, publishSetting, settingVersion, type Setting } from './settings/settings.js';
export type { ImportedFacts } from './schema/imported.js';
export type { Because, CorrespondentSnapshot, DepositSource } from './schema/mail.js';
export type { Envelope, HandedOver } from './schema/paper.js';
export type { ArchiveFacts, PageFacts } from './schema/reading.js';
export type { CorrespondentCard, CorrespondentSplitMoved } from './schema/correspondents.js';
export { foldTrays, mendTrays, readTrays, sweepTrays, trayDifferences, type TrayCounts, type TrayDifference } from './trays/counters.js';
export type { BulkOutcome, BulkState } from './schema/trays.js';
export type { LetterKind } from './schema/clocks.js';
export type { BatchCounts, ReleaseRule } from './schema/batch.js';
export type { SimulationState } from './schema/rules.js';
export type { BatchNote, DeclaredDocument, ScanTold } from './schema/scanners.js';
export type { AttachmentSaid } from './schema/intake.js';
export { vigilanceState, type VigilanceState } from './vigilance/state.js';
export { alertKinds, type AlertKind, type AlertState } from './schema/vigilance.js';
