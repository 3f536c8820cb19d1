import type { Group } from '../people/groups.js';
import type { RetentionEvent } from '../records/events.js';
import type { RoleDefinition } from './duties.js';
import type { Place } from './places.js';
import type { RecordsOptions } from './records-plan.js';
import type { PlannedRow } from './schedule-rows.js';

/** An account that programs sign in with. */
export interface ServiceAccount {
  readonly id: string;
  readonly email: string;
}

export interface InstallOptions {
  /** Text of `alfresco-config/model/gecModel.xml`. */
  readonly model: string;
  /** Text of the model of custom fields (`fieldsModel`); absent: there are none. */
  readonly fieldsModel?: string;
  /** Code of the authority that this installation serves. */
  readonly entity: string;
  /** Functional groups, parents before members; `parents` are groups of this list. */
  readonly groups: readonly Group[];
  readonly serviceAccount: ServiceAccount;
  /** Readable copies of the settings, kept in the Data Dictionary; the last part of the name tells the media type. */
  readonly settings?: readonly SettingsFile[];
  /** Absent: records management is left alone. */
  readonly records?: RecordsOptions;
}

export interface SettingsFile {
  readonly name: string;
  readonly text: string;
}

/** Something to do in Governance Services (AGS). `writeSchedule` has `categoryId` when its category is there already. */
export type RecordsStep =
  | { readonly action: 'createSite'; readonly subject: 'rm' }
  | { readonly action: 'createEvent'; readonly subject: string; readonly event: Omit<RetentionEvent, 'type'> }
  | { readonly action: 'createRole' | 'updateRole'; readonly subject: string; readonly role: RoleDefinition }
  | { readonly action: 'assignRole'; readonly subject: string; readonly role: string }
  | { readonly action: 'createPlan'; readonly subject: string }
  | { readonly action: 'grantFiling'; readonly subject: 'plan' | 'holds'; readonly accounts: readonly string[] }
  | { readonly action: 'createCategory'; readonly subject: string; readonly row: PlannedRow }
  | { readonly action: 'writeSchedule'; readonly subject: string; readonly row: PlannedRow; readonly categoryId?: string };

/** One thing to do, with what it concerns. After a failure, planning again finds what is left of it. */
export type InstallStep =
  | RecordsStep
  | { readonly action: 'deployModel' | 'updateModel'; readonly subject: string }
  | { readonly action: 'createGroup' | 'joinGroups'; readonly subject: string; readonly group: Group }
  | { readonly action: 'createAccount'; readonly subject: string; readonly account: ServiceAccount & { readonly lastName: string } }
  | { readonly action: 'enableAccount'; readonly subject: string }
  | { readonly action: 'createFolder' | 'grantAccount'; readonly subject: Place }
  | { readonly action: 'writeSettings'; readonly subject: string; readonly file: SettingsFile };

/** Why installation would do harm, or can't be done. */
export interface InstallProblem {
  /**
   * `notAdministrator` only an administrator installs · `repositoryTooOld` · `modelForeign` another model has the file's name ·
   * `modelNotAdditive` the deployed model has what ours lacks, it may be newer · `folderForeign` a folder that
   * installation did not make has the name · `accountIsAdministrator` an account of ours may do everything ·
   * `accountsSame` one account would give the visa and destroy · `notRecordsAdministrator` records management refuses
   * what is asked · `eventForeign`, `roleForeign`, `categoryForeign` something that installation did not make has the name
   */
  readonly code:
    | 'notAdministrator'
    | 'repositoryTooOld'
    | 'modelForeign'
    | 'modelNotAdditive'
    | 'folderForeign'
    | 'accountIsAdministrator'
    | 'accountsSame'
    | 'notRecordsAdministrator'
    | 'eventForeign'
    | 'roleForeign'
    | 'categoryForeign';
  readonly subject: string;
}

/** What somebody should look at; it doesn't stand in the way, and is left as it is. */
export interface InstallWarning {
  /**
   * `agsMissing` no Governance Services, so no records · `agsTooOld` they lack what is asked of them, so no records either · `scheduleDrifted` a category's schedule isn't its row's any more ·
   * `scheduleNotAgreed` a category has a schedule though its row has no agreement · `categoryInUse` a category without
   * schedule has folders, and AGS takes none for records any more
   */
  readonly code: 'agsMissing' | 'agsTooOld' | 'scheduleDrifted' | 'scheduleNotAgreed' | 'categoryInUse';
  readonly subject: string;
}

export interface InstallPlan {
  readonly options: InstallOptions;
  /** Empty when there is nothing to change. */
  readonly steps: readonly InstallStep[];
  /** While there is one, nothing is applied. */
  readonly problems: readonly InstallProblem[];
  readonly warnings: readonly InstallWarning[];
}
