import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { correspondentKinds } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import type { MailLine } from '../api/types.js';
import { Pages } from '../list/pages.js';
import { Words } from '../words/words.js';
import { CorrespondentsApi, type Card } from './correspondents-api.js';
import { splitBody, type Parted } from './split-form.js';
import { addressText } from './address-text.js';

interface Choice {
  readonly key: string;
  readonly text: string;
}

/** One card that is two: what goes to the new one is ticked, what stays is shown beside. Closes with the new card. */
@Component({
  selector: 'bn-split-dialog',
  imports: [FormsModule, MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  templateUrl: './split-dialog.html',
  styles: `
    .row { display: flex; flex-wrap: wrap; gap: 8px 12px; margin-top: 8px; }
    .row mat-form-field { flex: 1 1 180px; }
    .sides { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 16px; margin-top: 12px; }
    .sides > * { min-width: 0; overflow-wrap: anywhere; }
    fieldset { min-width: 0; margin: 0 0 10px; padding: 0 12px 6px; border: 1px solid var(--bn-line); border-radius: 6px; }
    legend { padding: 0 6px; font-size: 12px; color: var(--bn-muted); }
    .mails { max-height: 240px; overflow: auto; }
    mat-checkbox { display: block; }
    h3 { margin: 0 0 4px; font-size: 13px; }
    ul { margin: 0 0 12px; padding-left: 18px; }
    .preview { padding: 10px 14px; border-radius: 6px; background: var(--mat-sys-surface-container-low, var(--bn-ground)); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SplitDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(CorrespondentsApi);
  protected readonly words = inject(Words);
  protected readonly card = inject<{ readonly card: Card }>(MAT_DIALOG_DATA).card;
  protected readonly kinds = correspondentKinds;
  protected readonly mails = new Pages<MailLine>((page) => this.api.exchanges(this.card.id, page), ({ id }) => id);
  protected readonly addresses: readonly Choice[] = (this.card.addresses ?? []).map((address, at) => ({ key: String(at), text: addressText(address) }));
  protected readonly emails: readonly Choice[] = (this.card.emails ?? []).map((text) => ({ key: text, text }));
  protected readonly phones: readonly Choice[] = (this.card.phones ?? []).map((text) => ({ key: text, text }));
  protected readonly positions: readonly Choice[] = this.card.positions.map(({ id, title, person, organisation }) => ({ key: id, text: `${title} – ${person.id === this.card.id ? organisation.name : person.name}` }));
  protected readonly lists = [
    { part: 'addresses', label: 'CORRESPONDENT.ADDRESS', choices: this.addresses },
    { part: 'emails', label: 'CORRESPONDENT.EMAILS', choices: this.emails },
    { part: 'phones', label: 'CORRESPONDENT.PHONES', choices: this.phones },
    { part: 'positions', label: 'CORRESPONDENT.POSITIONS', choices: this.positions },
  ] as const;
  protected readonly parted = signal<Parted>({ kind: this.card.kind, name: this.card.name, givenName: '', mails: [], addresses: [], emails: [], phones: [], positions: [] });
  protected readonly counts = computed(() => {
    const { mails, addresses, emails, phones, positions } = this.parted();
    return { mails: mails.length, addresses: addresses.length, emails: emails.length, phones: phones.length, positions: positions.length };
  });
  protected readonly any = computed(() => Object.values(this.counts()).some(Boolean));
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  constructor() {
    void this.mails.load();
  }

  protected say(values: Partial<Parted>): void {
    this.parted.update((before) => ({ ...before, ...values }));
  }

  protected tick(part: 'mails' | 'addresses' | 'emails' | 'phones' | 'positions', key: string, on: boolean): void {
    this.say({ [part]: on ? [...this.parted()[part], key] : this.parted()[part].filter((one) => one !== key) });
  }

  protected isPerson(): boolean {
    return this.parted().kind === 'individual' || this.parted().kind === 'elected';
  }

  protected async submit(): Promise<void> {
    if (this.busy() || !this.any() || !this.parted().name.trim()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      this.reference.close(await firstValueFrom(this.api.split(this.card.id, splitBody(this.parted(), this.card.revision))));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
