import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';

type Schemas = components['schemas'];
export type Overview = Schemas['ScheduleOverview'];
export type Version = Schemas['ScheduleVersion'];
export type Content = Schemas['ScheduleContent'];
export type Row = Content['rows'][number];
export type Difference = Schemas['ScheduleDifference'];
export type Imported = Schemas['ScheduleImport'];
export type Simulation = Schemas['ScheduleSimulation'];
export type Plan = Schemas['SchedulePlan'];
export type PlanSteps = Schemas['SchedulePlanSteps'];

/** The retention schedule's own calls. */
@Injectable({ providedIn: 'root' })
export class ScheduleApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  overview = () => this.ask<Overview>('GET', '');
  version = (id: string) => this.ask<Content>('GET', `/versions/${id}`);
  draft = () => this.ask<Version>('POST', '/versions', {});
  change = (id: string, body: object) => this.ask<Content>('PUT', `/versions/${id}`, body);
  agree = (id: string, body: object) => this.ask<Version>('POST', `/versions/${id}/agree`, body);
  reopen = (id: string, revision: number) => this.ask<Version>('POST', `/versions/${id}/reopen`, { revision });
  enforce = (id: string, revision: number) => this.ask<Version>('POST', `/versions/${id}/enforce`, { revision });
  discard = (id: string, revision: number) => this.ask<void>('POST', `/versions/${id}/discard`, { revision });
  importFile = (id: string, body: object) => this.ask<Imported>('POST', `/versions/${id}/import`, body);
  compare = (id: string, other: string) => this.ask<Difference>('GET', `/versions/${id}/comparison?with=${other}`);
  simulate = (id: string) => this.ask<Simulation>('POST', `/versions/${id}/simulation`);
  simulation = (id: string) => this.ask<Simulation>('GET', `/versions/${id}/simulation`);
  plan = () => this.ask<Plan>('GET', '/plan');
  comparePlan = () => this.ask<Plan>('POST', '/plan/compare');
  planSteps = () => this.ask<PlanSteps>('GET', '/plan/steps');
  applyPlan = () => this.ask<PlanSteps>('POST', '/plan/apply');
  file = (id: string): Observable<Blob> => this.http.get(`${this.base}/schedule/versions/${id}/file`, { responseType: 'blob' }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));

  private ask<T>(method: string, path: string, body?: object): Observable<T> {
    return this.http.request<T>(method, `${this.base}/schedule${path}`, { body }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}
