import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { TranslatePipe } from '@ngx-translate/core';
import { keyName } from './key-names.js';
import { deskCommands, type DeskCommand } from './keys.js';
import { DeskStore } from './store.js';
import { Words } from '../words/words.js';

const groups: readonly (readonly DeskCommand[])[] = [
  ['split', 'splitEnvelope', 'join', 'joinEnvelope'],
  ['turnLeft', 'turnRight', 'putAside', 'putBack'],
  ['cut', 'pasteBefore', 'pasteAfter', 'move', 'extract'],
  ['nature', 'beneficiaries', 'unknown'],
];
const labelled: readonly DeskCommand[] = ['split', 'splitEnvelope', 'join'];

/** Every gesture as a button, with the key that does the same. */
@Component({
  selector: 'bn-desk-bar',
  imports: [MatButton, MatIcon, MatIconButton, MatMenuModule, TranslatePipe],
  template: `
    <div class="bar" role="toolbar" [attr.aria-label]="'DESK.BAR' | translate">
      @for (group of groups; track $index) {
        <span class="group">
          @for (it of group; track it.command) {
            @if (it.labelled) {
              <button matButton type="button" class="labelled" [disabled]="!can(it.command)" [title]="it.name() + ' (' + it.key() + ')'" (click)="asked.emit(it.command)"><mat-icon>{{ it.icon }}</mat-icon>{{ 'DESK.SHORT.' + it.command | translate }} <kbd aria-hidden="true">{{ it.key() }}</kbd></button>
            } @else {
              <button matIconButton type="button" [attr.data-bin]="it.command === 'putAside' ? '' : null" [disabled]="!can(it.command)" [attr.aria-label]="it.name()" [title]="it.name() + ' (' + it.key() + ')'" (click)="asked.emit(it.command)"><mat-icon>{{ it.icon }}</mat-icon></button>
            }
          }
        </span>
      }
      <span class="group">
        @for (it of steps; track it.command) {
          <button matIconButton type="button" [disabled]="it.command === 'undo' ? !store.queue.canUndo() : !store.queue.canRedo()" [attr.aria-label]="it.name()" [title]="it.name() + ' (' + it.key() + ')'" (click)="asked.emit(it.command)"><mat-icon>{{ it.icon }}</mat-icon></button>
        }
      </span>
      <span class="room"></span>
      @if (store.hints().length) {
        <button matButton type="button" class="hints" [attr.aria-label]="words.count('DESK.HINTS', store.hints().length)" [title]="('DESK.COMMAND.nextHint' | translate) + ' (g)'" (click)="asked.emit('nextHint')"><mat-icon>content_cut</mat-icon><span class="wide">{{ words.count('DESK.HINTS', store.hints().length) }}</span><span class="narrow" aria-hidden="true">{{ store.hints().length }}</span></button>
      }
      <button matIconButton type="button" [matMenuTriggerFor]="looks" [attr.aria-label]="'DESK.LOOKS' | translate" [title]="'DESK.LOOKS' | translate"><mat-icon>tune</mat-icon></button>
      <button matIconButton type="button" [attr.aria-label]="'DESK.COMMAND.help' | translate" [title]="('DESK.COMMAND.help' | translate) + ' (?)'" (click)="asked.emit('help')"><mat-icon>keyboard</mat-icon></button>
    </div>
    <mat-menu #looks="matMenu">
      @for (size of sizes; track size) {
        <button mat-menu-item role="menuitemradio" [attr.aria-checked]="store.size() === size" (click)="store.resize(size)"><mat-icon>{{ store.size() === size ? 'radio_button_checked' : 'radio_button_unchecked' }}</mat-icon>{{ 'DESK.SIZE.' + size | translate }}</button>
      }
      <button mat-menu-item role="menuitemcheckbox" [attr.aria-checked]="store.inPlace()" (click)="store.showInPlace(!store.inPlace())"><mat-icon>{{ store.inPlace() ? 'check_box' : 'check_box_outline_blank' }}</mat-icon>{{ 'DESK.IN_PLACE' | translate }}</button>
      <button mat-menu-item (click)="asked.emit('view')"><mat-icon>vertical_split</mat-icon>{{ 'DESK.COMMAND.view' | translate }}</button>
    </mat-menu>
  `,
  styles: `
    :host { display: block; flex: none; border-bottom: 1px solid var(--bn-line); container: bar / inline-size; }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0 4px; min-height: 42px; padding: 0 8px; }
    .group { display: flex; align-items: center; padding-right: 6px; border-right: 1px solid var(--bn-line); }
    .room { flex: 1; }
    .labelled { padding: 0 8px; }
    .hints { color: var(--bn-soon); }
    kbd { margin-left: 4px; padding: 0 5px; border: 1px solid var(--mat-sys-outline-variant); border-radius: 3px; font: 11px/15px Roboto, sans-serif; }
    .narrow { display: none; }
    @container bar (max-width: 1020px) { kbd, .wide { display: none; } .narrow { display: inline; } .group { padding-right: 2px; } .labelled { padding: 0 4px; } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskBar {
  protected readonly store = inject(DeskStore);
  protected readonly words = inject(Words);
  readonly asked = output<DeskCommand>();
  protected readonly sizes = [1, 2, 3] as const;
  protected readonly groups = groups.map((group) => group.map((command) => this.button(command)));
  protected readonly steps = (['undo', 'redo'] as const).map((command) => this.button(command));
  private readonly free = computed(() => this.store.editable() && this.store.selection.cells().length > 0 && !this.store.selection.cells().some(({ envelope }) => envelope?.fixed));

  protected can(command: DeskCommand): boolean {
    if (!this.free()) return false;
    const cell = this.store.selection.cell();
    switch (command) {
      case 'split':
        return (cell?.place ?? 0) > 1;
      case 'splitEnvelope':
        return (cell?.place ?? 0) > 1 || (cell?.documentNumber ?? 0) > 1;
      case 'join':
        return !!cell?.document && (cell.envelopeNumber > 1 || cell.documentNumber > 1);
      case 'joinEnvelope':
        return (cell?.envelopeNumber ?? 0) > 1;
      case 'putBack':
        return this.store.selection.cells().some(({ why }) => why);
      case 'putAside':
        return this.store.selection.cells().some(({ why }) => !why);
      case 'pasteBefore':
      case 'pasteAfter':
        return this.store.selection.cut().size > 0;
      case 'nature':
      case 'beneficiaries':
      case 'unknown':
        return this.store.selection.cells().some(({ document }) => document);
      default:
        return true;
    }
  }

  private button(command: DeskCommand) {
    const found = deskCommands.find((one) => one.command === command);
    return { command, icon: found?.icon ?? '', labelled: labelled.includes(command), name: () => this.words.text(`DESK.COMMAND.${command}`), key: () => keyName(found?.keys[0] ?? '', this.words) };
  }
}
