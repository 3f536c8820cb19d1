import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { ourDialog } from './dialogs.js';

@Injectable({ providedIn: 'root' })
export class KeyHelpOpener {
  private readonly dialog = inject(MatDialog);

  /** Shows the keys, and the switch that turns single keys off. */
  open(): void {
    void import('./key-help.js').then(({ KeyHelp }) => this.dialog.open(KeyHelp, { ...ourDialog, width: '480px' }));
  }
}
