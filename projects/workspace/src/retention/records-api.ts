import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components, operations } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { Page, PageQuery, RetentionDue } from '../api/types.js';

type Schemas = components['schemas'];
export type MailRecord = Schemas['MailRecord'];
export type FallsDueSummary = Schemas['FallsDueSummary'];
export type AffairRetention = Schemas['AffairRetention'];
export type RecordSaid = Schemas['RecordSaid'];
export type FallsDueFilters = Omit<NonNullable<operations['retentionDue']['parameters']['query']>, 'limit' | 'after'>;

/** Calls of records and of what falls due. */
@Injectable({ providedIn: 'root' })
export class RecordsApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  due = (filters: FallsDueFilters, page: PageQuery) => this.ask<Page<RetentionDue>>('GET', '/retention/due', undefined, { ...filters, ...page });
  summary = (filters: Pick<FallsDueFilters, 'service' | 'row' | 'fate'>) => this.ask<FallsDueSummary>('GET', '/retention/summary', undefined, { ...filters });
  file = (filters: FallsDueFilters) => this.http.get(`${this.base}/retention/due.csv`, { params: said(filters), responseType: 'blob' }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  record = (mail: string) => this.ask<MailRecord>('GET', `/mails/${mail}/record`);
  settle = (mail: string, reason: string) => this.ask<MailRecord>('POST', `/records/${mail}/settle`, { reason });
  affair = (id: string) => this.ask<AffairRetention>('GET', `/affairs/${id}/retention`);
  setAffair = (id: string, body: object) => this.ask<AffairRetention>('PUT', `/affairs/${id}/retention`, body);

  private ask<T>(method: string, path: string, body?: object, params: object = {}): Observable<T> {
    return this.http.request<T>(method, `${this.base}${path}`, { body, params: said(params) }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}

const said = (params: object): Record<string, string> => Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined && value !== '').map(([key, value]) => [key, String(value)]));
