import type { Migration } from 'kysely';
import * as foundation from './0001_foundation.js';

/** All migrations by name, in the order of their names; a published one never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_foundation': foundation,
};
