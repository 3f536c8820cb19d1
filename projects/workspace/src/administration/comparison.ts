import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { Row, Table } from './column.js';
import { differences, type Difference } from './compare.js';

/** What publishing would change, beside what is in force. */
@Component({
  selector: 'bn-comparison',
  imports: [TranslatePipe],
  template: `
    @if (found().length) {
      <details [open]="found().length <= 6">
        <summary>{{ words.count('ADMIN.DIFFERENCES', found().length) }}</summary>
        <ul>
          @for (each of found(); track $index) { <li [class]="each.what">{{ textOf(each) }}</li> }
        </ul>
      </details>
    } @else {
      <p class="bn-quiet">{{ 'ADMIN.SAME' | translate }}</p>
    }
  `,
  styles: `
    :host { display: block; padding: 8px 16px 0; border-top: 1px solid var(--bn-line); background: var(--bn-ground); }
    summary { font-weight: 500; cursor: pointer; }
    ul { max-height: 132px; margin: 4px 0; padding-left: 20px; overflow: auto; }
    li { overflow-wrap: anywhere; }
    p { margin: 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Comparison {
  protected readonly words = inject(Words);
  readonly table = input.required<Table>();
  readonly before = input.required<readonly Row[]>();
  readonly after = input.required<readonly Row[]>();
  protected readonly found = computed(() => differences(this.table(), this.before(), this.after()));

  protected textOf({ what, row, columns }: Difference): string {
    return this.words.text(`ADMIN.DIFFERENCE.${what}`, { row: this.nameOf(row), columns: columns.map((name) => this.words.text(`COLUMN.${name}`)).join(', ') });
  }

  private nameOf(row: string): string {
    return this.words.has(`AUTHORITY.${row}`) ? this.words.text(`AUTHORITY.${row}`) : row;
  }
}
