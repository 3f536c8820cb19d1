import type { Repository } from '@bannette/alfresco';
import { findLibrary } from '@bannette/alfresco';
import { ConfigError } from '../config.js';

/** Node id of the mail library, as the service account finds it. */
export async function libraryIdOf(repository: Repository): Promise<string> {
  const id = await findLibrary(repository);
  if (!id) throw new ConfigError('Alfresco has no mail library that this account may see: run `bannette install` first');
  return id;
}
