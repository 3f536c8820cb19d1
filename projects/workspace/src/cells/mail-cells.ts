import type { Type } from '@angular/core';
import { ChronoCell, DueCell, StatusCell, TrayCell } from './cells.js';

/** What shows a mail's properties in a host's lists of nodes, by the property that each shows. */
export const mailCells: { readonly [property in 'chrono' | 'status' | 'tray' | 'dueDate']: Type<unknown> } = { chrono: ChronoCell, status: StatusCell, tray: TrayCell, dueDate: DueCell };
