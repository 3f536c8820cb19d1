import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { DeskStore } from './store.js';

const icons: { readonly [state: string]: string } = { received: 'downloading', separated: 'splitscreen', read: 'plagiarism', toCheck: 'rule', released: 'task_alt', rejected: 'block', quarantined: 'report' };

/** The batch in a line: its name and state, what was announced against what is there, and what ends the work on it. */
@Component({
  selector: 'bn-desk-head',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'DESK.TITLE' | translate }}</h1>
      @if (store.batch(); as batch) {
        <span class="name" [title]="batch.name">{{ batch.name }}</span>
        <span class="state"><mat-icon aria-hidden="true">{{ icon() }}</mat-icon>{{ 'BATCH_STATE.' + batch.state | translate }}</span>
        <span class="counts">{{ store.summary(store.queue.plan()) }}@if (store.counts().aside) {, {{ words.count('DESK.ASIDE_COUNT', store.counts().aside) }}}</span>
        @if (batch.service) { <span class="counts">{{ settings.label(batch.service) }}</span> }
        <span class="do">
          @if (backTo(); as mail) { <a matButton [routerLink]="['/trays/qualification' | place]" [queryParams]="{ mail }"><mat-icon>arrow_back</mat-icon>{{ 'DESK.BACK_TO_MAIL' | translate }}</a> }
          @if (store.editable()) {
            @if (!batch.releasedAt) { <button matButton type="button" (click)="rejected.emit()">{{ 'DESK.REJECT.OPEN' | translate }}</button> }
            @if (batch.state !== 'released') { <button matButton="filled" type="button" [disabled]="releasing()" aria-keyshortcuts="r" (click)="released.emit()">{{ (batch.releasedAt ? 'DESK.RELEASE.AGAIN' : 'DESK.RELEASE.OPEN') | translate }} <kbd aria-hidden="true">r</kbd></button> }
          }
        </span>
      }
    </header>
    @if (gapWords(); as text) {
      <p class="gap" role="note"><mat-icon aria-hidden="true">warning_amber</mat-icon><span>{{ text }}</span>
        @if (store.editable()) { <button matButton type="button" (click)="corrected.emit()">{{ 'DESK.ANNOUNCED.OPEN' | translate }}</button> }
      </p>
    }
    @if (store.batch()?.state === 'rejected') {
      <p class="gap" role="note"><mat-icon aria-hidden="true">block</mat-icon><span>{{ 'DESK.REJECT.WAS' | translate: { reason: store.batch()?.reason ?? '' } }}</span><button matButton type="button" (click)="resumed.emit()">{{ 'DESK.REJECT.RESUME' | translate }}</button></p>
    }
  `,
  styles: `
    :host { display: block; flex: none; container-type: inline-size; }
    header { flex-wrap: wrap; gap: 2px 12px; padding-block: 2px; }
    .name { flex: 0 1 auto; min-width: 60px; max-width: min(300px, 26cqw); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--mat-sys-on-surface); }
    .state { display: flex; align-items: center; gap: 4px; padding: 1px 8px; border: 1px solid var(--mat-sys-outline-variant); border-radius: 4px; color: var(--mat-sys-on-surface); white-space: nowrap; }
    mat-icon { flex: none; width: 18px; height: 18px; font-size: 18px; }
    .do { display: flex; flex: none; gap: 8px; margin-left: auto; }
    .counts { font-variant-numeric: tabular-nums; }
    .gap { display: flex; align-items: center; gap: 8px; min-height: 36px; margin: 0; padding: 0 16px; border-bottom: 1px solid var(--bn-line); border-left: 4px solid var(--bn-soon); overflow-wrap: anywhere; }
    .gap mat-icon { color: var(--bn-soon); }
    kbd { margin-left: 6px; padding: 0 5px; border: 1px solid currentcolor; border-radius: 3px; font: 11px/15px Roboto, sans-serif; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskHead {
  protected readonly store = inject(DeskStore);
  protected readonly words = inject(Words);
  protected readonly settings = inject(SettingsStore);

  /** The mail that the desk was opened from. */
  readonly backTo = input<string>();
  readonly releasing = input(false);
  readonly released = output<void>();
  readonly rejected = output<void>();
  readonly corrected = output<void>();
  readonly resumed = output<void>();

  protected readonly icon = computed(() => icons[this.store.batch()?.state ?? ''] ?? 'inventory_2');
  /** "Annoncé 12 plis, trouvé 11." */
  protected readonly gapWords = computed(() => (this.store.batch()?.state === 'rejected' ? '' : this.store.gaps().map(({ counter, announced, scanned }) => this.words.count(`DESK.GAP.${counter}`, announced, { scanned })).join(' ')));
}
