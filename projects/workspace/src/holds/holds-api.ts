import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components, operations } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { JournalEntry, Page, PageQuery } from '../api/types.js';

type Schemas = components['schemas'];
export type Hold = Schemas['Hold'];
export type HeldMail = Schemas['HeldMail'];
export type HoldPreview = Schemas['HoldPreview'];
export type HoldKind = Hold['kind'];
export type HoldScopeKind = Hold['scope']['kind'];
export type HoldCounts = operations['holdCounts']['responses'][200]['content']['application/json'];
/** What a hold is asked for: ids, or numbers that people typed. */
export interface HoldScope {
  readonly kind: HoldScopeKind;
  readonly id?: string;
  readonly number?: string;
  readonly mails?: readonly string[];
  readonly numbers?: readonly string[];
}
export const holdStates = ['active', 'review', 'failing', 'released'] as const;
export type HoldState = (typeof holdStates)[number];

/** Calls of holds. */
@Injectable({ providedIn: 'root' })
export class HoldsApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  holds = (query: PageQuery & { readonly state?: HoldState; readonly kind?: string; readonly q?: string }) => this.ask<Page<Hold>>('GET', '/holds', undefined, { ...query });
  counts = () => this.ask<HoldCounts>('GET', '/holds/counts');
  inAlfresco = (query: PageQuery) => this.ask<Page<HeldMail>>('GET', '/holds/in-alfresco', undefined, { ...query });
  preview = (scope: HoldScope) => this.ask<HoldPreview>('POST', '/holds/preview', { scope });
  place = (body: object) => this.ask<Hold>('POST', '/holds', body);
  hold = (id: string) => this.ask<Hold>('GET', `/holds/${id}`);
  mails = (id: string, query: PageQuery & { readonly which?: string }) => this.ask<Page<HeldMail>>('GET', `/holds/${id}/mails`, undefined, { ...query });
  journal = (id: string) => this.ask<{ items: readonly JournalEntry[] }>('GET', `/holds/${id}/journal`);
  review = (id: string, body: object) => this.ask<Hold>('POST', `/holds/${id}/review`, body);
  extend = (id: string, body: object) => this.ask<Hold>('POST', `/holds/${id}/mails`, body);
  drop = (id: string, mail: string, body: object) => this.ask<Hold>('POST', `/holds/${id}/mails/${mail}/drop`, body);
  release = (id: string, body: object) => this.ask<Hold>('POST', `/holds/${id}/release`, body);
  retry = (id: string) => this.ask<Hold>('POST', `/holds/${id}/retry`, {});
  allow = (mail: string, body: object) => this.ask<{ until: string }>('POST', `/mails/${mail}/processing`, body);

  private ask<T>(method: string, path: string, body?: object, query: { readonly [name: string]: string | number | boolean | undefined } = {}): Observable<T> {
    const params = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined && entry[1] !== ''));
    return this.http.request<T>(method, this.base + path, { body, params }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}
