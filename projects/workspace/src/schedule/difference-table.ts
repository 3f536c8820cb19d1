import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { Difference } from './schedule-api.js';
import { ScheduleWords } from './schedule-words.js';

/** What one version says that another doesn't, row by row and field by field. */
@Component({
  selector: 'bn-schedule-difference',
  imports: [TranslatePipe],
  template: `
    @let it = of();
    @if (!it.added.length && !it.removed.length && !it.changed.length) { <p class="none">{{ 'SCHEDULE.SAME' | translate }}</p> } @else {
      <p class="sum">{{ words.count('SCHEDULE.ADDED', it.added.length) }}, {{ words.count('SCHEDULE.REMOVED', it.removed.length) }}, {{ words.count('SCHEDULE.CHANGED', it.changed.length) }}</p>
      <table class="bn-table">
        <thead><tr><th scope="col">{{ 'SCHEDULE.COLUMN.code' | translate }}</th><th scope="col">{{ 'SCHEDULE.COLUMN.label' | translate }}</th><th scope="col">{{ 'SCHEDULE.WHAT' | translate }}</th></tr></thead>
        <tbody>
          @for (row of it.added; track row.code) { <tr><td class="code">{{ row.code }}</td><td>{{ row.label }}</td><td class="plus">{{ 'SCHEDULE.ROW_ADDED' | translate }}{{ 'GENERAL.COLON' | translate }}{{ schedule.years(row.years) }}, {{ 'TRIGGER.' + row.trigger | translate }}, {{ 'FINAL_SORT.' + row.finalSort | translate }}</td></tr> }
          @for (row of it.removed; track row.code) { <tr><td class="code">{{ row.code }}</td><td>{{ row.label }}</td><td class="bn-late">{{ 'SCHEDULE.ROW_REMOVED' | translate }}</td></tr> }
          @for (row of it.changed; track row.code) {
            <tr>
              <td class="code">{{ row.code }}</td><td>{{ row.label }}</td>
              <td>@for (field of row.fields; track field.field) { <div><span class="bn-quiet">{{ 'SCHEDULE.COLUMN.' + field.field | translate }}</span> <del>{{ schedule.field(field.field, field.before) }}</del> → <ins>{{ schedule.field(field.field, field.after) }}</ins></div> }</td>
            </tr>
          }
        </tbody>
      </table>
    }
  `,
  styles: `
    .sum, .none { margin: 12px 16px; }
    .code { white-space: nowrap; }
    .plus { color: var(--bn-done); }
    .bn-quiet { margin-right: 8px; }
    del { color: var(--bn-muted); }
    ins { text-decoration: none; font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DifferenceTable {
  protected readonly words = inject(Words);
  protected readonly schedule = inject(ScheduleWords);
  readonly of = input.required<Difference>();
}
