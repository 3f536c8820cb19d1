import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components, operations } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { JournalEntry, Page, PageQuery } from '../api/types.js';

type Schemas = components['schemas'];
export type Sorting = Schemas['Sorting'];
export type SortingLine = Schemas['SortingLine'];
export type SortingItem = Schemas['SortingItem'];
export type SortingPreview = Schemas['SortingPreview'];
export type SortingBounds = Schemas['SortingBounds'];
export type SortingRule = Sorting['rule'];
export type ItemFilters = Omit<NonNullable<operations['sortingItems']['parameters']['query']>, 'limit' | 'after'>;

/** Sortings of mails whose row asks for one. */
@Injectable({ providedIn: 'root' })
export class SortingsApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  list = (page: PageQuery) => this.ask<Page<SortingLine>>('GET', '/sortings', undefined, { ...page });
  bounds = () => this.ask<SortingBounds>('GET', '/sorting-bounds');
  archivists = () => this.ask<{ readonly items: readonly { readonly id: string; readonly displayName: string }[] }>('GET', '/campaign-archivists');
  preview = (body: object) => this.ask<SortingPreview>('POST', '/sorting-previews', body);
  add = (body: object) => this.ask<Sorting>('POST', '/sortings', body);
  sorting = (id: string) => this.ask<Sorting>('GET', `/sortings/${id}`);
  change = (id: string, body: object) => this.ask<Sorting>('PUT', `/sortings/${id}`, body);
  items = (id: string, filters: ItemFilters, after: number) => this.ask<{ readonly items: readonly SortingItem[]; readonly next?: number }>('GET', `/sortings/${id}/items`, undefined, { ...filters, after, limit: 100 });
  decide = (id: string, decisions: readonly object[]) => this.ask<Sorting>('PUT', `/sortings/${id}/decisions`, { decisions });
  /** `propose`, `agree`, `paper-agreement`, `give-back`, `cancel`. */
  act = (id: string, action: string, body: object) => this.ask<Sorting>('POST', `/sortings/${id}/${action}`, body);
  journal = (id: string) => this.ask<{ readonly items: readonly JournalEntry[] }>('GET', `/sortings/${id}/journal`);
  agreement = (id: string) => this.blob(`/sortings/${id}/agreement`);
  slip = (id: string, form: 'pdf' | 'csv') => this.blob(`/sortings/${id}/slip?form=${form}`);
  document = (id: string, position: number, node: string) => this.blob(`/sortings/${id}/items/${position}/documents/${encodeURIComponent(node)}`);

  private ask<T>(method: string, path: string, body?: object, query: Query = {}): Observable<T> {
    const params = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined && entry[1] !== ''));
    return this.http.request<T>(method, this.base + path, { body, params }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }

  private blob(path: string): Observable<Blob> {
    return this.http.get(this.base + path, { responseType: 'blob' }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}
type Query = { readonly [name: string]: string | number | boolean | undefined };
