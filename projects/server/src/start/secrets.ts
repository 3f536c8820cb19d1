import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the service account's password lies, readable by the process's own user only. */
const secretFile = (dataDir: string, account: string): string => join(dataDir, 'secrets', `${account.replace(/[^\w-]/g, '_')}.password`);

export async function keepPassword(dataDir: string, account: string, password: string): Promise<void> {
  const file = secretFile(dataDir, account);
  await mkdir(join(dataDir, 'secrets'), { recursive: true, mode: 0o700 });
  await chmod(join(dataDir, 'secrets'), 0o700);
  await writeFile(`${file}.new`, password, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function keptPassword(dataDir: string, account: string): Promise<string | undefined> {
  return readFile(secretFile(dataDir, account), 'utf8').catch(() => undefined);
}
