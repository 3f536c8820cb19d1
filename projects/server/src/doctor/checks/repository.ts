import { isOlder, oldestRecords, type About } from '@bannette/alfresco';
import { reasonOf } from '../accounts.js';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';
import type { Surroundings } from '../surroundings.js';

/** Alfresco answers, and who asks is let in. */
export const reach = check('reach', 'alfresco', [], async ({ accounts, alfrescoUrl }: Surroundings) => {
  const asked = accounts.filter(({ state }) => state !== 'passwordUnknown');
  const reason = asked.length ? asked.find(({ state }) => state === 'unreachable')?.reason : await silence(alfrescoUrl);
  if (reason) return [finding('alfrescoUnreachable', { url: alfrescoUrl, reason })];
  return accounts.filter(({ role }) => role === 'administrator').flatMap(({ id, state, person }) => {
    if (state === 'refused') return [finding('administratorRefused', { account: id })];
    return person?.isAdmin ? [] : [finding('notAdministrator', { account: id })];
  });
});

/** Nobody could be signed in: whether anything answers at all. */
async function silence(alfrescoUrl: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${alfrescoUrl}/alfresco/api/-default-/public/alfresco/versions/1/probes/-ready-`, { signal: AbortSignal.timeout(10_000) });
    await answer.body?.cancel();
    return answer.ok ? undefined : `HTTP ${answer.status}`;
  } catch (error) {
    return reasonOf(error);
  }
}

/** ACS 23.1 was the first that ran on what 25 runs on; Bannette's recordings are of 25.3. */
export const supported = { minimum: 23, tried: 25 } as const;

export const version = check('version', 'alfresco', ['eyes'], async ({ eyes }) => judgeVersion(await eyes.repository.about()));

/** Decides by major versions: within one, Alfresco's public API only grows. */
export function judgeVersion({ edition, version: { major, display }, recordsVersion }: About): readonly Finding[] {
  const found: Finding[] = [finding('repositoryFound', { edition, version: display })];
  if (major < supported.minimum) found.push(finding('repositoryTooOld', { version: display, minimum: String(supported.minimum) }));
  if (major > supported.tried) found.push(finding('repositoryUntried', { version: display, tried: String(supported.tried) }));
  if (!recordsVersion) return [...found, finding('recordsMissing')];
  const recordsMajor = Number.parseInt(recordsVersion, 10);
  found.push(finding('recordsFound', { version: recordsVersion }));
  if (isOlder(recordsVersion, oldestRecords)) found.push(finding('recordsTooOld', { version: recordsVersion, minimum: oldestRecords }));
  else if (recordsMajor !== major) found.push(finding('recordsApart', { version: recordsVersion, repository: display }));
  return found;
}
