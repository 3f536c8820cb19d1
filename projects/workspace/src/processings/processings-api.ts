import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { Page, PageQuery } from '../api/types.js';

type Schemas = components['schemas'];
export type Processings = Schemas['Processings'];
export type ProcessingEntry = Schemas['ProcessingEntry'];
export type ProcessingChanges = Schemas['ProcessingChanges'];
export type ProcessingExport = Schemas['ProcessingExport'];
export type Purge = Schemas['Purge'];
export type PurgeWarnings = Schemas['PurgeWarnings'];
export type PurgeForecast = Schemas['PurgeForecast'];
export type PersonalTerms = Schemas['PersonalTerms'];

/** The register of processings, purges that are to come and that were, and terms of personal data. */
@Injectable({ providedIn: 'root' })
export class ProcessingsApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  register = () => this.ask<Processings>('GET', '/processings');
  exports = (page: PageQuery) => this.ask<Page<ProcessingExport>>('GET', '/processings/exports', { ...page });
  export = () => this.ask<ProcessingExport>('POST', '/processings/exports');
  changes = (number: number) => this.ask<ProcessingChanges>('GET', `/processings/exports/${number}/changes`);
  file = (number: number, form: 'pdf' | 'csv'): Observable<Blob> => this.http.get(`${this.base}/processings/exports/${number}/file`, { params: { form }, responseType: 'blob' }).pipe(catchError(refused));
  purges = (page: PageQuery, done: boolean) => this.ask<Page<Purge>>('GET', '/purges', { ...page, done: String(done) });
  forecast = () => this.ask<PurgeForecast>('GET', '/purges/forecast');
  warnings = (campaign: string) => this.ask<PurgeWarnings>('GET', `/campaigns/${campaign}/warnings`);
  acknowledge = (campaign: string) => this.ask<PurgeWarnings>('POST', `/campaigns/${campaign}/acknowledge`);
  terms = () => this.ask<PersonalTerms>('GET', '/personal-terms');

  private ask<T>(method: string, path: string, query: { readonly [name: string]: string | number | undefined } = {}): Observable<T> {
    const params = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined));
    return this.http.request<T>(method, this.base + path, { params }).pipe(catchError(refused));
  }
}

const refused = (error: unknown): Observable<never> => throwError(() => toProblem(error));
