import type { DelegationPower, NoteVisibility, OpinionVerdict } from '@bannette/domain';
import type { ColumnType, Generated } from 'kysely';

/** The signed act of a delegation, as it was uploaded. */
export interface ActFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha512: string;
}

/** Somebody is replaced for a while; days are the authority's, both counted in. */
export interface DelegationTable {
  id: string;
  entity_id: string;
  delegator: string;
  delegator_name: string;
  starts_on: string;
  /** None: until it is ended. */
  ends_on: string | null;
  powers: DelegationPower[];
  /** Types of mail that it is for; none: all. */
  types: string[];
  /** Services whose mail it is for; none: all of the delegator's. */
  services: string[];
  act_reference: string | null;
  act_day: string | null;
  act_file: ColumnType<ActFile | null, string | null | undefined, string | null>;
  /** Where its bytes are until Alfresco has them. */
  act_spool_key: string | null;
  act_node_id: string | null;
  /** Code of why Alfresco does not have it yet. */
  act_fault: string | null;
  created_at: Generated<Date>;
  created_by: string;
  created_by_name: string;
  ended_at: Date | null;
  ended_by: string | null;
  ended_by_name: string | null;
}

export interface DelegationDelegateTable {
  delegation_id: string;
  delegate: string;
  delegate_name: string;
}

/** Who sees a note: `audience` holds groups and persons where it is not all readers. */
export interface NoteColumns {
  visibility: Generated<NoteVisibility>;
  audience: Generated<string[]>;
  mentions: Generated<string[]>;
  changed_at: Generated<Date | null>;
}

export interface TaskTable {
  id: string;
  entity_id: string;
  mail_id: string;
  title: string;
  assignees: string[];
  due_on: string | null;
  remind_on: string | null;
  state: Generated<'open' | 'done' | 'cancelled'>;
  created_at: Generated<Date>;
  created_by: string;
  ended_at: Date | null;
  ended_by: string | null;
  on_behalf_of: string | null;
}

/** Opinions that were asked for at once, one after the other or all together. */
export interface ConsultationTable {
  id: string;
  entity_id: string;
  mail_id: string;
  question: string;
  mode: 'series' | 'parallel';
  /** Of a series: whether the next one is asked once the limit of the one before has passed. */
  on_limit: 'next' | 'wait';
  state: Generated<'open' | 'done' | 'withdrawn'>;
  asked_by: string;
  asked_by_name: string;
  asked_at: Generated<Date>;
  on_behalf_of: string | null;
  ended_at: Date | null;
}

export interface OpinionTable {
  id: string;
  consultation_id: string;
  entity_id: string;
  mail_id: string;
  position: number;
  /** Who is asked: a person, through the service that lets them read; or all of a service. */
  person: string | null;
  service: string | null;
  /** Whether the service was put in copy for it, and leaves with it. */
  copied: Generated<boolean>;
  working_days: number | null;
  wanted_by: string | null;
  /** Last day; known once it was asked. */
  due_on: string | null;
  told_at: Date | null;
  state: 'waiting' | 'asked' | 'passed' | 'given' | 'withdrawn';
  verdict: OpinionVerdict | null;
  words: string | null;
  document_id: string | null;
  given_by: string | null;
  given_by_name: string | null;
  given_at: Date | null;
  on_behalf_of: string | null;
  asked_again_of: string | null;
}

/** What was told of the due day of a task or an opinion. */
export interface WorkReminderTable {
  kind: 'task' | 'opinion';
  subject_id: string;
  step: 'soon' | 'late';
  day: string;
  told_at: Generated<Date>;
}

export interface DelegationTables {
  delegation: DelegationTable;
  delegation_delegate: DelegationDelegateTable;
  task: TaskTable;
  consultation: ConsultationTable;
  opinion: OpinionTable;
  work_reminder: WorkReminderTable;
}

