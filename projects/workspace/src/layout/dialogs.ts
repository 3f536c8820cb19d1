import type { MatDialogConfig } from '@angular/material/dialog';

/** What our dialogs have in common. A host's own defaults take the place of Material's altogether, the role among them. */
export const ourDialog = { panelClass: 'bn-dialog', role: 'dialog', restoreFocus: true } satisfies MatDialogConfig;
