import type { Proof, Repository } from '@bannette/alfresco';
import type { Settings } from '@bannette/domain';
import type { JournalEntry, Spool, Store, TaskHandler, Tx } from '@bannette/store';
import type { FastifyInstance } from 'fastify';
import type { Post } from './post.js';
import type { PublishedSettings } from './settings.js';

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
  /** Both as they are at this moment, for who changes them; the others may be a second old. */
  publishedSettings(): Promise<PublishedSettings>;
  /** Now; a clock of its own so that days can be tested. */
  now(): Date;
  readonly log: Log;
  readonly post: Post;
}

/** A part of the journal's stream that a sidecar acts on; its effects commit with its cursor. */
export interface Listening {
  readonly name: string;
  readonly types: readonly string[];
  /** It takes a few statements and locks no more than the entry's mail: handled in one transaction with others of its kind. */
  readonly swift?: boolean;
  /** Whether it locks the mail of each entry (`lockMail`), or never does; where neither is said, it may. */
  readonly locks?: boolean;
  /** Of a swift one: asked once for all that waits, whether it has anything to do. Then it goes by itself, as it takes other locks; else it passes over all of it. */
  concerned?(trx: Tx['trx']): Promise<boolean>;
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
