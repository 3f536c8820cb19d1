import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, firstValueFrom, fromEvent, interval, merge, throttleTime } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import { Marks } from '../marks/marks.js';
import { Api } from '../api/api.js';
import type { Tray } from '../api/types.js';
import { Live } from '../live/live.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { grouped } from './grouped.js';

const every = 15_000;
/** Once it is told what changes, only what time changes is asked for: what has become late. */
const everyWhileLive = 4;
/** Not more often than this, however much is told. */
const pace = 3_000;

/** My trays and their counts: asked when the stream says so and after an action; once a minute beside, every 15 s without a stream. */
@Injectable()
export class Trays {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);
  private readonly all = signal<readonly Tray[]>([]);

  readonly known = signal(false);
  readonly items = this.all.asReadonly();
  readonly groups = computed(() => grouped(this.all()));

  constructor() {
    const until = inject(DestroyRef);
    const live = inject(Live);
    const told = live.changes.pipe(filter(({ trays, missed }) => !!trays || !!missed), throttleTime(pace, undefined, { leading: true, trailing: true }));
    const ticks = interval(every).pipe(filter((tick) => live.state() !== 'live' || tick % everyWhileLive === everyWhileLive - 1));
    merge(ticks, told, fromEvent(this.document, 'visibilitychange'), inject(MailActions).done, inject(Marks).changed)
      .pipe(takeUntilDestroyed(until))
      .subscribe(() => void this.refresh());
    effect(() => {
      if (this.session.atHome()) void untracked(() => this.refresh());
    });
  }

  async refresh(): Promise<void> {
    if (this.document.hidden || !this.session.atHome()) return;
    try {
      this.all.set([...(await firstValueFrom(this.api.trays())).items]);
      this.known.set(true);
    } catch {
      // Counts are not worth a message: the page that is open says what is wrong.
    }
  }

  /** What waits to be qualified, a tray for each mail room. */
  readonly queues = computed(() => this.all().filter(({ kind }) => kind === 'qualification'));

  /** Whose it is, for those who work in several mail rooms. */
  queueName(tray: Tray): string {
    if (this.queues().length < 2) return this.words.text('TRAY_NAME.qualification');
    return tray.siteLabel ?? this.words.text('SITE.CENTRAL');
  }

  /** What a tray is called: by its settings, its owner, whom it stands in for, or by us. */
  nameOf(tray: Tray): string {
    if (tray.kind === 'qualification') return this.queueName(tray);
    if (tray.replaced) return this.words.text('TRAY_NAME.replacing', { name: tray.replaced.displayName });
    return tray.label ?? this.words.text(`TRAY_NAME.${tray.id}`);
  }

  tray(id: string): Tray | undefined {
    return this.all().find((tray) => tray.id === id);
  }
}
