import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { Mail, MailLine, Page } from '../api/types.js';

type Schemas = components['schemas'];
export type SavedTray = Schemas['SavedTray'];
export type TrayQuery = SavedTray['query'];
export type TraySort = SavedTray['sort'];
export type TrayAudience = Schemas['TrayAudience'];
export type FoundMails = Schemas['FoundMails'];
export type Bulk = Schemas['Bulk'];
export type BulkAction = Bulk['action'];
export type Chosen = { readonly id: string; readonly revision?: number };

/** Calls of saved trays, of what one has for oneself on a mail, and of actions on many. */
@Injectable({ providedIn: 'root' })
export class TraysApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  find = (query: TrayQuery, sort: TraySort, page: { readonly limit?: number; readonly after?: string }) => this.ask<Page<MailLine>>('POST', '/search', { query, sort, ...page });
  countFound = (query: TrayQuery) => this.ask<FoundMails>('POST', '/search/count', { query });
  saved = () => this.ask<{ items: readonly SavedTray[] }>('GET', '/saved-trays');
  save = (body: object) => this.ask<SavedTray>('POST', '/saved-trays', body);
  change = (id: string, body: object) => this.ask<SavedTray>('PUT', `/saved-trays/${id}`, body);
  remove = (id: string) => this.ask<object>('DELETE', `/saved-trays/${id}`);
  pin = (trays: readonly string[]) => this.ask<object>('PUT', '/my/trays', { trays });
  selection = (tray: string) => this.ask<{ items: readonly Chosen[]; more: boolean }>('GET', `/trays/${encodeURIComponent(tray)}/selection`);
  mark = (id: string, marks: { readonly read?: boolean; readonly followed?: boolean }) => this.ask<Mail>('POST', `/mails/${id}/marks`, marks);
  lock = (id: string, takeOver = false) => this.ask<Mail>('POST', `/mails/${id}/lock`, { takeOver });
  unlock = (id: string) => this.ask<Mail>('DELETE', `/mails/${id}/lock`);
  startBulk = (action: BulkAction, mails: readonly Chosen[], withWhat: object) => this.ask<Bulk>('POST', '/bulk', { action, mails, with: withWhat });
  bulk = (id: string) => this.ask<Bulk>('GET', `/bulk/${id}`);
  undoBulk = (id: string) => this.ask<Bulk>('POST', `/bulk/${id}/undo`, {});

  private ask<T>(method: string, path: string, body?: object): Observable<T> {
    return this.http.request<T>(method, this.base + path, { body }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}
