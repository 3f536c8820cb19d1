import type { Readable } from 'node:stream';

/** What an antivirus says of a file's bytes. */
export type Verdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly signature: string }
  /** It looked and could not say: the file is beyond its own limits, or it failed on it. */
  | { readonly verdict: 'unscannable'; readonly because: 'tooLarge' | 'failed' };

export interface Antivirus {
  /**
   * Has a file's bytes looked at, as they are read.
   * @throws AntivirusAway when nothing can be said of the file, because of the antivirus and not of the file
   */
  scan(bytes: Readable, signal?: AbortSignal): Promise<Verdict>;
  /** @throws AntivirusAway when it does not answer */
  about(): Promise<AntivirusFacts>;
}

export interface AntivirusFacts {
  /** `ClamAV 1.4.3`. */
  readonly program: string;
  /** When its signatures were made, if it says so. */
  readonly signaturesOf?: Date;
}

/** It did not answer, or broke off: the file has not been looked at. */
export class AntivirusAway extends Error {
  override readonly name = 'AntivirusAway';

  /** @param code of the system (`ECONNREFUSED`, `ETIMEDOUT`), or `brokeOff` */
  constructor(readonly code: string) {
    super(`the antivirus did not answer: ${code}`);
  }
}
