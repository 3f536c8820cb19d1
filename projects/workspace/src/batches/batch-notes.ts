import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { BatchNote } from '../api/types.js';
import { Words } from '../words/words.js';

/** How a batch was scanned and what is to be known of it: a sidecar file that is missing or broken, counts that can't be, a folder that nobody declared. */
@Component({
  selector: 'bn-batch-notes',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `
    @if (scan.value(); as it) {
      @if (it.notes.length) {
        <ul [attr.aria-label]="'BATCHES.NOTES' | translate">
          @for (note of it.notes; track $index) {
            <li [class.check]="note.check"><mat-icon aria-hidden="true">{{ note.check ? 'warning_amber' : 'info' }}</mat-icon><span>{{ noteWords(note) }}</span></li>
          }
        </ul>
      }
      @if (facts() || it.sidecars.length) {
        <p class="bn-quiet">{{ facts() }}
          @for (sidecar of it.sidecars; track sidecar.id) {
            <button matButton type="button" (click)="save(sidecar)"><mat-icon>download</mat-icon>{{ sidecar.name }}</button>
          }
        </p>
      }
    }
  `,
  styles: `
    :host { display: block; flex: none; }
    ul { margin: 0; padding: 0; list-style: none; max-height: 30vh; overflow: auto; border-bottom: 1px solid var(--bn-line); }
    li { display: flex; align-items: flex-start; gap: 8px; padding: 6px 16px; overflow-wrap: anywhere; }
    li.check { border-left: 4px solid var(--bn-soon); }
    li mat-icon { flex: none; width: 18px; height: 18px; font-size: 18px; color: var(--bn-muted); }
    li.check mat-icon { color: var(--bn-soon); }
    p { margin: 0; padding: 4px 16px; border-bottom: 1px solid var(--bn-line); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BatchNotes {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  readonly batch = input.required<string>();
  /** Asked anew when the batch has changed. */
  readonly revision = input(0);
  protected readonly scan = resource({ params: () => ({ id: this.batch(), revision: this.revision() }), loader: ({ params }) => firstValueFrom(this.api.batchScan(params.id)).catch(() => undefined) });

  protected readonly facts = computed(() => {
    const told = this.scan.value()?.told;
    if (!told) return '';
    const { dpi, colour, mode, scannedAt, sender, type, endorsementFirst, endorsementLast, batch } = told;
    return [
      batch,
      dpi && this.words.text('BATCHES.DPI', { dpi }),
      colour && this.words.text(`SCANNER.COLOUR.${colour}`),
      mode && this.words.text(`SCANNER.MODE.${mode}`),
      scannedAt && this.words.text('BATCHES.SCANNED_AT', { when: scannedAt.replace('T', ' ') }),
      sender,
      type,
      endorsementFirst && this.words.text('BATCHES.ENDORSED', { first: endorsementFirst, last: endorsementLast ?? endorsementFirst }),
    ].filter(Boolean).join(', ');
  });

  protected noteWords(note: BatchNote): string {
    const key = `BATCH_NOTE.${note.code}`;
    const field: Readonly<Record<string, string>> = note.params['field'] === undefined ? {} : { field: this.words.text(`SIDECAR.FIELD.${String(note.params['field'])}`) };
    return this.words.text(this.words.has(key) ? key : 'BATCH_NOTE.unknown', { ...note.params, ...field });
  }

  protected async save({ id, name }: { readonly id: string; readonly name: string }): Promise<void> {
    const bytes = await firstValueFrom(this.api.sidecarContent(this.batch(), id)).catch(() => undefined);
    if (!bytes) return;
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(bytes), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
