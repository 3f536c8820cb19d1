import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { A11yModule } from '@angular/cdk/a11y';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { correspondentKinds } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { bodyOf, emptyAddress, valuesOf } from './card-form.js';
import { CorrespondentsApi, type Card, type Completion } from './correspondents-api.js';

export interface CardDialogData {
  readonly card?: Card;
  readonly submit: (body: object) => Promise<Card>;
}

/** All that is known of a correspondent, to be added or corrected; closes with the card once it is kept. */
@Component({
  selector: 'bn-card-dialog',
  imports: [A11yModule, FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatIcon, MatInput, MatSelectModule, TranslatePipe],
  templateUrl: './card-dialog.html',
  styles: `
    .row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: flex-start; margin-top: 8px; }
    .row mat-form-field { flex: 1 1 160px; }
    .wide { flex: 2 1 260px !important; }
    .note { display: block; margin-top: 8px; }
    .town { display: flex; flex: 1 1 260px; flex-wrap: wrap; gap: 8px; }
    .town mat-form-field { flex: 1 1 110px; }
    fieldset { margin: 12px 0 0; padding: 0 12px 10px; border: 1px solid var(--bn-line); border-radius: 6px; }
    legend { padding: 0 6px; font-size: 12px; color: var(--bn-muted); }
    .proposals { margin: 4px 0 0; padding: 0; list-style: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(CorrespondentsApi);
  private readonly words = inject(Words);
  protected readonly data = inject<CardDialogData>(MAT_DIALOG_DATA);
  protected readonly values = valuesOf(this.data.card);
  protected readonly kinds = correspondentKinds;
  protected readonly writable = ['post', 'email', 'portal', 'phone'] as const;
  protected readonly today = inject(SessionStore).today();
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly proposals = signal<Completion['items']>([]);
  protected readonly completing = signal(-1);
  private typing?: ReturnType<typeof setTimeout>;
  private completes = true;

  /** A channel that there is no agreement for yet; e-mail first, which the law asks it for. */
  protected freeChannel(): string | undefined {
    return (['email', 'phone', 'portal', 'post'] as const).find((channel) => !this.values.consents.some((one) => one.channel === channel));
  }

  protected isPerson(): boolean {
    return this.values.kind === 'individual' || this.values.kind === 'elected';
  }

  protected addAddress(): void {
    this.values.addresses.push({ ...emptyAddress });
  }

  /** The last line that was typed is asked for, once the hands rest. */
  protected complete(index: number, text: string): void {
    clearTimeout(this.typing);
    this.proposals.set([]);
    const last = text.split('\n').at(-1)?.trim() ?? '';
    if (!this.completes || last.length < 5) return;
    this.typing = setTimeout(() => {
      firstValueFrom(this.api.complete(`${last} ${this.values.addresses[index]?.city ?? ''}`.trim())).then(
        ({ available, items }) => {
          this.completes = available;
          this.completing.set(index);
          this.proposals.set(items);
        },
        () => (this.completes = false),
      );
    }, 300);
  }

  protected take(index: number, { line, postcode = '', city = '' }: Completion['items'][number]): void {
    const address = this.values.addresses[index];
    if (!address) return;
    Object.assign(address, { lines: [...address.lines.split('\n').slice(0, -1), line].join('\n'), postcode, city });
    this.proposals.set([]);
  }

  protected async submit(): Promise<void> {
    if (this.busy() || !this.values.name.trim()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      this.reference.close(await this.data.submit(bodyOf(this.values)));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
