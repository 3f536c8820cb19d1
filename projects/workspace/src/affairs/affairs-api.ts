import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components, operations } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { Beneficiary, JournalEntry, Mail, MailLine, Page, PageQuery } from '../api/types.js';

type Schemas = components['schemas'];
export type AffairLine = Schemas['AffairLine'];
export type Affair = Schemas['Affair'];
export type ThreadStep = Schemas['ThreadStep'];
export type PossibleDuplicate = Schemas['PossibleDuplicate'];
export type Comparison = Schemas['DuplicateComparison'];
export type BeneficiaryMerge = operations['previewBeneficiaryMerge']['responses'][200]['content']['application/json'];
export type BeneficiaryJoined = operations['beneficiaryMerges']['responses'][200]['content']['application/json']['items'][number];
export type Crossing = operations['naturesCrossed']['responses'][200]['content']['application/json'];

/** Calls of what holds mails together. */
@Injectable({ providedIn: 'root' })
export class AffairsApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  affairs = (query: PageQuery & { readonly q?: string; readonly state?: string; readonly service?: string; readonly mine?: boolean }) => this.ask<Page<AffairLine>>('GET', '/affairs', undefined, { ...query });
  add = (body: object) => this.ask<Affair>('POST', '/affairs', body);
  affair = (id: string) => this.ask<Affair>('GET', `/affairs/${id}`);
  change = (id: string, body: object) => this.ask<Affair>('PUT', `/affairs/${id}`, body);
  close = (id: string, body: object) => this.ask<Affair>('POST', `/affairs/${id}/close`, body);
  reopen = (id: string, body: object) => this.ask<Affair>('POST', `/affairs/${id}/reopen`, body);
  note = (id: string, text: string) => this.ask<Affair>('POST', `/affairs/${id}/notes`, { text });
  mails = (id: string, query: PageQuery) => this.ask<Page<MailLine>>('GET', `/affairs/${id}/mails`, undefined, { ...query });
  journal = (id: string) => this.ask<{ items: readonly JournalEntry[] }>('GET', `/affairs/${id}/journal`);
  file = (mail: string, affair: string | null) => this.ask<Mail>('PUT', `/mails/${mail}/affair`, { affair });

  thread = (mail: string) => this.ask<{ items: readonly ThreadStep[]; more: boolean }>('GET', `/mails/${mail}/thread`);
  link = (mail: string, body: object) => this.ask<Mail>('POST', `/mails/${mail}/links`, body);
  unlink = (mail: string, link: string) => this.ask<Mail>('DELETE', `/mails/${mail}/links/${link}`);

  duplicates = (mail: string) => this.ask<{ items: readonly PossibleDuplicate[] }>('GET', `/mails/${mail}/duplicates`);
  compare = (mail: string, other: string) => this.ask<Comparison>('GET', `/mails/${mail}/duplicates/${other}`);
  decide = (mail: string, body: object) => this.ask<Mail>('POST', `/mails/${mail}/duplicates`, body);
  undecide = (mail: string, other: string) => this.ask<Mail>('POST', `/mails/${mail}/duplicates/${other}/undo`, {});

  previewJoin = (id: string, other: string) => this.ask<BeneficiaryMerge>('GET', `/beneficiaries/${id}/merge`, undefined, { other });
  join = (id: string, body: object) => this.ask<Beneficiary>('POST', `/beneficiaries/${id}/merge`, body);
  joined = (id: string) => this.ask<{ items: readonly BeneficiaryJoined[] }>('GET', `/beneficiaries/${id}/merges`);
  undoJoin = (merge: string) => this.ask<Beneficiary>('POST', `/beneficiary-merges/${merge}/undo`, {});
  crossing = (query: { readonly q?: string; readonly nature?: string }) => this.ask<Crossing>('GET', '/documents/crossing', undefined, { ...query });

  private ask<T>(method: string, path: string, body?: object, query: { readonly [name: string]: string | number | boolean | undefined } = {}): Observable<T> {
    const params = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined && entry[1] !== ''));
    return this.http.request<T>(method, this.base + path, { body, params }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}
