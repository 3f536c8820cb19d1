import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { API_BASE } from '../api/api.js';
import type { operations, components } from '../api/api.generated.js';
import type { MailLine, Page, PageQuery } from '../api/types.js';
import { catchError, throwError, type Observable } from 'rxjs';
import { toProblem } from '../api/problem.js';

type Schemas = components['schemas'];
export type Card = Schemas['CorrespondentCard'];
export type Found = Schemas['CorrespondentFound'];
export type Pair = Schemas['CorrespondentPair'];
export type Incomplete = Schemas['IncompleteCorrespondent'];
export type Imported = Schemas['CorrespondentImport'];
export type MergePreview = operations['previewMerge']['responses'][200]['content']['application/json'];
export type Completion = operations['completeAddress']['responses'][200]['content']['application/json'];

/** So many are answered at most to what was typed. */
export const mostFound = 50;

/** The directory's own calls. */
@Injectable({ providedIn: 'root' })
export class CorrespondentsApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  find = (q: string) => this.ask<{ items: readonly Found[] }>('GET', '/correspondents', undefined, { q, limit: mostFound });
  card = (id: string) => this.ask<Card>('GET', `/correspondents/${id}`);
  add = (body: object) => this.ask<Card>('POST', '/correspondents', body);
  change = (id: string, body: object) => this.ask<Card>('PUT', `/correspondents/${id}`, body);
  exchanges = (id: string, query: PageQuery & { readonly category?: string }) => this.ask<Page<MailLine>>('GET', `/correspondents/${id}/mails`, undefined, { ...query });
  pairs = (of?: string) => this.ask<{ items: readonly Pair[] }>('GET', '/correspondents/pairs', undefined, of ? { of } : {});
  incomplete = () => this.ask<{ items: readonly Incomplete[] }>('GET', '/correspondents/incomplete');
  dismiss = (one: string, other: string) => this.ask<object>('POST', '/correspondents/pairs/dismiss', { one, other });
  preview = (id: string, other: string) => this.ask<MergePreview>('GET', `/correspondents/${id}/merge`, undefined, { other });
  merge = (id: string, body: object) => this.ask<Card>('POST', `/correspondents/${id}/merge`, body);
  undoMerge = (merge: string) => this.ask<Card>('POST', `/correspondent-merges/${merge}/undo`, {});
  split = (id: string, body: object) => this.ask<Card>('POST', `/correspondents/${id}/split`, body);
  undoSplit = (split: string) => this.ask<Card>('POST', `/correspondent-splits/${split}/undo`, {});
  addPosition = (id: string, body: object) => this.ask<Card>('POST', `/correspondents/${id}/positions`, body);
  endPosition = (id: string, position: string, until: string) => this.ask<Card>('POST', `/correspondents/${id}/positions/${position}/end`, { until });
  importFile = (body: { readonly format: 'csv' | 'vcard'; readonly text: string; readonly dryRun: boolean }) => this.ask<Imported>('POST', '/correspondents/import', body);
  complete = (q: string) => this.ask<Completion>('GET', '/addresses', undefined, { q });

  private ask<T>(method: string, path: string, body?: object, query: { readonly [name: string]: string | number | undefined } = {}): Observable<T> {
    const params = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== ''));
    return this.http.request<T>(method, this.base + path, { body, params }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}
