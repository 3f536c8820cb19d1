import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import type { Mail } from '../api/types.js';
import { OpenDesk } from '../desk/open-desk.js';
import { Words } from '../words/words.js';
import { pageRanges } from './page-ranges.js';

/** Where a letter to be qualified comes from in its batch, what speaks against its limits, and the way to the page desk, where they are moved. */
@Component({
  selector: 'bn-batch-strip',
  imports: [MatIcon, OpenDesk, TranslatePipe],
  template: `
    @for (hint of mail().proposals?.glued; track $index) {
      <p class="hint" role="note"><mat-icon>content_cut</mat-icon><span>{{ 'BATCH.GLUED.' + hint.code | translate: { page: hint.page, because: hint.because } }}</span></p>
    }
    @if (mail().proposals?.belongsTo; as belongs) {
      <p class="hint" role="note"><mat-icon>link</mat-icon><span>{{ 'BATCH.BELONGS_TO' | translate: { chrono: belongs.value, page: pageOf(belongs.because) } }}</span></p>
    }
    <p class="from">
      @if (mail().batch; as batch) { <span class="bn-quiet">{{ words.count('BATCH.FROM', batch.pages.length, { pages: ranges() }) }}</span> }
      <bn-open-desk [mail]="mail().id" (refused)="refused.emit($event)" />
    </p>
  `,
  styles: `
    :host { display: block; flex: none; }
    p { margin: 0; }
    .hint { display: flex; gap: 8px; padding: 6px 16px; border-bottom: 1px solid var(--bn-line); border-left: 3px solid var(--bn-soon); }
    .hint mat-icon { flex: none; width: 18px; height: 18px; font-size: 18px; color: var(--bn-soon); }
    .from { display: flex; flex-wrap: wrap; align-items: center; gap: 0 12px; padding: 2px 16px; min-height: 32px; border-bottom: 1px solid var(--bn-line); font-size: 13px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BatchStrip {
  protected readonly words = inject(Words);
  readonly mail = input.required<Mail>();
  readonly refused = output<unknown>();
  protected readonly ranges = computed(() => pageRanges(this.mail().batch?.pages ?? []));

  protected pageOf(because: string): string {
    return because.replace(/^sheet:/, '');
  }
}
