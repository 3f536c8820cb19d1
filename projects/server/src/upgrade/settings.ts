import { flawsOf, settingKinds, settingsSchema, type SettingKind, type Settings } from '@bannette/domain';
import { currentSettings, publishSetting, StoreError, type JsonObject, type Store } from '@bannette/store';
import { defaultSettings, usualFor } from '../start/settings.js';

/** A kind of setting that this version needs otherwise than it is published. */
export interface SettingToFill {
  readonly kind: SettingKind;
  /** Members that are taken from the settings that come with the product; all of it where it was never published. */
  readonly members: readonly string[] | 'all';
  readonly data: JsonObject;
}

export interface SettingsState {
  /** As they will be in force. */
  readonly settings: Settings;
  readonly toFill: readonly SettingToFill[];
  /** What a person must publish anew, with the older version: `kind: path`. */
  readonly invalid: readonly string[];
}

/** Looks at the published settings with this version's eyes, and changes nothing; an empty database has none. */
export async function settingsState(store: Store, entityId: string): Promise<SettingsState> {
  const [published, defaults] = [await currentSettings(store.db, entityId).catch(noneYet), await defaultSettings()];
  const toFill: SettingToFill[] = [];
  const invalid: string[] = [];
  const inForce: { [kind: string]: unknown } = {};
  for (const kind of settingKinds) {
    const data = published[kind]?.data;
    const usual = usualFor(kind, defaults, published);
    const filled = data ? filledUp(kind, data, usual) : usual;
    if (!data) toFill.push({ kind, members: 'all', data: usual });
    else if (filled !== data) toFill.push({ kind, members: Object.keys(filled).filter((member) => !(member in data)), data: filled });
    const parsed = settingsSchema.shape[kind].safeParse(filled);
    if (!parsed.success) invalid.push(...parsed.error.issues.map(({ path }) => `${kind}: ${path.join('.') || 'the whole'}`));
    inForce[kind] = parsed.success ? parsed.data : defaults[kind];
  }
  const settings = inForce as unknown as Settings;
  const flaws = invalid.length ? [] : flawsOf(settings).map(({ path, code, value }) => `${path}: ${code} ${value}`);
  return { settings, toFill, invalid: [...invalid, ...flaws] };
}

/** The published data where they are complete; else with what they lack and the product brings. */
function filledUp(kind: SettingKind, data: JsonObject, usual: JsonObject): JsonObject {
  if (Array.isArray(data) || settingsSchema.shape[kind].safeParse(data).success) return data;
  const filled = { ...usual, ...data };
  return settingsSchema.shape[kind].safeParse(filled).success ? filled : data;
}

export async function fillSettings(store: Store, entityId: string, toFill: readonly SettingToFill[]): Promise<void> {
  await store.db.insertInto('entity').values({ id: entityId, name: entityId }).onConflict((conflict) => conflict.doNothing()).execute();
  if (!toFill.length) return;
  await store.transaction({ entityId, actor: 'system' }, async (tx) => {
    for (const { kind, data } of toFill) await publishSetting(tx, kind, data, 'upgrade');
  });
}

function noneYet(error: unknown): Awaited<ReturnType<typeof currentSettings>> {
  if (error instanceof StoreError || (error as { code?: string }).code !== '42P01') throw error;
  return {};
}
