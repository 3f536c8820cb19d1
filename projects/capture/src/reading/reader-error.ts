/** Reading failed for a reason that lies in the machine, not in the file: the same file may be read later. */
export class ReaderError extends Error {
  /** @param code `closed`, `engineMissing`, or the system's own (`ENOENT`, `ENOSPC`, `EACCES` …). */
  constructor(readonly code: string) {
    super(`reading failed: ${code}`);
    this.name = 'ReaderError';
  }
}
