import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, firstValueFrom, interval, merge, throttleTime } from 'rxjs';
import { Api } from '../api/api.js';
import type { Notice } from '../api/types.js';
import { Live } from '../live/live.js';
import { SessionStore } from '../session/session.js';

const shown = 8;
const every = 60_000;
/** Not more often than this, however much is told. */
const pace = 2_000;

/** What I am told: the newest, and how many I have not read. Follows the stream, or asks once a minute without it. */
@Injectable()
export class NoticesStore {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly live = inject(Live);
  private readonly document = inject(DOCUMENT);
  private readonly all = signal<readonly Notice[]>([]);
  private readonly counted = signal<number | undefined>(undefined);

  readonly items = this.all.asReadonly();
  readonly known = computed(() => this.counted() !== undefined);
  readonly unread = computed(() => this.counted() ?? this.session.unread());

  constructor() {
    merge(interval(every).pipe(filter(() => this.live.state() !== 'live')), this.live.changes.pipe(filter(({ notices, read, missed }) => !!notices || !!read || !!missed), throttleTime(pace, undefined, { leading: true, trailing: true })))
      .pipe(takeUntilDestroyed(inject(DestroyRef)))
      .subscribe(() => void this.refresh());
  }

  async refresh(): Promise<void> {
    if (this.document.hidden) return;
    // What could not be asked stays as it was: the page that is open says what is wrong.
    await firstValueFrom(this.api.notices({ limit: shown })).then(
      ({ items, unread }) => {
        this.all.set(items);
        this.counted.set(unread);
      },
      () => undefined,
    );
  }

  async read(notice: Notice): Promise<void> {
    if (notice.readAt) return;
    await firstValueFrom(this.api.readNotice(notice.id));
    await this.refresh();
  }

  /** Marks as read all that was there when `newest` was the newest. */
  async readAll(newest: Notice): Promise<void> {
    await firstValueFrom(this.api.readNotices(newest.id));
    await this.refresh();
  }
}
