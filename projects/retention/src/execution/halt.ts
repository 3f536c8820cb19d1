/** The whole campaign stops: what was approved is not what is there, or can't be made sure of. */
export class Halt extends Error {
  override readonly name = 'Halt';
  constructor(
    readonly code: 'contentAltered' | 'destroyedByOthers' | 'partlyDestroyed' | 'bytesRemain' | 'listAltered' | 'ledgerAltered' | 'ledgerUnverified' | 'visaEventGone' | 'tooManyErrors',
    readonly params: { readonly [name: string]: string | number } = {},
  ) {
    super(`the campaign stops: ${code}`);
  }
}

/** This item stays as it is, and the report says why. */
export class Kept extends Error {
  override readonly name = 'Kept';
  constructor(readonly code: string) {
    super(`the item is kept: ${code}`);
  }
}
