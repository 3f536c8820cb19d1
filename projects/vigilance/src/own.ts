import type { RepoEvent } from '@bannette/alfresco';
import type { House } from '@bannette/house';
import { isHeld } from './known.js';

/**
 * Who Alfresco says did what it does by itself, such as reading an author and a title out of a file that was uploaded, once
 * it has a transform service.
 */
export const alfrescoItself = 'System';

/** Accounts of the house: what they do is no news. */
export const accountsOf = (house: Pick<House, 'serviceAccount'>): readonly string[] => [house.serviceAccount, 'bannette-purge'];

/** The mirror's daily writing, known at a glance: by its author, and because nothing changed whose author Alfresco does not keep. */
export function isOwnWork(event: RepoEvent, accounts: readonly string[]): boolean {
  if (event.kind !== 'updated' || !accounts.includes(event.node.modifiedBy ?? '')) return false;
  const { above, name, aspects } = event.before;
  return above === undefined && name === undefined && (aspects === undefined || isHeld(aspects) === isHeld(event.node.aspects));
}

/** What the mirror made; or what it had made, thrown away by a person and restored: only the mail tells which. */
export const isOwnMaking = (event: RepoEvent, accounts: readonly string[]): boolean => event.kind === 'created' && accounts.includes(event.node.createdBy ?? '');
