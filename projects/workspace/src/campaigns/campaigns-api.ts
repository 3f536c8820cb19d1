import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components, operations } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { JournalEntry, Page, PageQuery } from '../api/types.js';

type Schemas = components['schemas'];
export type Campaign = Schemas['Campaign'];
export type CampaignLine = Schemas['CampaignLine'];
export type CampaignItem = Schemas['CampaignItem'];
export type CampaignCount = Schemas['CampaignCount'];
export type CampaignFile = Schemas['CampaignFile'];
export type CampaignWork = Schemas['CampaignWork'];
export type EliminationLine = Schemas['EliminationLine'];
export type Bounds = operations['campaignBounds']['responses'][200]['content']['application/json'];
export type ItemFilters = Omit<NonNullable<operations['campaignItems']['parameters']['query']>, 'limit' | 'after'>;
export interface Items<T> {
  readonly items: readonly T[];
}

/** Campaigns of elimination. */
@Injectable({ providedIn: 'root' })
export class CampaignsApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  list = (page: PageQuery) => this.ask<Page<CampaignLine>>('GET', '/campaigns', undefined, { ...page });
  bounds = () => this.ask<Bounds>('GET', '/campaign-bounds');
  archivists = () => this.ask<Items<{ readonly id: string; readonly displayName: string }>>('GET', '/campaign-archivists');
  add = (body: object) => this.ask<Campaign>('POST', '/campaigns', body);
  campaign = (id: string) => this.ask<Campaign>('GET', `/campaigns/${id}`);
  change = (id: string, body: object) => this.ask<Campaign>('PUT', `/campaigns/${id}`, body);
  /** `analyse`, `freeze`, `validate`, `approve`, `signatories`, `sign`, `submit`, `cancel`. */
  act = (id: string, action: string, body: object) => this.ask<Campaign>('POST', `/campaigns/${id}/${action}`, body);
  takeOut = (id: string, item: CampaignItem, body: object) => this.ask<Campaign>('POST', `/campaigns/${id}/items/${item.kind}/${item.subject}/take-out`, body);
  signatories = (id: string, q: string) => this.ask<Items<{ readonly id: string; readonly displayName: string }>>('GET', `/campaigns/${id}/signatories`, undefined, { q });
  counts = (id: string) => this.ask<Items<CampaignCount>>('GET', `/campaigns/${id}/counts`);
  items = (id: string, filters: ItemFilters, page: PageQuery) => this.ask<Page<CampaignItem>>('GET', `/campaigns/${id}/items`, undefined, { ...filters, ...page });
  lines = (id: string) => this.ask<Items<EliminationLine>>('GET', `/campaigns/${id}/lines`);
  journal = (id: string) => this.ask<Items<JournalEntry>>('GET', `/campaigns/${id}/journal`);
  file = (id: string, file: string) => this.blob(`/campaigns/${id}/files/${file}`);
  bordereau = (id: string, form: 'pdf' | 'csv') => this.blob(`/campaigns/${id}/bordereau?form=${form}`);

  private ask<T>(method: string, path: string, body?: object, query: Query = {}): Observable<T> {
    const params = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined && entry[1] !== ''));
    return this.http.request<T>(method, this.base + path, { body, params }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }

  private blob(path: string): Observable<Blob> {
    return this.http.get(this.base + path, { responseType: 'blob' }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}
type Query = { readonly [name: string]: string | number | boolean | undefined };
