import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { Api } from '../api/api.js';
import type { UnscannedMonth } from '../api/types.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { Words } from '../words/words.js';

/** Share of each kind in all that came in, month by month. */
@Component({
  selector: 'bn-unscanned-months',
  imports: [MatButton, TranslatePipe, Wait],
  template: `
    <div class="bar"><span class="bn-quiet">{{ 'UNSCANNED.SHARE_OF' | translate }}</span><button matButton="outlined" [disabled]="busy()" (click)="csv()">{{ 'UNSCANNED.CSV' | translate }}</button></div>
    <bn-wait [of]="pages">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'UNSCANNED.KIND' | translate }}</th>@for (month of pages.items(); track month.month) {<th scope="col" class="number">{{ month.month }}</th>}</tr></thead>
          <tbody>
            @for (kind of kinds(); track kind.kind; let at = $index) {
              <tr><th scope="row">{{ kind.label }}</th>@for (month of pages.items(); track month.month) {<td class="number">@if (month.kinds[at]?.count) {{{ month.kinds[at]?.count }}<br /><span class="bn-quiet">{{ percent(month.kinds[at]?.share) }}</span>} @else {–}</td>}</tr>
            }
            <tr><th scope="row">{{ 'UNSCANNED.TOTAL' | translate }}</th>@for (month of pages.items(); track month.month) {<td class="number"><strong>{{ month.total || '–' }}</strong></td>}</tr>
          </tbody>
        </table>
      </div>
    </bn-wait>
  `,
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    .bar { display: flex; justify-content: space-between; align-items: center; gap: 12px; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .number { padding: 8px; text-align: right; white-space: nowrap; }
    tbody th { position: static; min-width: 170px; font-size: 13px; color: inherit; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnscannedMonths {
  private readonly api = inject(Api);
  private readonly snackBar = inject(MatSnackBar);
  private readonly words = inject(Words);
  protected readonly busy = signal(false);
  protected readonly pages = new Pages<UnscannedMonth>(() => this.api.unscannedMonths().pipe(map(({ items }) => ({ items }))), ({ month }) => month);
  protected readonly kinds = computed(() => this.pages.items()[0]?.kinds ?? []);

  constructor() {
    void this.pages.load();
  }

  protected percent(share: number | undefined): string {
    return new Intl.NumberFormat(this.words.lang(), { style: 'percent', maximumFractionDigits: 1 }).format(share ?? 0);
  }

  protected async csv(): Promise<void> {
    this.busy.set(true);
    try {
      keep(await firstValueFrom(this.api.unscannedMonthsFile()), 'plis-non-numerises.csv');
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(false);
  }
}
