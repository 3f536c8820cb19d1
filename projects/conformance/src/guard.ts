import type { Target } from './replay.js';

/** Why a repository is not played against. Nothing has been written to it. */
export class Refusal extends Error {
  readonly code: 'notReached' | 'signInFailed' | 'holdsBannette';

  constructor(code: Refusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const API = '/alfresco/api/-default-/public/alfresco/versions/1/';
/** `gec:id` of the folders that an installation of Bannette marks as its own. */
const marks = ['bannette-library', 'bannette-configuration'];
/** The Models folder has this id in every Alfresco, whatever it is called. */
const modelsFolder = 'a9a9f477-5c57-11dc-ad6c-5136d620963c';
/** A type that Bannette's model has and the recorded example has not. */
const typeOfBannette = 'gec:incoming';

export const recordedRootName = 'Company Home';

async function read({ url, account }: Target, path: string): Promise<{ status: number; body: unknown }> {
  const authorization = `Basic ${Buffer.from(`${account.user}:${account.password}`).toString('base64')}`;
  const answer = await fetch(new URL(path.startsWith('/') ? path : API + path, url), { headers: { authorization }, signal: AbortSignal.timeout(30_000) });
  return { status: answer.status, body: await answer.json().catch(() => undefined) };
}

interface Entry {
  readonly name?: string;
  readonly id?: string;
  readonly parentId?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}
const entryOf = (body: unknown): Entry | undefined => (body as { entry?: Entry } | undefined)?.entry;
const entriesOf = (body: unknown): readonly Entry[] => ((body as { list?: { entries?: { entry: Entry }[] } } | undefined)?.list?.entries ?? []).map(({ entry }) => entry);
const isMarked = (entry: Entry): boolean => marks.includes(String(entry.properties?.['gec:id']));

async function models(target: Target): Promise<Entry | undefined> {
  const byPath = await read(target, `nodes/-root-?relativePath=${encodeURIComponent('Data Dictionary/Models')}`);
  return entryOf(byPath.status === 200 ? byPath.body : (await read(target, `nodes/${modelsFolder}`)).body);
}

async function markedFolder(target: Target): Promise<boolean> {
  const dictionary = (await models(target))?.parentId;
  for (const home of ['-root-', ...(dictionary === undefined ? [] : [dictionary])]) {
    const children = await read(target, `nodes/${home}/children?where=(isFolder=true)&include=properties&maxItems=1000`);
    if (entriesOf(children.body).some(isMarked)) return true;
  }
  return false;
}

/**
 * Makes sure that recordings may be played against a repository: it answers, the account gets in, and no Bannette lives there.
 * Reads only. @throws Refusal
 */
export async function guard(target: Target): Promise<void> {
  const me = await read(target, 'people/-me-').catch((error: unknown) => {
    throw new Refusal('notReached', `${target.url} does not answer (${error instanceof Error ? error.message : String(error)})`);
  });
  if (me.status !== 200) throw new Refusal('signInFailed', `${target.url} does not let ${target.account.user} in (${me.status})`);
  if ((await read(target, `types/${typeOfBannette}`)).status === 200) throw new Refusal('holdsBannette', `${target.url} has Bannette's content model (${typeOfBannette}): recordings are played against disposable repositories only`);
  if (await markedFolder(target)) throw new Refusal('holdsBannette', `${target.url} holds a folder of Bannette's (${marks.join(', ')}): recordings are played against disposable repositories only`);
}

/** Whether the records management site is there already: recordings that make it will then differ. */
export const hasRecordsSite = async (target: Target): Promise<boolean> => (await read(target, '/alfresco/api/-default-/public/gs/versions/1/gs-sites/rm')).status === 200;

/** Whether a prefix is free for the example model. */
export const prefixIsFree = async (target: Target, prefix: string): Promise<boolean> => (await read(target, `types/${prefix}:mail`)).status !== 200;

/** What the root folder is called, in the language of the repository's first start. */
export const rootName = async (target: Target): Promise<string> => entryOf((await read(target, 'nodes/-root-')).body)?.name ?? recordedRootName;

/** Folders that every repository has at the start. */
const initially = 7;

/** Whether nobody seems to have worked here yet: nothing but the first folders, nothing deleted. */
export async function isFresh(target: Target): Promise<boolean> {
  const [children, deleted] = [await read(target, 'nodes/-root-/children?maxItems=100'), await read(target, 'deleted-nodes?maxItems=1')];
  return entriesOf(children.body).length <= initially && entriesOf(deleted.body).length === 0;
}
