import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { Problem } from '../api/problem.js';
import type { ScanBatch } from '../api/types.js';
import { ourDialog } from '../layout/dialogs.js';
import { Words } from '../words/words.js';
import { DeskStore } from './store.js';
import { whatWillHappen } from './what-will-happen.js';

/** How far the making of its mails is. */
export interface Releasing {
  readonly state: 'making' | 'done';
  readonly made: number;
  readonly of: number;
  /** The next batch that somebody has to look at. */
  readonly next?: ScanBatch;
}

const poll = 1000;

/** What ends the work on a batch: its mails are made, it is rejected, or what was announced is corrected. */
@Injectable()
export class DeskRelease {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly words = inject(Words);
  private readonly store = inject(DeskStore);
  private timer?: ReturnType<typeof setTimeout>;
  readonly busy = signal(false);
  readonly now = signal<Releasing | undefined>(undefined);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  forget(): void {
    clearTimeout(this.timer);
    this.now.set(undefined);
    this.busy.set(false);
  }

  /** Says what will happen and, when that is wanted, does it; not before all gestures have arrived. */
  async ask(): Promise<void> {
    const batch = this.store.batch();
    const hindrance = this.hindrance();
    if (hindrance) return this.store.say(hindrance, true);
    if (!batch || this.busy()) return;
    const { ConfirmDialog } = await import('./dialogs/confirm-dialog.js');
    const data = { title: this.words.text('DESK.RELEASE.TITLE', { name: batch.name }), text: whatWillHappen(this.store.queue.plan(), this.words), label: 'DESK.RELEASE.DO', keep: 'GENERAL.CANCEL' };
    if (!(await firstValueFrom(this.dialog.open(ConfirmDialog, { ...ourDialog, width: '480px', data }).afterClosed()))) return;
    await this.store.queue.ready();
    await this.store.queue.sent();
    if (this.store.queue.waiting()) return this.store.say(this.words.text('DESK.FLAW.offline'), true);
    this.busy.set(true);
    try {
      this.store.revised(await firstValueFrom(this.api.releaseBatch(batch.id, this.store.queue.revision)));
      await this.follow(batch.id);
    } catch (error) {
      this.busy.set(false);
      this.store.say(this.words.problem(error), true);
      await this.store.refresh();
    }
  }

  async reject(): Promise<void> {
    const batch = this.store.batch();
    if (!batch) return;
    const { ReasonDialog } = await import('../quarantine/reason-dialog.js');
    const submit = async (reason: string): Promise<void> => this.store.revised(await firstValueFrom(this.api.rejectBatch(batch.id, this.store.queue.revision, reason)));
    const data = { title: 'DESK.REJECT.TITLE', about: batch.name, note: 'DESK.REJECT.NOTE', label: 'DESK.REJECT.DO', submit };
    if (await firstValueFrom(this.dialog.open(ReasonDialog, { ...ourDialog, width: '520px', data }).afterClosed())) {
      this.store.say(this.words.text('DESK.REJECT.DONE'));
      await this.store.refresh();
    }
  }

  /** Takes a rejected batch back. */
  async resume(): Promise<void> {
    const batch = this.store.batch();
    if (!batch) return;
    try {
      await firstValueFrom(this.api.resumeBatch(batch.id, this.store.queue.revision));
      this.store.say(this.words.text('DESK.REJECT.RESUMED'));
    } catch (error) {
      this.store.say(this.words.problem(error), true);
    }
    await this.store.refresh();
  }

  async correct(): Promise<void> {
    const batch = this.store.batch();
    if (!batch) return;
    const { AnnouncedDialog } = await import('./dialogs/announced-dialog.js');
    await this.store.queue.sent();
    const submit = async (body: object): Promise<void> => this.store.revised(await firstValueFrom(this.api.correctAnnounced(batch.id, { revision: this.store.queue.revision, ...(body as { reason: string }) })));
    const data = { batch, envelopes: this.store.counts().envelopes, submit };
    if (await firstValueFrom(this.dialog.open(AnnouncedDialog, { ...ourDialog, width: '520px', data }).afterClosed())) this.store.say(this.words.text('DESK.ANNOUNCED.DONE'));
  }

  /** Its mails are being made already, whoever asked for that. */
  watch(): void {
    const batch = this.store.batch();
    if (!batch?.releasing || this.busy()) return;
    this.busy.set(true);
    void this.follow(batch.id);
  }

  /** What has to be dealt with first, in words. */
  private hindrance(): string {
    if (this.store.quarantined().length) return this.words.count('DESK.RELEASE.QUARANTINED', this.store.quarantined().length);
    if (this.store.gaps().length) return this.words.text('DESK.RELEASE.GAP');
    if (this.store.expected()) return this.words.text('DESK.RELEASE.EXPECTED');
    return this.store.counts().envelopes ? '' : this.words.text('DESK.RELEASE.NOTHING');
  }

  private async follow(id: string): Promise<void> {
    await this.store.refresh();
    const batch = this.store.batch();
    if (batch?.id !== id) return;
    const [made, of] = [batch.counts.released, this.store.counts().envelopes];
    if (batch.releasing) {
      this.now.set({ state: 'making', made, of });
      this.timer = setTimeout(() => void this.follow(id), poll);
      return;
    }
    this.busy.set(false);
    if (batch.failure) {
      this.now.set(undefined);
      return this.store.say(this.words.problem(new Problem(409, batch.failure.code, batch.failure.params)), true);
    }
    const waiting = await firstValueFrom(this.api.batchesToCheck()).catch(() => ({ items: [] }));
    this.now.set({ state: 'done', made, of, next: waiting.items.filter((one) => one.id !== id).at(-1) });
    this.store.say(this.words.count('DESK.RELEASE.DONE', made));
    setTimeout(() => document.querySelector<HTMLElement>('[data-next]')?.focus());
  }
}
