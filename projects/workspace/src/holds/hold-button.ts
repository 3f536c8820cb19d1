import { booleanAttribute, ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { injectPlace } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import type { Hold, HoldScope } from './holds-api.js';

/** "Hold…", wherever there is something that can be held; nothing for who places no holds. */
@Component({
  selector: 'bn-hold-button',
  imports: [MatButton, MatIcon, MatIconButton, TranslatePipe],
  template: `
    @if (may()) {
      @if (small()) { <button mat-icon-button [attr.aria-label]="'HOLD.PLACE_ACTION' | translate" [title]="'HOLD.PLACE_ACTION' | translate" (click)="open()"><mat-icon>ac_unit</mat-icon></button> }
      @else { <button matButton="outlined" (click)="open()"><mat-icon>ac_unit</mat-icon>{{ 'HOLD.PLACE_ACTION' | translate }}</button> }
    }
  `,
  styles: `:host { display: inline-flex; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HoldButton {
  private readonly session = inject(SessionStore);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly place = injectPlace();
  /** What it would be on; nothing given: the dialog asks. */
  readonly scope = input<HoldScope>();
  /** An icon alone. */
  readonly small = input(false, { transform: booleanAttribute });
  readonly placed = output<Hold>();
  /** Heads hold mails and affairs; persons are the archives' and the DPO's; rows the archives' alone. */
  protected readonly may = computed(() => {
    const kind = this.scope()?.kind ?? 'mails';
    const person = kind === 'correspondent' || kind === 'beneficiary';
    return this.session.has('holds') && (this.session.has('archives') || (kind !== 'row' && (!person || this.session.has('dpo'))));
  });

  protected async open(): Promise<void> {
    const { PlaceDialog } = await import('./place-dialog.js');
    const opened = this.dialog.open(PlaceDialog, { ...ourDialog, width: '600px', maxWidth: '95vw', data: { scope: this.scope() } });
    const hold = (await firstValueFrom(opened.afterClosed())) as Hold | undefined;
    if (!hold) return;
    this.placed.emit(hold);
    const said = this.snackBar.open(this.words.count('HOLD.PLACED', hold.mails), this.words.text('HOLD.SEE'), { duration: 8000 });
    said.onAction().subscribe(() => void this.router.navigate([this.place('/holds'), hold.id]));
  }
}
