import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormsModule } from '@angular/forms';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { Api } from '../api/api.js';
import type { Box, Boxed } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { Words } from '../words/words.js';

/** A box: mails are put in by scanning their numbers one after another, until it is closed. */
@Component({
  selector: 'bn-box-page',
  imports: [FormsModule, MatButton, MatFormFieldModule, MatInput, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './box.page.html',
  styles: `
    .bn-page-head { flex-wrap: wrap; padding-block: 4px; }
    .bar { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .bar mat-form-field { width: min(280px, 100%); }
    .said { min-height: 20px; margin: 0; padding: 6px 16px; }
    .short { white-space: nowrap; }
    .do { text-align: right; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoxPage {
  private readonly api = inject(Api);
  protected readonly words = inject(Words);
  protected readonly code = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('code') ?? '')), { requireSync: true });
  protected readonly box = signal<Box | undefined>(undefined);
  protected readonly number = signal('');
  protected readonly location = signal('');
  protected readonly said = signal<{ readonly text: string; readonly wrong: boolean } | undefined>(undefined);
  protected readonly closing = signal(false);
  protected readonly pages = computed(() => {
    const code = this.code();
    return new Pages<Boxed>(() => this.api.box(code).pipe(map(({ box, items }) => {
      this.show(box);
      return { items };
    })), ({ id }) => id);
  });
  /** Numbers are sent in the order in which they were scanned. */
  private queue: Promise<void> = Promise.resolve();

  constructor() {
    effect(() => {
      const pages = this.pages();
      untracked(() => {
        this.box.set(undefined);
        this.location.set('');
        this.closing.set(false);
        this.said.set(undefined);
        void pages.load();
      });
    });
  }

  protected put(event: Event): void {
    event.preventDefault();
    const number = this.number().trim();
    if (!number) return;
    this.number.set('');
    const code = this.code();
    this.queue = this.queue.then(() => this.send(code, number));
  }

  private send(code: string, number: string): Promise<void> {
    return this.ask(number, async () => {
      const { box, mail, from } = await firstValueFrom(this.api.putInBox(code, number));
      this.show(box);
      await this.pages().refresh();
      return this.words.text(from ? 'BOXES.MOVED' : 'BOXES.PUT', { number: mail.chrono ?? number, from: from ?? '' });
    });
  }

  protected takeOut(mail: Boxed): Promise<void> {
    const number = mail.chrono ?? mail.endorsement ?? '';
    return this.ask(number, async () => {
      this.show(await firstValueFrom(this.api.takeOutOfBox(this.code(), mail.id)));
      this.pages().remove(mail.id);
      return this.words.text('BOXES.TAKEN_OUT', { number });
    });
  }

  protected move(): Promise<void> {
    return this.ask(this.code(), async () => {
      this.show(await firstValueFrom(this.api.changeBox(this.code(), this.location().trim() || undefined)));
      return this.words.text('BOXES.LOCATED');
    });
  }

  protected close(): Promise<void> {
    this.closing.set(false);
    return this.ask(this.code(), async () => {
      this.show(await firstValueFrom(this.api.closeBox(this.code())));
      return this.words.text('BOXES.NOW_CLOSED');
    });
  }

  protected label(): Promise<void> {
    return this.ask(this.code(), async () => keep(await firstValueFrom(this.api.boxLabel(this.code())), `${this.code()}-etiquette.pdf`));
  }

  protected list(form: 'pdf' | 'csv'): Promise<void> {
    return this.ask(this.code(), async () => keep(await firstValueFrom(this.api.boxList(this.code(), form)), `${this.code()}.${form}`));
  }

  private show(box: Box): void {
    if (box.code.toUpperCase() !== this.code().toUpperCase()) return; // of the one that was here before
    if (this.location() === (this.box()?.location ?? '')) this.location.set(box.location ?? '');
    this.box.set(box);
  }

  private async ask(about: string, work: () => Promise<string | void>): Promise<void> {
    try {
      const text = await work();
      this.said.set(text ? { text, wrong: false } : undefined);
    } catch (error) {
      this.said.set({ text: `${about} – ${this.words.problem(error)}`, wrong: true });
    }
  }
}
