export type SealFault = 'unreadableKey' | 'wrongPassword' | 'noKey' | 'unfitKey' | 'unreadablePdf' | 'signatureTooLong' | 'noTimestamp';

/** What keeps a file from being signed. */
export class SealError extends Error {
  override readonly name = 'SealError';
  constructor(
    readonly code: SealFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
