import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components, operations } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { Mail, Page, PageQuery } from '../api/types.js';

type Schemas = components['schemas'];
export type Note = Schemas['Note'];
export type Task = Schemas['Task'];
export type Consultation = Schemas['Consultation'];
export type Opinion = Schemas['Opinion'];
export type Reader = operations['readersOfMail']['responses'][200]['content']['application/json']['items'][number];
export type MyTask = operations['myTasks']['responses'][200]['content']['application/json']['items'][number];
export type MyOpinion = operations['myOpinions']['responses'][200]['content']['application/json']['items'][number];
export type Delegation = Schemas['Delegation'];
export type DelegationFinding = Schemas['DelegationFinding'];
export type Delegator = operations['delegators']['responses'][200]['content']['application/json']['items'][number];
export type Candidates = operations['delegateCandidates']['responses'][200]['content']['application/json'];
export type NewDelegation = Schemas['NewDelegation'];

/** Calls for what people do together on a mail, and while one is away. */
@Injectable({ providedIn: 'root' })
export class WorkApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  readers = (mail: string, q?: string) => this.ask<{ items: readonly Reader[] }>('GET', `/mails/${mail}/people`, undefined, { q });
  changeNote = (mail: string, note: string, body: object) => this.ask<Mail>('POST', `/mails/${mail}/notes/${note}`, body);
  deleteNote = (mail: string, note: string) => this.ask<Mail>('DELETE', `/mails/${mail}/notes/${note}`);
  changeTask = (mail: string, task: string, body: object) => this.ask<Mail>('POST', `/mails/${mail}/tasks/${task}`, body);
  tasks = (page: PageQuery & { readonly state: 'open' | 'ended' }) => this.ask<Page<MyTask>>('GET', '/tasks', undefined, { ...page });
  giveOpinion = (mail: string, opinion: string, body: object) => this.ask<Mail>('POST', `/mails/${mail}/opinions/${opinion}`, body);
  withdrawOpinion = (mail: string, opinion: string, reason: string) => this.ask<Mail>('POST', `/mails/${mail}/opinions/${opinion}/withdraw`, { reason });
  askAgain = (mail: string, opinion: string) => this.ask<Mail>('POST', `/mails/${mail}/opinions/${opinion}/again`, {});
  opinions = (page: PageQuery & { readonly state: 'open' | 'ended' }) => this.ask<Page<MyOpinion>>('GET', '/opinions', undefined, { ...page });

  delegations = (page: PageQuery & { readonly of: 'mine' | 'service' | 'all'; readonly state: 'current' | 'over' | 'all' }) => this.ask<Page<Delegation>>('GET', '/delegations', undefined, { ...page });
  delegators = (q?: string) => this.ask<{ items: readonly Delegator[] }>('GET', '/delegations/delegators', undefined, { q });
  candidates = (delegator?: string) => this.ask<Candidates>('GET', '/delegations/candidates', undefined, { delegator });
  check = (body: object) => this.ask<{ findings: readonly DelegationFinding[] }>('POST', '/delegations/check', body);
  delegate = (body: object) => this.ask<Delegation>('POST', '/delegations', body);
  end = (id: string) => this.ask<Delegation>('POST', `/delegations/${id}/end`, {});
  attachAct = (id: string, file: SmallFile) => this.ask<Delegation>('POST', `/delegations/${id}/act`, file);
  act = (id: string) => this.http.get(`${this.base}/delegations/${id}/act`, { responseType: 'blob' }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));

  private ask<T>(method: string, path: string, body?: object, query: { readonly [name: string]: string | number | undefined } = {}): Observable<T> {
    const params = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== ''));
    return this.http.request<T>(method, this.base + path, { body, params }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}

export interface SmallFile {
  readonly name: string;
  readonly content: string;
}

/** A file as the API takes small ones: its bytes in Base64. */
export async function smallFile(file: File): Promise<SmallFile> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The file can’t be read'));
    reader.readAsDataURL(file);
  });
  return { name: file.name, content: url.slice(url.indexOf(',') + 1) };
}
