import { AlfrescoError } from '@bannette/alfresco';
import { StoreError } from '@bannette/store';
import { ConfigError } from '../config.js';
import { alfrescoFailure } from './alfresco-failure.js';

/** How a command ends that could not go on, and what it says to IT. */
export interface Failure {
  /** 2: asked or configured wrongly; 3: a neighbour can't be spoken to, and the same command may succeed later; 1: nobody expected it. */
  readonly code: 1 | 2 | 3;
  /** A sentence; undefined where only the error itself tells more. */
  readonly text?: string;
}

/** @param alfrescoUrl as configured */
export function failureOf(error: unknown, alfrescoUrl = 'Alfresco'): Failure {
  const { code = '', message = '', syscall } = error as NodeJS.ErrnoException;
  if (error instanceof ConfigError || error instanceof StoreError || code.startsWith('ERR_PARSE_ARGS')) return { code: 2, text: message };
  if (error instanceof AlfrescoError) return { code: 3, text: alfrescoFailure(error, alfrescoUrl) };
  const why = ofNetwork.includes(syscall ?? '') ? 'it does not answer. Does PostgreSQL run, and is the address right?' : byDatabase.find(([state]) => state.test(code))?.[1];
  return why ? { code: 3, text: `the database of DATABASE_URL: ${why} (${code})` } : { code: 1 };
}

// Alfresco's are AlfrescoErrors, and no command speaks to anybody else by itself.
const ofNetwork: readonly string[] = ['connect', 'getaddrinfo'];

/** By PostgreSQL's SQLSTATE. */
const byDatabase: readonly (readonly [RegExp, string])[] = [
  [/^28/, 'it refuses this user or password.'],
  [/^3D000$/, 'there is none of this name on the server.'],
  [/^57P0[1-3]$/, 'it starts or shuts down.'],
  [/^53300$/, 'it has no connection left.'],
];
