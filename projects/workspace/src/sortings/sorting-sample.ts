import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { SortingAmounts } from './sorting-amounts.js';
import type { SortingPreview } from './sortings-api.js';

/** What a rule would keep, and the first that it keeps and leaves. */
@Component({
  selector: 'bn-sorting-sample',
  imports: [SortingAmounts, TranslatePipe],
  template: `
    @let it = preview();
    <h2 role="status">{{ 'SORTINGS.PREVIEW_HEAD' | translate }}</h2>
    <bn-sorting-amounts [kept]="it.kept" [notKept]="it.notKept" [years]="it.years" [leftOut]="it.leftOut" [held]="it.held" />
    @if (it.sample.length) {
      <h3>{{ 'SORTINGS.SAMPLE' | translate }}</h3>
      <table class="bn-table">
        <thead><tr><th scope="col">{{ 'SORTINGS.RANK' | translate }}</th><th scope="col">{{ 'SORTINGS.MAIL' | translate }}</th><th scope="col">{{ 'SORTINGS.TYPE' | translate }}</th><th scope="col">{{ 'SORTINGS.YEAR' | translate }}</th><th scope="col">{{ 'SORTINGS.DECISION' | translate }}</th></tr></thead>
        <tbody>
          @for (one of it.sample; track one.unit) {
            <tr><td>{{ one.rank }}</td><td class="short">{{ one.chrono }}@if (one.affair) { <br /><span class="bn-quiet">{{ 'SORTINGS.AFFAIR' | translate }}</span> }</td><td>{{ one.type }}<br /><span class="bn-quiet">{{ one.service }}</span></td><td>{{ one.year }}</td><td>{{ 'SORTINGS.DECISIONS.' + one.picked | translate }}</td></tr>
          }
        </tbody>
      </table>
    }
  `,
  styles: `:host { display: block; max-width: 900px; padding: 0 16px 24px; } h2 { font-size: 16px; } h3 { margin: 16px 0 4px; font-size: 14px; } .short { white-space: nowrap; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortingSample {
  readonly preview = input.required<SortingPreview>();
}
