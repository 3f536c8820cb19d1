import { z } from 'zod';
import { authoritySetting } from './authority.js';
import { calendarSetting } from './calendar.js';
import { docTypeSetting } from './doc-types.js';
import { ruleSetting } from './rules.js';
import { scheduleSetting } from './schedule.js';
import { compartmentSetting, serviceSetting, traySetting } from './services.js';
import { templateSetting, thesaurusTerm } from './templates.js';
import { unscannedSetting } from './unscanned.js';

/** Everything that an authority decides for itself, by kind; each kind is published in immutable versions. */
export const settingsSchema = z.object({
  authority: authoritySetting,
  compartments: z.array(compartmentSetting),
  services: z.array(serviceSetting).min(1),
  trays: z.array(traySetting).min(1),
  types: z.array(docTypeSetting).min(1),
  /** In order: the first rule that holds decides. */
  rules: z.array(ruleSetting),
  calendar: calendarSetting,
  schedule: scheduleSetting,
  templates: z.array(templateSetting).min(1),
  thesaurus: z.array(thesaurusTerm),
  /** Kinds of mail that are registered without a scan. */
  unscanned: z.array(unscannedSetting),
});
export type Settings = z.infer<typeof settingsSchema>;
export const settingKinds = Object.keys(settingsSchema.shape) as readonly SettingKind[];
export type SettingKind = keyof Settings;
