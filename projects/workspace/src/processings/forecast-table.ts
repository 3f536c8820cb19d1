import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Wait } from '../layout/wait.js';
import { Words } from '../words/words.js';
import { Asked } from './asked.js';
import { ProcessingsApi, type PurgeForecast } from './processings-api.js';

/** How many mails fall due for elimination in each of twelve months, by service; darker is more. */
@Component({
  selector: 'bn-purge-forecast',
  imports: [TranslatePipe, Wait],
  template: `
    <bn-wait [of]="asked" emptyIcon="event_available" [emptyTitle]="'PURGE.NO_FORECAST' | translate" [emptyText]="'PURGE.NO_FORECAST_TEXT' | translate">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'PURGE.forecast' | translate">
        <p class="bn-quiet">{{ 'PURGE.FORECAST_TEXT' | translate }}</p>
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'COMMITMENT.SERVICE' | translate }}</th><th scope="col" class="number">{{ 'PURGE.OVERDUE' | translate }}</th>@for (month of asked.value()?.months; track month) {<th scope="col" class="number">{{ monthName(month) }}</th>}</tr></thead>
          <tbody>
            @for (service of asked.value()?.services; track service.code) {
              <tr>
                <th scope="row">{{ service.label }}</th>
                <td class="number" [class.bn-soon]="service.overdue">{{ shown(service.overdue) }}</td>
                @for (count of service.counts; track $index) {<td class="number" [style.background]="shade(count)">{{ shown(count) }}</td>}
              </tr>
            }
          </tbody>
        </table>
      </div>
    </bn-wait>
  `,
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    p { margin: 10px 16px; }
    .number { text-align: right; white-space: nowrap; }
    .bn-table :is(td, th) { padding-inline: 8px; }
    .bn-table :is(td, th):first-child { padding-left: 16px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForecastTable {
  private readonly api = inject(ProcessingsApi);
  protected readonly words = inject(Words);
  protected readonly asked = new Asked<PurgeForecast>(() => this.api.forecast(), ({ services }) => !services.length);

  protected monthName(month: string): string {
    return new Intl.DateTimeFormat(this.words.lang(), { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(new Date(`${month}-15T00:00:00Z`));
  }

  protected shown(count: number): string {
    return count ? this.words.number(count) : '–';
  }

  protected shade(count: number): string {
    const most = Math.max(1, ...(this.asked.value()?.services.flatMap(({ counts }) => counts) ?? []));
    return count ? `color-mix(in srgb, var(--mat-sys-primary-container) ${Math.round((100 * count) / most)}%, transparent)` : '';
  }
}
