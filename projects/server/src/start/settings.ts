import { readFile } from 'node:fs/promises';
import { flawsOf, settingKinds, settingsSchema, type Settings } from '@bannette/domain';
import { currentSettings, publishSetting, type JsonObject, type Store } from '@bannette/store';

const folder = new URL('../../../../alfresco-config/settings/', import.meta.url);

/** The settings that come with the product: a département of fiction, to be made one's own. */
export async function defaultSettings(): Promise<Settings> {
  const read = async (kind: string): Promise<[string, unknown]> => [kind, JSON.parse(await readFile(new URL(`${kind}.json`, folder), 'utf8'))];
  const settings = settingsSchema.parse(Object.fromEntries(await Promise.all(settingKinds.map(read))));
  const [flaw] = flawsOf(settings);
  if (flaw) throw new Error(`The default settings do not agree: ${flaw.path} ${flaw.code} ${flaw.value}`);
  return settings;
}

/** Makes the authority's own row, and publishes the defaults of every kind that was never published for it. */
export async function publishDefaults(store: Store, entityId: string): Promise<void> {
  await store.db.insertInto('entity').values({ id: entityId, name: entityId }).onConflict((conflict) => conflict.doNothing()).execute();
  const [current, defaults] = [await currentSettings(store.db, entityId), await defaultSettings()];
  const missing = settingKinds.filter((kind) => !current[kind]);
  if (!missing.length) return;
  await store.transaction({ entityId, actor: 'system' }, async (tx) => {
    for (const kind of missing) await publishSetting(tx, kind, defaults[kind] as unknown as JsonObject, 'default');
  });
}
