import { keywordsOf, verifyPdf } from '@bannette/seal';

export type AttestationFault = 'noAttestation' | 'notSealed' | 'otherSealer' | 'broken';

/**
 * The list that a certificate of destruction speaks for. Only a seal that covers the whole file counts: to a file that was
 * sealed before, anybody can add other words and a seal of their own.
 *
 * @param sealers SHA-256 of certificates of the authority's keys, in hexadecimal
 * @returns SHA-512 of the list, or why nothing follows from the file; `about`: who sealed it
 */
export async function attestedList(pdf: Uint8Array, sealers: readonly string[]): Promise<{ readonly manifest: string } | { readonly fault: AttestationFault; readonly about?: string }> {
  const manifest = /\bmanifest:([0-9a-f]{128})\b/.exec((await keywordsOf(pdf)) ?? '')?.[1];
  if (!manifest) return { fault: 'noAttestation' };
  const signatures = await verifyPdf(pdf);
  if (!signatures.length) return { fault: 'notSealed' };
  const whole = signatures.find(({ coversAll }) => coversAll);
  if (!whole?.valid) return { fault: 'broken', about: whole?.subject };
  return sealers.includes(whole.fingerprint) ? { manifest } : { fault: 'otherSealer', about: whole.subject };
}
