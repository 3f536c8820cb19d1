import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { SignedIn } from '../auth/sign-in.js';
import type { Sql } from '../database/database.js';
import type { Repository, Session } from '../repository.js';
import { manyOf, oneOf, readAll, type BodyClass } from './body.js';
import { pageOf, type Page } from './paging.js';

/** One request by a known person, with all that its handler needs. */
export interface Exchange {
  readonly repository: Repository;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly signedIn: SignedIn;
  /** For reading; each statement on its own. */
  readonly session: Session;
  /** All or nothing; begun anew when PostgreSQL breaks a deadlock. */
  write<T>(work: (session: Session) => Promise<T>): Promise<T>;
  param(name: string): string;
  query(name: string): string | undefined;
  flag(name: string): boolean;
  readonly include: ReadonlySet<string>;
  readonly page: Page;
  body(cls: BodyClass): Promise<Record<string, unknown>>;
  bodies(cls: BodyClass): Promise<{ items: Record<string, unknown>[]; list: boolean }>;
}

const RETRIED = new Set(['40001', '40P01']);

const onlyWhileWriting = (): never => {
  throw new Error('only a transaction has an end');
};

export async function sessionFor(repository: Repository, sql: Sql, user: string, after: Session['after'], atEnd: Session['atEnd'] = onlyWhileWriting): Promise<Session> {
  return { repository, sql, caller: await repository.authorities.caller(user), dictionary: repository.models.dictionary, after, atEnd };
}

async function untilTheEnd<T>(work: (atEnd: Session['atEnd']) => Promise<T>): Promise<T> {
  const waiting: (() => Promise<void>)[] = [];
  const result = await work((late) => waiting.push(late));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
  return result;
}

export async function inTransaction<T>(repository: Repository, user: string, work: (session: Session) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const facts = { dictionary: repository.models.dictionary, names: () => repository.authorities.displayNames() };
      return await repository.database.transaction((sql, after) => repository.events.told(sql, facts, after, () => untilTheEnd(async (atEnd) => work(await sessionFor(repository, sql, user, after, atEnd)))));
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (!RETRIED.has(code) || attempt >= 5) throw error;
    }
  }
}

export async function exchangeOf(repository: Repository, request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): Promise<Exchange> {
  const queries = request.query as Record<string, string | string[] | undefined>;
  const params = request.params as Record<string, string>;
  const query = (name: string): string | undefined => {
    const value = queries[name];
    return Array.isArray(value) ? value[value.length - 1] : value;
  };
  const text = async (): Promise<string> => (await readAll(request.body as Readable | undefined)).toString('utf8');
  return {
    repository, request, reply, signedIn, query,
    session: await sessionFor(repository, repository.database, signedIn.user, (done) => void done()),
    write: (work) => inTransaction(repository, signedIn.user, work),
    param: (name) => params[name] ?? '',
    flag: (name) => query(name) === 'true',
    include: new Set((query('include') ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '')),
    get page() {
      return pageOf(query('skipCount'), query('maxItems'));
    },
    body: async (cls) => oneOf(await text(), cls),
    bodies: async (cls) => manyOf(await text(), cls),
  };
}
