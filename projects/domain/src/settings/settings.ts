import * as z from 'zod';
import { authoritySetting } from './authority.js';
import { calendarSetting } from './calendar.js';
import { clockSetting } from './clocks.js';
import { commitmentsSetting } from './commitments.js';
import { docTypeSetting } from './doc-types.js';
import { endorsementSetting } from './endorsement.js';
import { formsSetting } from './forms.js';
import { processingSetting } from './processings.js';
import { registerSetting } from './registers.js';
import { reminderSetting } from './reminders.js';
import { ruleSetting } from './rules.js';
import { scannerSetting } from './scanners.js';
import { scheduleSetting } from './schedule.js';
import { compartmentSetting, serviceSetting, traySetting } from './services.js';
import { siteSetting } from './sites.js';
import { templateSetting } from './templates.js';
import { thesaurusTerm } from './thesaurus.js';
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
  /** Clocks that types of mail refer to. */
  clocks: z.array(clockSetting),
  /** In order: the first plan that fits a mail is its own. None: nobody is reminded. */
  reminders: z.array(reminderSetting).max(100).default([]),
  /** Delays that are promised to those who write, and how mail gets about in the house. */
  commitments: commitmentsSetting.default({ promises: [], delivery: { toService: { within: { amount: 1, unit: 'rounds' }, target: 0.9 }, toPerson: { within: { amount: 1, unit: 'workingDays' }, target: 0.9 } } }),
  schedule: scheduleSetting,
  /** Register of processings (RGPD art. 30), as far as only people know it. */
  processings: z.array(processingSetting).max(200).default([]),
  templates: z.array(templateSetting).min(1),
  thesaurus: z.array(thesaurusTerm),
  /** Kinds of mail that are registered without a scan. */
  unscanned: z.array(unscannedSetting),
  registers: z.array(registerSetting).max(100).default([]),
  /** None: everything comes in at one place. */
  sites: z.array(siteSetting).default([]),
  /** Numbers that scanners print on paper, or that labels carry. */
  endorsement: z.array(endorsementSetting),
  /** Entry forms and custom fields; none: the forms are the product's. */
  forms: formsSetting.default({ fields: [], forms: [] }),
  /** None: the folder of scans is watched itself. */
  scanners: z.array(scannerSetting).max(200).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;
export const settingKinds = Object.keys(settingsSchema.shape) as readonly SettingKind[];
export type SettingKind = keyof Settings;
