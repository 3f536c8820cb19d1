import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { Page, PageQuery } from '../api/types.js';

type Schemas = components['schemas'];
export type CampaignExecution = Schemas['CampaignExecution'];
export type CampaignOutcome = Schemas['CampaignOutcome'];
export type CampaignItemStep = Schemas['CampaignItemStep'];
export type Elimination = Schemas['Elimination'];
export type EliminatedThing = Schemas['EliminatedThing'];
export type UnverifiedEliminations = Schemas['UnverifiedEliminations'];
export type Kind = Elimination['kind'];

/** Carrying out campaigns, and what remains of what was eliminated. */
@Injectable({ providedIn: 'root' })
export class ExecutionApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  execution = (id: string) => this.ask<CampaignExecution>('GET', `/campaigns/${id}/execution`);
  outcomes = (id: string, state: string, page: PageQuery) => this.ask<Page<CampaignOutcome>>('GET', `/campaigns/${id}/outcomes`, undefined, { ...page, state });
  steps = (id: string, { kind, subject }: CampaignOutcome) => this.ask<{ readonly items: readonly CampaignItemStep[] }>('GET', `/campaigns/${id}/outcomes/${kind}/${subject}/steps`);
  act = (id: string, action: 'start' | 'stop' | 'resume' | 'certify', body: object) => this.ask<CampaignExecution>('POST', `/campaigns/${id}/${action}`, body);
  eliminations = (number: string, page: PageQuery) => this.ask<Page<Elimination>>('GET', '/eliminations', undefined, { ...page, number });
  elimination = (kind: string, subject: string) => this.ask<EliminatedThing>('GET', `/eliminations/${kind}/${subject}`);
  unverified = () => this.ask<{ readonly items: readonly UnverifiedEliminations[] }>('GET', '/eliminations/unverified');

  private ask<T>(method: string, path: string, body?: object, query: { readonly [name: string]: string | number | undefined } = {}): Observable<T> {
    const params = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== ''));
    return this.http.request<T>(method, this.base + path, { body, params }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}
