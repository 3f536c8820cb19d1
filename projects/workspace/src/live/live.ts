import { DOCUMENT } from '@angular/common';
import { inject, Injectable, InjectionToken, NgZone, signal } from '@angular/core';
import { AuthenticationService } from '@alfresco/adf-core';
import { Subject } from 'rxjs';
import { API_BASE } from '../api/api.js';
import { SessionStore } from '../session/session.js';
import { signatureOf } from '../session/signature.js';
import { EventParser, type ServerEvent } from './event-parser.js';

/** What the server says that the page should ask for again. */
export interface Change {
  readonly mails?: readonly { readonly id: string; readonly revision: number }[];
  readonly notices?: readonly string[];
  readonly trays?: boolean;
  readonly read?: boolean;
  /** More has happened than could be told. */
  readonly missed?: boolean;
}

/** How long things take, in ms. */
export interface LiveTimes {
  /** Pauses before the next try; the last one stays. */
  readonly pauses: readonly number[];
  /** A stream that is silent for longer is dead; the server says something every 25 s. */
  readonly silence: number;
  /** A page that is not seen keeps its stream for so long. */
  readonly unseen: number;
}
export const LIVE_TIMES = new InjectionToken<LiveTimes>('Times of the stream', { providedIn: 'root', factory: () => ({ pauses: [1_000, 3_000, 10_000, 30_000, 60_000], silence: 70_000, unseen: 60_000 }) });

/**
 * The stream of events of this page. It is read by `fetch`, because the ticket goes into a header and never into an address.
 * It is there while the page is seen; when it is lost, whoever follows it asks from time to time instead.
 */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly base = inject(API_BASE);
  private readonly document = inject(DOCUMENT);
  private readonly zone = inject(NgZone);
  private readonly authentication = inject(AuthenticationService);
  private readonly session = inject(SessionStore);
  private readonly times = inject(LIVE_TIMES);
  private readonly told = new Subject<Change>();
  private stream?: AbortController;
  private timer?: ReturnType<typeof setTimeout>;
  private last?: string;
  private failures = 0;
  private wanted = false;

  readonly changes = this.told.asObservable();
  /** `lost` once it failed twice: what is shown is then asked for from time to time. */
  readonly state = signal<'off' | 'live' | 'lost'>('off');

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.document.addEventListener('visibilitychange', this.seen);
    this.seen();
  }

  stop(): void {
    this.wanted = false;
    this.document.removeEventListener('visibilitychange', this.seen);
    clearTimeout(this.timer);
    this.stream?.abort();
    this.stream = undefined;
    this.last = undefined;
    this.state.set('off');
  }

  private readonly seen = (): void => {
    this.zone.runOutsideAngular(() => {
      clearTimeout(this.timer);
      if (this.document.hidden) this.timer = setTimeout(() => this.stream?.abort(), this.times.unseen);
      else if (!this.stream) void this.open();
    });
  };

  private async open(): Promise<void> {
    const stream = (this.stream = new AbortController());
    let pause: number | undefined;
    try {
      pause = await this.read(stream);
    } catch {
      // Whatever it was: it is tried again.
    }
    if (this.stream !== stream) return;
    this.stream = undefined;
    if (!this.wanted || this.document.hidden) return;
    this.failures++;
    if (this.failures > 1 || pause === Infinity) this.zone.run(() => this.state.set('lost'));
    if (pause === Infinity) return;
    const { pauses } = this.times;
    const usual = pauses[Math.min(this.failures, pauses.length) - 1] ?? 60_000;
    this.timer = setTimeout(() => void this.open(), usual * (0.7 + Math.random() * 0.6));
  }

  /** @returns Infinity when it is not to be tried again before the page is seen anew */
  private async read(stream: AbortController): Promise<number | undefined> {
    const response = await fetch(`${this.base}/live`, { headers: { Accept: 'text/event-stream', ...signatureOf(this.authentication), ...(this.last ? { 'Last-Event-ID': this.last } : {}) }, cache: 'no-store', signal: stream.signal });
    if (response.status === 401) {
      this.zone.run(() => void this.session.expired());
      return Infinity;
    }
    if (!response.ok || !response.body) return undefined;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parser = new EventParser();
    for (;;) {
      const silence = setTimeout(() => stream.abort(), this.times.silence);
      const { done, value } = await reader.read().finally(() => clearTimeout(silence));
      if (done) return undefined;
      for (const event of parser.push(value)) if (this.hear(event) === 'replaced') return Infinity;
    }
  }

  /** @returns why the stream ends, where it does */
  private hear({ event, data, id }: ServerEvent): string | undefined {
    if (id) this.last = id;
    const said = JSON.parse(data) as Change & { readonly why?: string };
    if (event === 'bye') return said.why;
    this.zone.run(() => {
      this.failures = 0;
      this.state.set('live');
      if (event === 'change') this.told.next(said);
    });
    return undefined;
  }
}
