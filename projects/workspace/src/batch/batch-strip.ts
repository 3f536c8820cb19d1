import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Mail } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { pageRanges } from './page-ranges.js';

/** Where a letter to be qualified comes from in its batch, what speaks against its limits, and how to take a parting back. */
@Component({
  selector: 'bn-batch-strip',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    @for (hint of mail().proposals?.glued; track $index) {
      <p class="hint" role="note"><mat-icon>content_cut</mat-icon><span>{{ 'BATCH.GLUED.' + hint.code | translate: { page: hint.page, because: hint.because } }}</span></p>
    }
    @if (mail().proposals?.belongsTo; as belongs) {
      <p class="hint" role="note"><mat-icon>link</mat-icon><span>{{ 'BATCH.BELONGS_TO' | translate: { chrono: belongs.value, page: pageOf(belongs.because) } }}</span></p>
    }
    @if (mail().batch; as batch) {
      <p class="from">
        <span class="bn-quiet">{{ words.count('BATCH.FROM', batch.pages.length, { pages: ranges() }) }}</span>
        <a [routerLink]="['/batches' | place, batch.id]">{{ 'BATCH.OPEN' | translate }}</a>
        @if (batch.before) {
          <button matButton type="button" [disabled]="busy()" (click)="merge()"><mat-icon>call_merge</mat-icon>{{ 'BATCH.MERGE' | translate }}</button>
        }
      </p>
    }
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
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  readonly mail = input.required<Mail>();
  /** It is now part of this mail. */
  readonly merged = output<string>();
  readonly refused = output<unknown>();
  protected readonly busy = signal(false);
  protected readonly ranges = computed(() => pageRanges(this.mail().batch?.pages ?? []));

  constructor() {
    void this.settings.load();
  }

  protected pageOf(because: string): string {
    return because.replace(/^sheet:/, '');
  }

  protected async merge(): Promise<void> {
    const { id, revision } = this.mail();
    this.busy.set(true);
    try {
      this.merged.emit((await firstValueFrom(this.api.mergeWithPrevious(id, revision))).mail);
    } catch (error) {
      this.refused.emit(error);
    }
    this.busy.set(false);
  }
}
