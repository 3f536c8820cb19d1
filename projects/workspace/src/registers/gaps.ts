import { ChangeDetectionStrategy, Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { runsOf } from './gap-runs.js';
import { RegistersApi, type Gap, type Period } from './registers-api.js';

/** What is not as a row of numbers given one after another, in a period. */
@Component({
  selector: 'bn-gaps',
  imports: [FormsModule, MatButton, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe, Wait],
  template: `
    <div class="bar">
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ 'REGISTERS.REGISTER' | translate }}</mat-label>
        <mat-select [(ngModel)]="register">
          <mat-option value="">{{ 'REGISTERS.ALL' | translate }}</mat-option>
          @for (each of registers(); track each.register) { <mat-option [value]="each.register">{{ each.label }}</mat-option> }
        </mat-select>
      </mat-form-field>
      <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'REGISTERS.FROM' | translate }}</mat-label><input matInput type="date" required [max]="to()" [(ngModel)]="from" /></mat-form-field>
      <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'REGISTERS.TO' | translate }}</mat-label><input matInput type="date" required [min]="from()" [max]="today" [(ngModel)]="to" /></mat-form-field>
      <button matButton="outlined" (click)="csv()">{{ 'REGISTERS.EXPORT' | translate }}</button>
    </div>
    @if (said(); as text) { <p class="note bn-late" role="alert">{{ text }}</p> }
    <bn-wait [of]="pages()" emptyIcon="task_alt" [emptyTitle]="'REGISTERS.NO_GAPS' | translate" [emptyText]="'REGISTERS.NO_GAPS_TEXT' | translate">
      @if (more()) { <p class="note">{{ 'REGISTERS.FIRST_GAPS' | translate }}</p> }
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'REGISTERS.VIEW.gaps' | translate">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'REGISTERS.NUMBER' | translate }}</th><th scope="col">{{ 'REGISTERS.WHAT' | translate }}</th><th scope="col">{{ 'REGISTERS.WHEN' | translate }}</th><th scope="col">{{ 'REGISTERS.REASON' | translate }}</th></tr></thead>
          <tbody>
            @for (gap of runs(); track gap.kind + gap.register + gap.year + gap.first) {
              <tr>
                <td class="short">{{ gap.chrono || gap.first }}@if (gap.first !== gap.last) { – {{ gap.lastChrono || gap.last }}}<br /><span class="bn-quiet">{{ gap.label }}@if (gap.first !== gap.last) {, {{ words.count('REGISTERS.NUMBERS_COUNT', gap.last - gap.first + 1) }}}</span></td>
                <td [class.bn-late]="gap.kind === 'missing'">{{ 'REGISTERS.GAP.' + gap.kind | translate }}</td>
                <td class="short">{{ gap.at ? words.brief(gap.at) : '' }}</td>
                <td class="long">{{ gap.reason }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </bn-wait>
  `,
  styles: `
    .bar { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .bar mat-form-field { width: min(230px, 100%); }
    .note { margin: 8px 16px 0; }
    .short { white-space: nowrap; }
    .long { overflow-wrap: anywhere; min-width: 120px; }
    :host bn-wait { display: contents; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Gaps {
  private readonly api = inject(RegistersApi);
  protected readonly words = inject(Words);
  protected readonly today = inject(SessionStore).today();
  protected readonly register = signal('');
  protected readonly from = signal(`${this.today.slice(0, 4)}-01-01`);
  protected readonly to = signal(this.today);
  protected readonly more = signal(false);
  protected readonly said = signal('');
  protected readonly counters = resource({ loader: () => firstValueFrom(this.api.counters()) });
  /** Each register once, its services aside. */
  protected readonly registers = computed(() => (this.counters.value()?.items ?? []).filter(({ register, code }) => register === code));
  private readonly period = computed((): Period => ({ register: this.register() || undefined, from: this.from(), to: this.to() }));
  protected readonly pages = computed(() => {
    const period = this.period();
    return new Pages<Gap>(() => this.api.gaps(period).pipe(map(({ items, more }) => {
      this.more.set(more);
      return { items };
    })), ({ register, year, first, kind }) => `${register} ${year} ${first} ${kind}`);
  });

  protected readonly runs = computed(() => runsOf(this.pages().items()));

  constructor() {
    effect(() => {
      const pages = this.pages();
      if (this.from() && this.to()) untracked(() => void pages.load());
    });
  }

  protected async csv(): Promise<void> {
    this.said.set('');
    try {
      keep(await firstValueFrom(this.api.gapsFile(this.period())), `numerotation-${this.from()}-${this.to()}.csv`);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }
}
