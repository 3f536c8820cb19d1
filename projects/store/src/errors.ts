export type StoreErrorCode =
  | 'invalidJson'
  | 'unsafeInteger'
  | 'invalidKey'
  | 'tooLarge'
  | 'entryUnknown'
  | 'failureUnknown'
  | 'lockLost'
  | 'jobNotAdded'
  | 'postgresUnavailable'
  | 'postgresInUse'
  | 'dataDirUnreachable'
  | 'platformUnsupported'
  | 'migrationFailed'
  | 'databaseNewer'
  | 'inUse'
  | 'maintenance'
  | 'configurationMissing';

/** What goes wrong at the edge of the store; `code` is stable, the message is for operators. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}
