import type { Proof, Repository } from '@bannette/alfresco';
import type { Settings } from '@bannette/domain';
import type { JournalEntry, Spool, Store, TaskHandler, Tx } from '@bannette/store';
import type { FastifyInstance } from 'fastify';

/** A log that takes facts and a sentence, and never personal data. */
export interface Log {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

/** What every sidecar is given. */
export interface House {
  readonly entityId: string;
  readonly store: Store;
  readonly spool: Spool;
  /** Alfresco as the service account. */
  readonly repository: Repository;
  /** User name of the service account. */
  readonly serviceAccount: string;
  /** Alfresco as the person whom this stands for. */
  repositoryAs(proof: Proof): Repository;
  /** Node id of the mail library. */
  readonly libraryId: string;
  /** The settings in force. */
  settings(): Promise<Settings>;
  settingVersions(): Promise<{ readonly [kind: string]: number }>;
  /** Now; a clock of its own so that days can be tested. */
  now(): Date;
  readonly log: Log;
}

/** A part of the journal's stream that a sidecar acts on; its effects commit with its cursor. */
export interface Listening {
  readonly name: string;
  readonly types: readonly string[];
  handle(entry: JournalEntry, tx: Tx): Promise<void>;
}

/** One station of the letter's way: what it answers, carries out, hears, and keeps running. */
export interface Sidecar {
  readonly name: string;
  routes?(app: FastifyInstance): void;
  readonly tasks?: { readonly [task: string]: TaskHandler };
  /** Work that takes seconds of all cores: each has workers of its own, so that nobody waits behind it. */
  readonly slowTasks?: { readonly [task: string]: TaskHandler };
  readonly listens?: readonly Listening[];
  /** Starts what runs by itself (a watched folder, a clock); answers how to stop it. */
  start?(): Promise<() => Promise<void>>;
}
