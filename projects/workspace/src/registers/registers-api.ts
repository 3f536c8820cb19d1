import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import type { components, operations } from '../api/api.generated.js';
import { toProblem } from '../api/problem.js';
import type { Page, PageQuery } from '../api/types.js';

type Schemas = components['schemas'];
export type Counter = Schemas['Counter'];
export type DayRegister = Schemas['DayRegister'];
export type RegisterLine = Schemas['RegisterLine'];
export type Gap = Schemas['Gap'];
export type Reservation = Schemas['Reservation'];
export type ReservedNumber = Schemas['ReservedNumber'];
export type Counters = operations['counters']['responses'][200]['content']['application/json'];
export interface ReservationView {
  readonly reservation: Reservation;
  readonly numbers: readonly ReservedNumber[];
}
export interface Period {
  readonly register?: string;
  readonly from: string;
  readonly to: string;
}

/** Registers of numbers, the daily register, and numbers for a day without server. */
@Injectable({ providedIn: 'root' })
export class RegistersApi {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  counters = () => this.ask<Counters>('GET', '/registers');
  days = (page: PageQuery) => this.ask<Page<DayRegister>>('GET', '/registers/days', undefined, { ...page });
  open = (page: PageQuery) => this.ask<Page<RegisterLine> & { readonly total: number }>('GET', '/registers/open', undefined, { ...page });
  file = (day: string, form: 'pdf' | 'csv') => this.blob(`/registers/days/${day}/file`, { form });
  gaps = (period: Period) => this.ask<{ readonly items: readonly Gap[]; readonly more: boolean }>('GET', '/registers/gaps', undefined, { ...period });
  gapsFile = (period: Period) => this.blob('/registers/gaps.csv', { ...period });
  reservations = (page: PageQuery) => this.ask<Page<Reservation>>('GET', '/reservations', undefined, { ...page });
  reserve = (body: object) => this.ask<ReservationView>('POST', '/reservations', body);
  reservation = (id: string) => this.ask<ReservationView>('GET', `/reservations/${id}`);
  sheets = (id: string) => this.blob(`/reservations/${id}/sheets`);
  replay = (id: string, number: number, body: object) => this.ask<{ readonly mailId: string; readonly chrono: string }>('POST', `/reservations/${id}/numbers/${number}/use`, body);
  voidNumbers = (id: string, body: object) => this.ask<ReservationView>('POST', `/reservations/${id}/void`, body);

  private ask<T>(method: string, path: string, body?: object, query: Query = {}): Observable<T> {
    return this.http.request<T>(method, this.base + path, { body, params: given(query) }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }

  private blob(path: string, query: Query = {}): Observable<Blob> {
    return this.http.get(this.base + path, { params: given(query), responseType: 'blob' }).pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}

type Query = { readonly [name: string]: string | number | undefined };
const given = (query: Query): { [name: string]: string | number } => Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== ''));
