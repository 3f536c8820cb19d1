export type SidecarFlaw = 'sidecarTooLarge' | 'sidecarEncoding' | 'sidecarDoctype' | 'sidecarSyntax' | 'sidecarNothing';

/** A sidecar file that can't be read as it was declared; it is kept, and the batch says so. */
export class SidecarError extends Error {
  override readonly name = 'SidecarError';
  constructor(
    readonly code: SidecarFlaw,
    readonly params: { readonly [name: string]: string | number } = {},
  ) {
    super(code);
  }
}
