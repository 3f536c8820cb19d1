import { hasCode } from '@bannette/alfresco';
import type { Said } from '@bannette/store';

/** Why a mail can't go on into Governance Services now: shown, and tried again every day. */
export const refusalCodes = ['notAgreed', 'noRow', 'noCategory', 'rowDrift', 'goneFromAlfresco', 'alertOpen', 'contentUnknown', 'lockedInAlfresco', 'declaredElsewhere', 'olderVersions', 'noLifecycle', 'retentionOver', 'notTaken', 'held', 'recordConflict', 'refusedByAlfresco'] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly params: { readonly [name: string]: string | number } = {},
  ) {
    super(`the record is refused: ${code}`);
  }
}

/** What people are told of an error, or undefined where it is none of theirs: nobody answered, so the job tries again. */
export function saidOf(error: unknown): Said | undefined {
  if (error instanceof Refusal) return { code: error.code, params: error.params };
  if (hasCode(error, 'locked')) return { code: 'lockedInAlfresco' };
  if (hasCode(error, 'notFound')) return { code: 'goneFromAlfresco', params: { step: error.operation } };
  if (hasCode(error, 'forbidden', 'invalid', 'conflict', 'failed', 'notOffered')) return { code: 'refusedByAlfresco', params: { step: error.operation } };
  return undefined;
}
