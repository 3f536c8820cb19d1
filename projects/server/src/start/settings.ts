import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fittingProcessings, flawsOf, settingKinds, settingsSchema, withFormerPatterns, type RegisterSetting, type SettingKind, type Settings } from '@bannette/domain';
import { currentSettings, publishSetting, type JsonObject, type Store } from '@bannette/store';
import { ConfigError } from '../config.js';

const folder = new URL('../../../../alfresco-config/settings/', import.meta.url);

/**
 * The settings to begin with: those of `own`, a folder with a JSON file per kind, and for kinds that it lacks those that
 * come with the product, a département of fiction; whoever brings services of their own has no sites but their own.
 *
 * @throws ConfigError naming the file and the place in it that is wrong
 */
export async function defaultSettings(own?: string): Promise<Settings> {
  const theirServices = own ? await readOwn(own, 'services') : undefined;
  const theirAuthority = own ? ((await readOwn(own, 'authority')) as { readonly registers?: unknown } | undefined) : undefined;
  const product = async (kind: SettingKind): Promise<unknown> => {
    if (kind === 'sites' && theirServices) return [];
    const usual: unknown = JSON.parse(await readFile(new URL(`${kind}.json`, folder), 'utf8'));
    return kind === 'registers' ? withFormerPatterns(usual as RegisterSetting[], theirAuthority?.registers) : usual;
  };
  const read = async (kind: SettingKind): Promise<[string, unknown]> => [kind, (own && (await readOwn(own, kind))) ?? (await product(kind))];
  const parsed = settingsSchema.safeParse(Object.fromEntries(await Promise.all(settingKinds.map(read))));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(({ path: [kind, ...rest], message }) => `${String(kind)}.json: ${rest.join('.')} ${message}`).join('\n'));
  const theirProcessings = own && (await readOwn(own, 'processings'));
  const settings = theirProcessings ? parsed.data : { ...parsed.data, processings: fittingProcessings(parsed.data.processings, parsed.data) };
  const flaws = flawsOf(settings);
  if (flaws.length) throw new ConfigError(`The settings do not agree:\n${flaws.map(({ path, code, value }) => `${path}: ${code} ${value}`).join('\n')}`);
  return settings;
}

async function readOwn(own: string, kind: SettingKind): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(own, `${kind}.json`), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new ConfigError(`${join(own, `${kind}.json`)}: ${error.message}`);
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw new ConfigError(`${join(own, `${kind}.json`)} can't be read`);
  }
}

/** Makes the authority's own row, and publishes the first version of every kind that was never published for it; `own` as for {@link defaultSettings}. */
export async function publishDefaults(store: Store, entityId: string, own?: string): Promise<void> {
  await store.db.insertInto('entity').values({ id: entityId, name: entityId }).onConflict((conflict) => conflict.doNothing()).execute();
  const [current, defaults] = [await currentSettings(store.db, entityId), await defaultSettings(own)];
  const missing = settingKinds.filter((kind) => !current[kind]);
  if (!missing.length) return;
  await store.transaction({ entityId, actor: 'system' }, async (tx) => {
    for (const kind of missing) await publishSetting(tx, kind, usualFor(kind, defaults, current), 'default');
  });
}

/**
 * What a kind begins with that was never published. An authority that has its services already begins without sites: those
 * of the product are of a département of fiction, and would change who reads what; nor with custom fields of the product. Registers keep the patterns that were
 * the authority's own before they were settings, and processings are those of types that it has.
 */
export function usualFor(kind: SettingKind, defaults: Settings, published: { readonly [kind: string]: unknown }): JsonObject {
  if (kind === 'sites' && published.services) return [] as unknown as JsonObject;
  if (kind === 'forms' && published.services) return { fields: [], forms: [] };
  if (kind === 'registers') return withFormerPatterns(defaults.registers, (published.authority as { readonly data?: { readonly registers?: unknown } } | undefined)?.data?.registers) as unknown as JsonObject;
  if (kind === 'processings') {
    const known = <K extends 'types' | 'unscanned' | 'services'>(name: K) => ((published[name] as { readonly data?: unknown } | undefined)?.data ?? defaults[name]) as Settings[K];
    return fittingProcessings(defaults.processings, { types: known('types'), unscanned: known('unscanned'), services: known('services') }) as unknown as JsonObject;
  }
  return defaults[kind] as unknown as JsonObject;
}
