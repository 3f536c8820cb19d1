import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components, operations } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { Page, PageQuery } from '../api/types.js';

type Schemas = components['schemas'];
export type VisaLine = Schemas['VisaLine'];
export type Visa = Schemas['Visa'];
export type BordereauLine = Visa['bordereau'][number];
export type VisaItem = Schemas['VisaItem'];
export type CampaignVisa = Schemas['CampaignVisa'];
export type CampaignBox = Schemas['CampaignBox'];
export type RegisterSeries = Schemas['RegisterSeries'];
export type RegisterYear = RegisterSeries['items'][number];
export type Sheets = operations['campaignBoxSheets']['responses'][200]['content']['application/json']['items'];
export interface Decision {
  readonly line: number;
  readonly visa: 'granted' | 'refused' | null;
  readonly reason?: string;
}

/** The visa of campaigns of elimination, their paper, and the register of mail as a series. */
@Injectable({ providedIn: 'root' })
export class VisasApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  visas = (page: PageQuery) => this.ask<Page<VisaLine>>('GET', '/visas', undefined, { ...page });
  visa = (id: string) => this.ask<Visa>('GET', `/visas/${id}`);
  items = (id: string, line: number, after = 0) => this.ask<{ readonly items: readonly VisaItem[]; readonly next?: number }>('GET', `/visas/${id}/lines/${line}/items`, undefined, { after, limit: 50 });
  document = (id: string, position: number, node: string) => this.blob(`/visas/${id}/items/${position}/documents/${encodeURIComponent(node)}`);
  file = (id: string, file: string) => this.blob(`/visas/${id}/files/${file}`);
  note = (id: string, decisions: readonly Decision[]) => this.ask<Visa>('PUT', `/visas/${id}/notes`, { decisions });
  give = (id: string, body: object) => this.ask<Visa>('POST', `/visas/${id}/give`, body);

  campaignVisa = (id: string) => this.ask<CampaignVisa>('GET', `/campaigns/${id}/visa`);
  lines = (id: string) => this.ask<{ readonly items: readonly BordereauLine[] }>('GET', `/campaigns/${id}/lines`);
  recordPaper = (id: string, body: object) => this.ask<Schemas['Campaign']>('POST', `/campaigns/${id}/paper-visa`, body);
  campaignFile = (id: string, file: string) => this.blob(`/campaigns/${id}/files/${file}`);

  boxes = (id: string) => this.ask<{ readonly items: readonly CampaignBox[]; readonly settled: boolean }>('GET', `/campaigns/${id}/boxes`);
  slip = (id: string) => this.blob(`/campaigns/${id}/box-slip`);
  withdrawals = (id: string) => this.blob(`/campaigns/${id}/box-withdrawals`);
  recordBoxes = (id: string, body: object) => this.ask<Schemas['Campaign']>('POST', `/campaigns/${id}/boxes-destroyed`, body);

  series = () => this.ask<RegisterSeries>('GET', '/register-series');
  sort = (year: number, body: object) => this.ask<RegisterSeries>('POST', `/register-series/${year}/sorting`, body);

  private ask<T>(method: string, path: string, body?: object, query: Query = {}): Observable<T> {
    return this.http.request<T>(method, this.base + path, { body, params: given(query) }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }

  private blob(path: string): Observable<Blob> {
    return this.http.get(this.base + path, { responseType: 'blob' }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}

type Query = { readonly [name: string]: string | number | undefined };
const given = (query: Query): { [name: string]: string | number } => Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== ''));
