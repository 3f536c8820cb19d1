import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { InHand, Round, UnscannedLine } from '../api/types.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { Words } from '../words/words.js';
import { lateness } from './late.js';

const largestRound = 200;

/** What is still to be handed over: chosen by hand or by the number on its slip, several at once against one signature. */
@Component({
  selector: 'bn-hand-over',
  imports: [FormsModule, MatButton, MatCheckbox, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe, Wait],
  templateUrl: './hand-over.html',
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    .bar { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .bar mat-form-field { width: min(260px, 100%); }
    .said { min-height: 18px; margin: 0; padding: 4px 16px; font-size: 12px; color: var(--bn-muted); }
    .tick { width: 48px; padding: 0 0 0 8px; }
    .short { white-space: nowrap; }
    .overdue td:first-child { box-shadow: inset 3px 0 var(--mat-sys-error); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandOver {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = inject(Words);

  protected readonly service = signal('');
  protected readonly number = signal('');
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  protected readonly inHand = signal<readonly InHand[]>([]);
  protected readonly chosen = signal<ReadonlyMap<string, UnscannedLine>>(new Map());
  protected readonly pages = computed(() => {
    const service = this.service() || undefined;
    return new Pages<UnscannedLine>((page) => this.api.unscanned({ ...page, state: 'waiting', service }), ({ id }) => id);
  });
  protected readonly lines = computed(() => [...this.chosen().values()]);
  protected readonly canGive = computed(() => this.lines().length > 0 && this.lines().every(({ mayHandOver }) => mayHandOver));
  protected readonly canReceive = computed(() => this.lines().length > 0 && this.lines().every(({ mayReceive }) => mayReceive));
  protected readonly all = computed(() => this.pages().items().length > 0 && this.pages().items().every(({ id }) => this.chosen().has(id)));
  private key: string = crypto.randomUUID();

  constructor() {
    effect(() => {
      const pages = this.pages();
      untracked(() => {
        this.chosen.set(new Map());
        void pages.load();
      });
    });
    void this.count();
  }

  protected lateBy({ handOverAt }: UnscannedLine): string {
    const { key, count } = lateness(handOverAt, Date.now());
    return this.words.count(`UNSCANNED.${key}`, count);
  }

  protected toggle(line: UnscannedLine): void {
    this.choose((chosen) => (chosen.has(line.id) ? chosen.delete(line.id) : chosen.set(line.id, line)));
  }

  protected toggleAll(on: boolean): void {
    this.choose((chosen) => this.pages().items().forEach((line) => (on ? chosen.set(line.id, line) : chosen.delete(line.id))));
  }

  /** A hand scanner types the number and ends with Enter: the mail is chosen, and the field is ready for the next one. */
  protected async find(event: Event): Promise<void> {
    event.preventDefault();
    const number = this.number().trim();
    if (!number) return;
    this.number.set('');
    try {
      const line = await firstValueFrom(this.api.findUnscanned(number));
      if (line.handedOver) return this.said.set(this.words.text('UNSCANNED.ALREADY', { chrono: line.chrono, to: line.handedOver.to }));
      this.choose((chosen) => chosen.set(line.id, line));
      this.said.set(this.words.text('UNSCANNED.CHOSEN', { chrono: line.chrono, kind: line.kindLabel }));
    } catch (error) {
      this.said.set(`${number} – ${this.words.problem(error)}`);
    }
  }

  protected async slips(): Promise<void> {
    await this.ask(async () => keep(await firstValueFrom(this.api.printSlips(this.lines().slice(0, 50).map(({ id }) => id))), 'bordereaux.pdf'));
  }

  protected async give(): Promise<void> {
    const { RoundDialog } = await import('./round-dialog.js');
    const lines = this.lines().slice(0, largestRound);
    const mails = lines.map(({ id }) => id);
    const opened = this.dialog.open<unknown, unknown, Round>(RoundDialog, { panelClass: 'bn-dialog', width: '680px', maxWidth: '96vw', autoFocus: 'input', data: { lines, submit: (to: string, signature: string, key: string) => this.api.handOver({ key, mails, to, signature }) } });
    const round = await firstValueFrom(opened.afterClosed());
    if (round) await this.done(round);
  }

  protected async receive(): Promise<void> {
    await this.ask(async () => this.done(await firstValueFrom(this.api.receive({ key: this.key, mails: this.lines().slice(0, largestRound).map(({ id }) => id) }))));
  }

  private async done(round: Round): Promise<void> {
    this.key = crypto.randomUUID();
    this.snackBar.open(this.words.count('UNSCANNED.HANDED_OVER', round.mails.length, { to: round.receivedBy }), undefined, { duration: 5000 });
    this.chosen.set(new Map());
    for (const { id } of round.mails) this.pages().remove(id);
    await Promise.all([this.pages().refresh(), this.count()]);
  }

  private choose(change: (chosen: Map<string, UnscannedLine>) => void): void {
    this.key = crypto.randomUUID();
    this.chosen.update((before) => {
      const chosen = new Map(before);
      change(chosen);
      return chosen;
    });
  }

  private async ask(work: () => Promise<void> | void): Promise<void> {
    this.busy.set(true);
    try {
      await work();
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(false);
  }

  private async count(): Promise<void> {
    this.inHand.set(await firstValueFrom(this.api.inHand()).then(({ items }) => items, () => this.inHand()));
  }
}
