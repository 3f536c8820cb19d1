import type { Authorities, Caller } from './auth/authorities.js';
import type { SignIn } from './auth/sign-in.js';
import type { ContentFiles } from './content/files.js';
import type { Database, Sql } from './database/database.js';
import type { EventStream } from './events/stream.js';
import type { EphemeralLocks } from './locks/ephemeral.js';
import type { Dictionary } from './model/dictionary.js';
import type { Models } from './model/models.js';

export type WellKnown = 'root' | 'shared' | 'sites' | 'userHomes' | 'dictionary' | 'models';

/** Everything that lives as long as the process. */
export interface Repository {
  readonly database: Database;
  readonly files: ContentFiles;
  readonly authorities: Authorities;
  readonly signIn: SignIn;
  readonly models: Models;
  readonly locks: EphemeralLocks;
  readonly events: EventStream;
  readonly wellKnown: ReadonlyMap<WellKnown, string>;
  /** On how many nodes a search looks at rights before it ends. */
  readonly permissionChecks: number;
}

/** One request's view: who asks, by which connection, under which models. `after` runs once all is durable. */
export interface Session {
  readonly repository: Repository;
  readonly sql: Sql;
  readonly caller: Caller;
  readonly dictionary: Dictionary;
  readonly after: (done: () => void | Promise<void>) => void;
  /** What is still to be done within this transaction when all else is: the behaviours that Alfresco keeps for the commit. */
  readonly atEnd: (work: () => Promise<void>) => void;
}
