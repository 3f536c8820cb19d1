import { signal, type Signal, type WritableSignal } from '@angular/core';
import type { Observable, Subscription } from 'rxjs';

export type Picture = { readonly url: string } | 'loading' | 'failed';
export interface PictureKey {
  readonly file: string;
  readonly number: number;
  readonly width: 160 | 320 | 1200;
}
interface Entry {
  readonly key: PictureKey;
  readonly shown: WritableSignal<Picture>;
  /** Of those who want it, how soon: the least goes first. */
  urgency: () => number;
  wanted: number;
  call?: Subscription;
}

const atOnce = 4;
const mostKept = 400;

/**
 * Pictures of pages, a few at a time, the most urgent first. One that nobody wants any longer is not fetched to its end;
 * those that came are kept for a while.
 */
export class Pictures {
  private readonly entries = new Map<string, Entry>();
  private running = 0;

  constructor(private readonly fetch: (key: PictureKey) => Observable<Blob>) {}

  /** The picture as it comes; `drop` it as often as it was wanted. */
  want(key: PictureKey, urgency: () => number): Signal<Picture> {
    const name = nameOf(key);
    const entry = this.entries.get(name) ?? { key, shown: signal<Picture>('loading'), urgency, wanted: 0 };
    this.entries.delete(name);
    this.entries.set(name, entry); // the last wanted are the last to be thrown away
    entry.urgency = urgency;
    entry.wanted++;
    if (entry.shown() === 'failed') entry.shown.set('loading');
    queueMicrotask(() => this.go());
    return entry.shown;
  }

  /** The same page in a smaller picture, if that has come. */
  smaller({ file, number, width }: PictureKey): Picture | undefined {
    const entries = ([320, 160] as const).filter((less) => less < width).map((less) => this.entries.get(nameOf({ file, number, width: less })));
    return entries.map((entry) => entry?.shown()).find((picture) => typeof picture === 'object');
  }

  drop(key: PictureKey): void {
    const entry = this.entries.get(nameOf(key));
    if (!entry || --entry.wanted > 0) return;
    if (entry.call) {
      entry.call.unsubscribe();
      entry.call = undefined;
      this.running--;
      queueMicrotask(() => this.go());
    }
    if (typeof entry.shown() === 'string') this.entries.delete(nameOf(key));
    this.forget();
  }

  clear(): void {
    for (const entry of this.entries.values()) {
      entry.call?.unsubscribe();
      revoke(entry);
    }
    this.entries.clear();
    this.running = 0;
  }

  private go(): void {
    while (this.running < atOnce) {
      const next = this.mostUrgent();
      if (!next) return;
      this.load(next);
    }
  }

  private mostUrgent(): Entry | undefined {
    let best: { readonly entry: Entry; readonly urgency: number } | undefined;
    for (const entry of this.entries.values()) {
      if (!entry.wanted || entry.call || entry.shown() !== 'loading') continue;
      const urgency = entry.urgency();
      if (!best || urgency < best.urgency) best = { entry, urgency };
    }
    return best?.entry;
  }

  private load(entry: Entry): void {
    this.running++;
    const done = (picture: Picture): void => {
      entry.call = undefined;
      this.running--;
      entry.shown.set(picture);
      this.go();
    };
    entry.call = this.fetch(entry.key).subscribe({ next: (blob) => done({ url: URL.createObjectURL(blob) }), error: () => done('failed') });
    if (entry.call.closed) entry.call = undefined;
  }

  private forget(): void {
    for (const [name, entry] of this.entries) {
      if (this.entries.size <= mostKept) return;
      if (entry.wanted) continue;
      revoke(entry);
      this.entries.delete(name);
    }
  }
}

const nameOf = ({ file, number, width }: PictureKey): string => `${file}:${number}:${width}`;

function revoke({ shown }: Entry): void {
  const picture = shown();
  if (typeof picture !== 'string') URL.revokeObjectURL(picture.url);
}
