import { createHash } from 'node:crypto';
import type { DocumentToDestroy } from '@bannette/domain';
import { canonicalJson, type JsonValue } from '@bannette/store';

/** A line of the bordereau: what a service made, under a row, in a year. */
export interface BordereauLine {
  readonly line: number;
  readonly service: string;
  readonly serviceLabel: string;
  readonly row: string;
  readonly rowLabel: string;
  readonly years: number;
  readonly reference: string;
  readonly year: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly items: number;
  readonly documents: number;
  readonly bytes: number;
  readonly boxes: readonly string[];
}

/** A mail, or a day's register, of the frozen list; nothing of persons. */
export interface ManifestItem {
  readonly position: number;
  readonly line: number;
  readonly kind: 'mail' | 'register';
  readonly id: string;
  readonly chrono: string | null;
  readonly due: string | null;
  /** SHA-512 of its canonical description. */
  readonly metadata: string | null;
  readonly documents: readonly DocumentToDestroy[];
}

export interface ManifestHead {
  readonly campaign: string;
  readonly id: string;
  readonly entity: string;
  readonly authority: string;
  readonly until: string;
  readonly frozenAt: string;
}

/** The list as it is signed, visaed and destroyed: canonical JSON (RFC 8785), so that its digest can be computed again by any tool. */
export function manifestOf(head: ManifestHead, lines: readonly BordereauLine[], items: readonly ManifestItem[]): Buffer {
  return Buffer.from(canonicalJson({ version: 1, ...head, lines, items } as unknown as JsonValue), 'utf8');
}

export const sha512Of = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex');
