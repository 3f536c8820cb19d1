import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { TranslatePipe } from '@ngx-translate/core';
import { offered } from '../actions/offered.js';
import type { Mail, MailAction } from '../api/types.js';
import { Preferences } from '../session/preferences.js';

const shownAtMost = 5;

/** What may be done now, each as a labelled button; the rarer ones in a menu. */
@Component({
  selector: 'bn-action-bar',
  imports: [MatButton, MatIcon, MatMenuModule, TranslatePipe],
  template: `
    <div role="toolbar" [attr.aria-label]="'ACTIONS' | translate">
      @for (offer of first(); track offer.action) {
        <button [matButton]="$first ? 'filled' : 'outlined'" [attr.aria-keyshortcuts]="keys.singleKeys() ? offer.key : null" (click)="chosen.emit(offer.action)">
          <mat-icon>{{ offer.icon }}</mat-icon>{{ 'ACTION.' + offer.action | translate }}@if (offer.key && keys.singleKeys()) {<kbd aria-hidden="true">{{ offer.key }}</kbd>}
        </button>
      } @empty {
        <span class="none">{{ 'NO_ACTION' | translate }}</span>
      }
      @if (rest().length) {
        <button matButton="outlined" [matMenuTriggerFor]="more"><mat-icon>more_horiz</mat-icon>{{ 'GENERAL.MORE' | translate }}</button>
        <mat-menu #more="matMenu">
          @for (offer of rest(); track offer.action) {
            <button mat-menu-item (click)="chosen.emit(offer.action)"><mat-icon>{{ offer.icon }}</mat-icon>{{ 'ACTION.' + offer.action | translate }}</button>
          }
        </mat-menu>
      }
      @if (mail().actsFor?.length) {
        <span class="for"><mat-icon>event_busy</mat-icon>{{ 'WORK.ACTS_FOR' | translate: { names: names() } }}</span>
      }
      @if (mail().undo) {
        <button matButton (click)="undo.emit()"><mat-icon>undo</mat-icon>{{ 'ACTION.undo' | translate }}</button>
      }
    </div>
  `,
  styles: `
    [role='toolbar'] { display: flex; flex-wrap: wrap; gap: 6px; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); }
    kbd { margin-left: 8px; padding: 0 5px; border: 1px solid currentColor; border-radius: 4px; font: 11px/16px Roboto, sans-serif; opacity: 0.6; }
    .for { display: inline-flex; gap: 6px; align-items: center; color: var(--bn-soon); }
    .for mat-icon { width: 18px; height: 18px; font-size: 18px; }
    .none { color: var(--bn-muted); line-height: 32px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActionBar {
  protected readonly keys = inject(Preferences);
  readonly mail = input.required<Mail>();
  readonly chosen = output<MailAction>();
  readonly undo = output<void>();
  private readonly possible = computed(() => offered.filter(({ action }) => this.mail().actions.includes(action) && !pointless(action, this.mail())));
  protected readonly first = computed(() => this.possible().slice(0, shownAtMost));
  /** In whose name something here would be done. */
  protected readonly names = computed(() => (this.mail().actsFor ?? []).map(({ displayName }) => displayName).join(', '));
  protected readonly rest = computed(() => this.possible().slice(shownAtMost));
}

/** Allowed by the circuit, but without effect: taking what I have, giving back what nobody has. */
function pointless(action: MailAction, mail: Mail): boolean {
  return (action === 'take' && mail.state === 'inProgress' && !!mail.assignee) || (action === 'release' && !mail.assignee) || (action === 'receivePieces' && !mail.missing?.some(({ completedOn }) => !completedOn));
}
