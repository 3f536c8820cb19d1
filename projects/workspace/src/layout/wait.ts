import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import type { Awaited } from '../list/pages.js';
import { Words } from '../words/words.js';

/** Shows what is awaited: lines to be (only once it takes long enough to notice), what went wrong, or that there is nothing and what to do first. */
@Component({
  selector: 'bn-wait',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `
    @switch (of().state()) {
      @case ('loading') {
        <div class="skeleton" role="status">
          <span class="visually-hidden">{{ 'STATE.LOADING' | translate }}</span>
          @for (line of lines; track line) {
            <i [style.width.%]="line"></i>
          }
        </div>
      }
      @case ('failed') {
        <div class="notice" role="alert">
          <mat-icon>{{ refused() ? 'lock' : 'cloud_off' }}</mat-icon>
          <h2>{{ 'STATE.FAILED' | translate }}</h2>
          <p>{{ words.problem(of().problem()) }}</p>
          @if (of().problem()?.correlationId; as id) {
            <p class="small">{{ 'STATE.REFERENCE' | translate: { id } }}</p>
          }
          @if (!refused()) {
            <button mat-stroked-button (click)="of().load()">{{ 'GENERAL.RETRY' | translate }}</button>
          }
        </div>
      }
      @default {
        @if (of().empty()) {
          <div class="notice">
            <mat-icon>{{ emptyIcon() }}</mat-icon>
            <h2>{{ emptyTitle() }}</h2>
            <p>{{ emptyText() }}</p>
            <ng-content select="[whenEmpty]" />
          </div>
        } @else {
          <ng-content />
        }
      }
    }
  `,
  styles: `
    :host { display: flex; flex-direction: column; flex: 1; min-height: 0; }
    .skeleton { padding: 16px; animation: appear 0.2s 0.3s backwards; }
    .skeleton i { display: block; height: 12px; margin: 0 0 28px; border-radius: 6px; background: var(--mat-sys-surface-container-high); }
    @keyframes appear { from { opacity: 0; } }
    .notice { margin: auto; max-width: 420px; padding: 32px 24px; text-align: center; color: var(--bn-muted); }
    .notice mat-icon { width: 40px; height: 40px; font-size: 40px; }
    h2 { margin: 8px 0 4px; font-size: 16px; line-height: 24px; color: var(--mat-sys-on-surface); }
    p { margin: 0 0 16px; }
    .small { font-size: 12px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Wait {
  protected readonly words = inject(Words);
  protected readonly lines = [82, 64, 76, 58, 70, 62];
  readonly of = input.required<Awaited>();
  /** Asking again would change nothing. */
  protected readonly refused = computed(() => this.of().problem()?.status === 403);
  readonly emptyTitle = input('');
  readonly emptyText = input('');
  readonly emptyIcon = input('inbox');
}
