import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { TranslatePipe } from '@ngx-translate/core';
import { Preferences } from '../session/preferences.js';
import { Words } from '../words/words.js';
import { keyName } from './key-names.js';
import { deskCommands } from './keys.js';

const walking = ['arrows', 'extend', 'toggle', 'document', 'escape'] as const;

/** All keys of the page desk. */
@Component({
  selector: 'bn-desk-help',
  imports: [MatButton, MatDialogModule, MatSlideToggle, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'DESK.HELP.TITLE' | translate }}</h2>
    <mat-dialog-content>
      <mat-slide-toggle [checked]="preferences.singleKeys()" (change)="preferences.setSingleKeys($event.checked)">{{ 'KEYS.SWITCH' | translate }}</mat-slide-toggle>
      <dl>
        @for (key of walking; track key) {
          <dt><kbd>{{ 'DESK.HELP.KEY.' + key | translate }}</kbd></dt>
          <dd>{{ 'DESK.HELP.' + key | translate }}</dd>
        }
        @for (it of commands; track it.command) {
          <dt>@for (key of it.keys; track key) {<kbd>{{ name(key) }}</kbd>}</dt>
          <dd>{{ 'DESK.COMMAND.' + it.command | translate }}</dd>
        }
      </dl>
      <p class="bn-quiet">{{ 'DESK.HELP.MOUSE' | translate }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end"><button matButton mat-dialog-close>{{ 'GENERAL.CLOSE' | translate }}</button></mat-dialog-actions>
  `,
  styles: `
    dl { display: grid; grid-template-columns: 110px 1fr 110px 1fr; gap: 6px 12px; margin: 16px 0; }
    dt { text-align: right; white-space: nowrap; }
    dd { margin: 0; }
    kbd { padding: 1px 7px; border: 1px solid var(--mat-sys-outline); border-radius: 4px; font: 12px/18px Roboto, sans-serif; }
    kbd + kbd { margin-left: 4px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskHelp {
  private readonly words = inject(Words);
  protected readonly preferences = inject(Preferences);
  protected readonly walking = walking;
  protected readonly commands = deskCommands;
  protected readonly name = (key: string): string => keyName(key, this.words);
}
