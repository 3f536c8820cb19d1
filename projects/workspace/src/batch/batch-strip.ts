import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Mail } from '../api/types.js';
import { injectPlace } from '../host.js';
import { Words } from '../words/words.js';
import { pageRanges } from './page-ranges.js';

/** Where a letter to be qualified comes from in its batch, what speaks against its limits, and the way to the page desk, where they are moved. */
@Component({
  selector: 'bn-batch-strip',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `
    @for (hint of mail().proposals?.glued; track $index) {
      <p class="hint" role="note"><mat-icon>content_cut</mat-icon><span>{{ 'BATCH.GLUED.' + hint.code | translate: { page: hint.page, because: hint.because } }}</span></p>
    }
    @if (mail().proposals?.belongsTo; as belongs) {
      <p class="hint" role="note"><mat-icon>link</mat-icon><span>{{ 'BATCH.BELONGS_TO' | translate: { chrono: belongs.value, page: pageOf(belongs.because) } }}</span></p>
    }
    <p class="from">
      @if (mail().batch; as batch) { <span class="bn-quiet">{{ words.count('BATCH.FROM', batch.pages.length, { pages: ranges() }) }}</span> }
      <button matButton type="button" [disabled]="busy()" (click)="openDesk()"><mat-icon>view_module</mat-icon>{{ 'DESK.OPEN' | translate }}</button>
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
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  protected readonly words = inject(Words);
  readonly mail = input.required<Mail>();
  readonly refused = output<unknown>();
  protected readonly busy = signal(false);
  protected readonly ranges = computed(() => pageRanges(this.mail().batch?.pages ?? []));

  protected pageOf(because: string): string {
    return because.replace(/^sheet:/, '');
  }

  protected async openDesk(): Promise<void> {
    const mail = this.mail().id;
    this.busy.set(true);
    try {
      const { batch } = await firstValueFrom(this.api.openDesk(mail));
      await this.router.navigate([this.place('/batches'), batch], { queryParams: { mail } });
    } catch (error) {
      this.refused.emit(error);
    }
    this.busy.set(false);
  }
}
