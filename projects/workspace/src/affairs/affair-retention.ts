import { ChangeDetectionStrategy, Component, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { RecordsApi, type AffairRetention as Kept } from '../retention/records-api.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

/** How the pieces of an affair are kept: under its own row if it has one, from its closing or a declared day. */
@Component({
  selector: 'bn-affair-retention',
  imports: [FormsModule, MatButton, TranslatePipe],
  template: `
    @if (kept(); as it) {
      <h2>{{ 'AFFAIR_RETENTION.TITLE' | translate }}</h2>
      <p>{{ it.row ? it.row.code + ' – ' + it.row.label : ('AFFAIR_RETENTION.NO_ROW' | translate) }}</p>
      @if (it.due) {<p>{{ 'AFFAIR_RETENTION.DUE' | translate: { day: words.fullDay(it.due), from: words.fullDay(it.trigger ?? '') } }}</p>}
      @if (it.declaredTrigger) {<p class="bn-quiet">{{ 'AFFAIR_RETENTION.DECLARED' | translate: { day: words.fullDay(it.declaredTrigger) } }}</p>}
      @if (it.records) {<p class="bn-quiet">{{ words.count('AFFAIR_RETENTION.RECORDS', it.records) }}</p>}
      @if (it.mayChange) {
        @if (changing()) {
          <form (ngSubmit)="keep()">
            <label>{{ 'RETENTION.ROW' | translate }}
              <select name="row" [(ngModel)]="row">
                <option value="">{{ 'AFFAIR_RETENTION.OWN_ROWS' | translate }}</option>
                @for (one of it.rows; track one.code) {<option [value]="one.code">{{ one.code }} – {{ one.label }}</option>}
              </select>
            </label>
            <label>{{ 'AFFAIR_RETENTION.TRIGGER' | translate }} <input type="date" name="day" [max]="today()" [(ngModel)]="day" /></label>
            <label>{{ 'AFFAIR_RETENTION.REASON' | translate }} <input name="reason" required minlength="3" maxlength="500" autocomplete="off" [(ngModel)]="reason" /></label>
            <div>
              <button matButton="filled" type="submit" [disabled]="busy() || reason().trim().length < 3">{{ 'AFFAIR_RETENTION.KEEP' | translate }}</button>
              <button matButton type="button" (click)="changing.set(false)">{{ 'GENERAL.CANCEL' | translate }}</button>
            </div>
            @if (wrong(); as text) {<p class="bn-late" role="alert">{{ text }}</p>}
          </form>
        } @else {
          <button matButton="outlined" type="button" (click)="changing.set(true)">{{ 'AFFAIR_RETENTION.CHANGE' | translate }}</button>
        }
      }
    }
  `,
  styles: `
    :host { display: block; overflow-wrap: anywhere; }
    h2 { margin: 16px 0 6px; font-size: 14px; }
    p { margin: 4px 0 8px; }
    form { display: grid; gap: 8px; }
    label { display: grid; gap: 2px; }
    select, input { height: 34px; min-width: 0; max-width: 100%; padding: 0 8px; border: 1px solid var(--mat-sys-outline); border-radius: 4px; background: var(--mat-sys-surface); color: inherit; font: inherit; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AffairRetention {
  private readonly api = inject(RecordsApi);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  readonly affair = input.required<string>();
  /** Of the affair as the page has it: read again when it is another. */
  readonly revision = input.required<number>();
  readonly changed = output();
  protected readonly kept = linkedSignal<string, Kept | undefined>({ source: this.affair, computation: () => undefined });
  protected readonly changing = linkedSignal({ source: this.affair, computation: () => false });
  protected readonly row = signal('');
  protected readonly day = signal('');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly wrong = signal('');
  protected readonly today = (): string => this.session.today();

  constructor() {
    effect(() => {
      const [id] = [this.affair(), this.revision()];
      untracked(() => void this.read(id));
    });
  }

  private async read(id: string): Promise<void> {
    const kept = await firstValueFrom(this.api.affair(id)).catch(() => undefined);
    if (id === this.affair()) this.show(kept);
  }

  private show(kept: Kept | undefined): void {
    this.kept.set(kept);
    this.row.set(kept?.row?.code ?? '');
    this.day.set(kept?.declaredTrigger ?? '');
  }

  protected async keep(): Promise<void> {
    const id = this.affair();
    this.busy.set(true);
    this.wrong.set('');
    try {
      const kept = await firstValueFrom(this.api.setAffair(id, { row: this.row() || null, declaredTrigger: this.day() || null, reason: this.reason().trim() }));
      if (id === this.affair()) {
        this.show(kept);
        this.changing.set(false);
        this.reason.set('');
        this.changed.emit();
      }
    } catch (error) {
      this.wrong.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
