import { settingsSchema, type Settings } from '@bannette/domain';
import { currentSettings, type Store } from '@bannette/store';

export interface PublishedSettings {
  readonly settings: Settings;
  readonly versions: { readonly [kind: string]: number };
}

export interface LiveSettings {
  settings(): Promise<Settings>;
  versions(): Promise<{ readonly [kind: string]: number }>;
  /** As they are at this moment: whoever has just published reads what was published. */
  afresh(): Promise<PublishedSettings>;
}

/**
 * The published settings, read again when they are older than `freshMs`: another process may have published. One reading
 * serves all who wait for it, on a connection of the pool: requests ask before their transaction, lest all connections
 * wait for one more.
 */
export function liveSettings(store: Store, entityId: string, freshMs = 1000): LiveSettings {
  let known: (PublishedSettings & { readonly at: number }) | undefined;
  let reading: Promise<NonNullable<typeof known>> | undefined;
  const read = async (): Promise<NonNullable<typeof known>> => {
    if (known && Date.now() - known.at < freshMs) return known;
    reading ??= readAgain().finally(() => (reading = undefined));
    return reading;
  };
  const readAgain = async (): Promise<NonNullable<typeof known>> => {
    const current = await currentSettings(store.db, entityId);
    const versions = Object.fromEntries(Object.entries(current).map(([kind, { version }]) => [kind, version]));
    const unchanged = known && JSON.stringify(known.versions) === JSON.stringify(versions);
    const settings = unchanged && known ? known.settings : settingsSchema.parse(Object.fromEntries(Object.entries(current).map(([kind, { data }]) => [kind, data])));
    known = { at: Date.now(), settings, versions };
    return known;
  };
  return { settings: async () => (await read()).settings, versions: async () => (await read()).versions, afresh: readAgain };
}
