import { ChangeDetectionStrategy, Component, ElementRef, inject, signal } from '@angular/core';
import { FormsModule, type NgForm } from '@angular/forms';
import { A11yModule } from '@angular/cdk/a11y';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { correspondentKinds, flawsOfAddress, houseGroups, serviceGroup } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { bodyOf, emptyAddress, flawOfLines, linesOf, valuesOf, type CardValues } from './card-form.js';
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
    .row { display: flex; flex-wrap: wrap; gap: 10px 12px; align-items: flex-start; margin-top: 12px; }
    .row button { margin-top: 8px; }
    .row mat-form-field { flex: 1 1 160px; }
    .wide { flex: 2 1 260px !important; }
    .note { display: block; margin-top: 12px; }
    .town { display: flex; flex: 1 1 300px; flex-wrap: wrap; gap: 8px; }
    .town mat-form-field { flex: 1 1 110px; }
    .town .whole { flex-basis: 100%; }
    .town .postcode { flex: 0 1 100px; }
    .town .city { flex: 1 1 180px; }
    fieldset { min-width: 0; margin: 12px 0 0; padding: 0 12px 10px; border: 1px solid var(--bn-line); border-radius: 6px; }
    legend { padding: 0 6px; font-size: 12px; color: var(--bn-muted); }
    .flaw { margin: 6px 0 0; font-size: 12px; overflow-wrap: anywhere; }
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
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly person = inject(SessionStore).person();
  protected readonly today = inject(SessionStore).today();
  protected readonly flawOfLines = flawOfLines;
  protected readonly tried = signal(false);
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

  /** Groups of one's own that alone may see a reference; another one that it has stays. */
  protected guardsFor(guard: string | undefined): readonly { readonly group: string; readonly label: string }[] {
    const own = [
      ...(this.person?.mailRooms.some(({ site }) => !site) ? [{ group: houseGroups.mailRoom, label: this.words.text('CORRESPONDENT.MAIL_ROOM') }] : []),
      ...(this.person?.services ?? []).map(({ code, label }) => ({ group: serviceGroup(code), label })),
    ];
    return !guard || own.some(({ group }) => group === guard) ? own : [...own, { group: guard, label: guard.replace(/^GROUP_/, '') }];
  }

  /** What keeps the post from delivering: it isn't taken so. */
  protected flawOfPlace({ lines, postcode, city, country }: CardValues['addresses'][number]): string {
    const flaw = flawsOfAddress({ lines: linesOf(lines), postcode: postcode.trim() || undefined, city: city.trim() || undefined, country: country.trim() || undefined }).find((one) => one !== 'empty');
    return flaw ? this.words.text(`CORRESPONDENT.FLAW.address_${flaw}`) : '';
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

  protected take(index: number, { lines, postcode = '', city = '' }: Completion['items'][number]): void {
    const address = this.values.addresses[index];
    if (!address) return;
    Object.assign(address, { lines: [...address.lines.split('\n').slice(0, -1), ...lines].join('\n'), postcode, city });
    this.proposals.set([]);
  }

  protected async submit(form: NgForm): Promise<void> {
    if (this.busy()) return;
    this.tried.set(true);
    const flawed = this.values.addresses.findIndex((address) => flawOfLines(address.lines) || this.flawOfPlace(address));
    if (form.invalid || flawed >= 0) {
      form.form.markAllAsTouched();
      this.element.querySelector<HTMLElement>(form.invalid ? 'input.ng-invalid' : `[name="${flawOfLines(this.values.addresses[flawed]?.lines ?? '') ? 'lines' : 'postcode'}${flawed}"]`)?.focus();
      return;
    }
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
