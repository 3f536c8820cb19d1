import { readFile } from 'node:fs/promises';
import { ConfigError, readConfig, type Config } from '../config.js';

/** Options that name an Alfresco and its administrator, as all commands that need one take them. */
export const administratorOptions = { 'alfresco-url': { type: 'string' }, user: { type: 'string' }, password: { type: 'string' }, 'password-file': { type: 'string' } } as const;

export interface NamedAdministrator {
  readonly config: Config;
  readonly alfrescoUrl: string;
  readonly user: string;
  readonly password: string;
}

/** @throws ConfigError when one of them is missing */
export async function namedAdministrator(values: { readonly [option in keyof typeof administratorOptions]?: string }, variables: NodeJS.ProcessEnv = {}): Promise<NamedAdministrator> {
  const config = readConfig({ ...process.env, ...variables, ...(values['alfresco-url'] ? { ALFRESCO_URL: values['alfresco-url'] } : {}) });
  if (!config.alfrescoUrl || !values.user) throw new ConfigError('--alfresco-url and --user say which Alfresco, and as which administrator');
  const password = values.password ?? process.env['ALFRESCO_ADMIN_PASSWORD'] ?? (values['password-file'] ? await readPassword(values['password-file']) : undefined);
  if (!password) throw new ConfigError('--password-file FILE, or ALFRESCO_ADMIN_PASSWORD: the administrator’s password is not known');
  return { config, alfrescoUrl: config.alfrescoUrl, user: values.user, password };
}

async function readPassword(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    throw new ConfigError(`--password-file: the file can't be read`);
  }
}
