import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import type { RuleSetting } from '@bannette/domain';
import { API_BASE } from '../../api/api.js';
import type { components } from '../../api/api.generated.js';
import { toProblem } from '../../api/problem.js';
import type { Page } from '../../api/types.js';

type Schemas = components['schemas'];
export type TriedRules = Schemas['TriedRules'];
export type TriedRule = Schemas['TriedRule'];
export type Simulation = Schemas['RuleSimulation'];
export type WholeSimulation = Simulation & { readonly rules: readonly RuleSetting[] };
export type Outcome = Schemas['SimulationOutcome'];
export type SimulationChange = Schemas['RuleSimulationChange'];
export type RuleReturns = Schemas['RuleReturns'];
export type Correction = Omit<Schemas['RuleCorrection'], 'rules'> & { readonly rules: readonly RuleSetting[] };
export type ServiceLoad = Schemas['ServiceLoad'];
export interface Simulate {
  readonly rules: readonly RuleSetting[];
  readonly from: string;
  readonly until: string;
  readonly sample?: number;
  readonly compared: 'published' | 'past';
}

/** Rules before they are published. */
@Injectable({ providedIn: 'root' })
export class RulesApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  try = (rules: readonly RuleSetting[], mail: string) => this.ask<TriedRules>('POST', '/administration/rules/try', { rules, mail });
  simulations = (after?: string) => this.ask<Page<Simulation>>('GET', '/administration/rules/simulations', undefined, { after });
  simulate = (body: Simulate) => this.ask<Simulation>('POST', '/administration/rules/simulations', body);
  simulation = (id: string) => this.ask<WholeSimulation>('GET', `/administration/rules/simulations/${id}`);
  changes = (id: string, query: { readonly limit?: number; readonly after?: string; readonly from?: string; readonly to?: string }) => this.ask<Page<SimulationChange>>('GET', `/administration/rules/simulations/${id}/changes`, undefined, query);
  cancel = (id: string) => this.ask<Simulation>('POST', `/administration/rules/simulations/${id}/cancel`);
  publish = (id: string, comment: string) => this.ask<{ readonly version: number }>('POST', `/administration/rules/simulations/${id}/publish`, { comment });
  returns = (days: number) => this.ask<{ readonly items: readonly RuleReturns[] }>('GET', '/administration/rules/returns', undefined, { days });
  corrections = (rule: string, days: number) => this.ask<{ readonly items: readonly Correction[]; readonly none?: 'tooFew' | 'nothingInCommon' }>('GET', `/administration/rules/${rule}/corrections`, undefined, { days });
  loads = () => this.ask<{ readonly items: readonly ServiceLoad[] }>('GET', '/administration/services/loads');

  private ask<T>(method: string, path: string, body?: object, query: { readonly [name: string]: string | number | undefined } = {}): Observable<T> {
    const params = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== ''));
    return this.http.request<T>(method, `${this.base}${path}`, { params, ...(body ? { body } : {}) }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}

/** Rules that were changed and not published yet, on their way from one page to another. */
@Injectable({ providedIn: 'root' })
export class RuleDrafts {
  readonly rules = signal<readonly RuleSetting[] | undefined>(undefined);
  /** The one to look at. */
  readonly chosen = signal('');
}
