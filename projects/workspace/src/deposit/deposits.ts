import { HttpEventType } from '@angular/common/http';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom, tap, filter } from 'rxjs';
import { Api } from '../api/api.js';
import type { Deposit, DepositFields } from '../api/types.js';
import { Pages } from '../list/pages.js';
import { formOf, isSettled, newKey, parcelOf, pauseAfter, type Parcel } from './parcel.js';

/** Sends parcels one after the other, and follows each deposit until its mails have found their trays. */
@Injectable()
export class Deposits {
  private readonly api = inject(Api);
  private readonly all = signal<readonly Parcel[]>([]);
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private sending = false;

  /** On their way or refused; those that arrived are among the deposits. */
  readonly parcels = this.all.asReadonly();
  readonly recent = new Pages<Deposit>((page) => this.api.deposits(page), ({ id }) => id);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.timers.forEach((timer) => clearTimeout(timer)));
    void this.reload();
  }

  add(files: readonly File[], fields: DepositFields): void {
    this.all.update((parcels) => [...parcels, parcelOf(files, fields, newKey())]);
    void this.work();
  }

  retry(key: string): void {
    this.change(key, { state: 'queued', percent: 0, problem: undefined });
    void this.work();
  }

  forget(key: string): void {
    this.all.update((parcels) => parcels.filter((parcel) => parcel.key !== key));
  }

  async reload(): Promise<void> {
    await this.recent.load();
    for (const deposit of this.recent.items()) if (!isSettled(deposit)) this.follow(deposit.id);
  }

  private async work(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    for (let parcel = this.queued(); parcel; parcel = this.queued()) await this.send(parcel);
    this.sending = false;
  }

  private queued(): Parcel | undefined {
    return this.all().find(({ state }) => state === 'queued');
  }

  private async send(parcel: Parcel): Promise<void> {
    this.change(parcel.key, { state: 'sending' });
    const answer = this.api.createDeposit(formOf(parcel), parcel.key).pipe(
      tap((event) => {
        if (event.type === HttpEventType.UploadProgress && event.total) this.change(parcel.key, { percent: Math.round((100 * event.loaded) / event.total) });
      }),
      filter((event) => event.type === HttpEventType.Response),
    );
    try {
      const id = (await firstValueFrom(answer)).body?.id ?? '';
      this.forget(parcel.key);
      await this.recent.refresh();
      this.follow(id);
    } catch (problem) {
      this.change(parcel.key, { state: 'failed', problem });
    }
  }

  private follow(id: string, looks = 0): void {
    clearTimeout(this.timers.get(id));
    this.timers.set(id, setTimeout(() => void this.look(id, looks), pauseAfter(looks) * 1000));
  }

  private async look(id: string, looks: number): Promise<void> {
    const deposit = await firstValueFrom(this.api.deposit(id)).catch(() => undefined);
    if (deposit) this.recent.replace(deposit);
    if (!deposit || !isSettled(deposit)) this.follow(id, looks + 1);
  }

  private change(key: string, change: Partial<Parcel>): void {
    this.all.update((parcels) => parcels.map((parcel) => (parcel.key === key ? { ...parcel, ...change } : parcel)));
  }
}
