import type { Priority, RuleSetting, SimulationOutcome, ServiceFunction } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';
import type { JsonObject } from '../json.js';

/** What a rule gives a mail beside tray, copies and secrecy. */
export interface RuledColumns {
  /** None: normal. */
  priority: Generated<Priority | null>;
  /** For whom in its service it is, where a rule says so. */
  for_function: Generated<ServiceFunction | null>;
}

/** A decision where a mail goes, what it was decided from, and what came of it. */
export interface DistributionTable {
  id: string;
  entity_id: string;
  mail_id: string;
  at: Date;
  /** `Routable` without the text that was read, which the mail has. */
  facts: JSONColumnType<JsonObject>;
  /** Id of the rule; none: an operator's word, or no rule held. */
  rule: string | null;
  service: string | null;
  tray: string | null;
  because: JSONColumnType<JsonObject>;
  /** When its service gave it back as not its own, and where it went after that. */
  returned_at: Date | null;
  returned_by: string | null;
  instead_service: string | null;
  instead_tray: string | null;
}

export type SimulationState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** Rules that were tried on past mail. */
export interface RuleSimulationTable {
  id: string;
  entity_id: string;
  created_at: Date;
  created_by: string;
  rules: JSONColumnType<RuleSetting[]>;
  /** Versions of the kinds of settings that it depends on. */
  based_on: JSONColumnType<{ readonly [kind: string]: number }>;
  /** With the rules in force, or with what became of each mail in its time. */
  compared: 'published' | 'past';
  from_day: string;
  until_day: string;
  /** At most so many mails, spread evenly; none: all. */
  sample: number | null;
  state: SimulationState;
  total: Generated<number>;
  done: Generated<number>;
  outcome: JSONColumnType<SimulationOutcome> | null;
  finished_at: Date | null;
  /** The version of the rules that was published from it. */
  published_version: number | null;
}

/** A mail that would go elsewhere. */
export interface RuleSimulationChangeTable {
  simulation_id: string;
  /** From 1, in the order in which the mails were tried. */
  number: number;
  mail_id: string;
  from_service: string | null;
  from_tray: string | null;
  to_service: string | null;
  to_tray: string | null;
  before: JSONColumnType<JsonObject>;
  after: JSONColumnType<JsonObject>;
}

export interface RuleTables {
  distribution: DistributionTable;
  rule_simulation: RuleSimulationTable;
  rule_simulation_change: RuleSimulationChangeTable;
}
