import { readFileSync } from 'node:fs';
import { settingKinds, settingsSchema, type Settings } from './settings.js';

const read = (kind: string): unknown => JSON.parse(readFileSync(new URL(`../../../../alfresco-config/settings/${kind}.json`, import.meta.url), 'utf8'));

/** The settings that a new installation starts from, as files hold them. */
export const defaultSettingsAsWritten = (): Record<string, unknown> => Object.fromEntries(settingKinds.map((kind) => [kind, read(kind)]));
export const defaultSettings = (): Settings => settingsSchema.parse(defaultSettingsAsWritten());
