import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { TranslatePipe } from '@ngx-translate/core';
import { commands } from '../list/keys.js';
import { Preferences } from '../session/preferences.js';

@Component({
  selector: 'bn-key-help',
  imports: [MatButton, MatDialogModule, MatSlideToggle, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'KEYS.TITLE' | translate }}</h2>
    <mat-dialog-content>
      <mat-slide-toggle [checked]="preferences.singleKeys()" (change)="preferences.setSingleKeys($event.checked)">{{ 'KEYS.SWITCH' | translate }}</mat-slide-toggle>
      <dl [class.off]="!preferences.singleKeys()">
        @for (key of keys; track key[0]) {
          <dt><kbd>{{ key[0] }}</kbd></dt>
          <dd>{{ 'KEYS.' + key[1] | translate }}</dd>
        }
      </dl>
      <dl>
        <dt><kbd>↑</kbd> <kbd>↓</kbd></dt>
        <dd>{{ 'KEYS.arrows' | translate }}</dd>
        <dt><kbd>{{ 'KEYS.SHIFT' | translate }}</kbd> <kbd>↑</kbd> <kbd>↓</kbd></dt>
        <dd>{{ 'KEYS.extend' | translate }}</dd>
        <dt><kbd>Ctrl</kbd> <kbd>A</kbd></dt>
        <dd>{{ 'KEYS.selectAll' | translate }}</dd>
        <dt><kbd>{{ 'KEYS.ENTER' | translate }}</kbd></dt>
        <dd>{{ 'KEYS.open' | translate }}</dd>
        <dt><kbd>{{ 'KEYS.ESCAPE' | translate }}</kbd></dt>
        <dd>{{ 'KEYS.back' | translate }}</dd>
        <dt><kbd>Ctrl</kbd> <kbd>{{ 'KEYS.ENTER' | translate }}</kbd></dt>
        <dd>{{ 'KEYS.confirm' | translate }}</dd>
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions align="end"><button mat-button mat-dialog-close>{{ 'GENERAL.CLOSE' | translate }}</button></mat-dialog-actions>
  `,
  styles: `
    dl { display: grid; grid-template-columns: 112px 1fr; gap: 6px 12px; margin: 16px 0; }
    dt { text-align: right; }
    dd { margin: 0; }
    .off { opacity: 0.5; }
    kbd + kbd { margin-left: 4px; }
    kbd { padding: 1px 7px; border: 1px solid var(--mat-sys-outline); border-radius: 4px; font: 12px/18px Roboto, sans-serif; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyHelp {
  protected readonly preferences = inject(Preferences);
  protected readonly keys = Object.entries(commands);
}
