import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { catchError, debounceTime, firstValueFrom, map, of, switchMap } from 'rxjs';
import { Api } from '../api/api.js';
import type { Beneficiary, BeneficiaryHit } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { nameOf } from './names.js';

export interface AddBeneficiaryData extends Partial<Omit<Beneficiary, 'id'>> {
  /** Of a file that is corrected. */
  readonly id?: string;
  readonly revision?: number;
}

/** Makes a file, or corrects it; who may be the same person is told before there are two. Closes with the beneficiary. */
@Component({
  selector: 'bn-add-beneficiary',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  templateUrl: './add-beneficiary.html',
  styles: `
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
    mat-form-field { display: block; margin-top: 10px; }
    .alike { margin: 12px 0 0; padding: 10px 12px; border-left: 3px solid var(--bn-soon); background: var(--mat-sys-surface-container); }
    .alike p { margin: 0 0 4px; font-weight: 500; }
    .alike button { display: block; width: 100%; margin: 2px 0; padding: 4px 6px; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
    .alike button:hover, .alike button:focus-visible { background: var(--mat-sys-surface-container-highest); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AddBeneficiary {
  private readonly api = inject(Api);
  private readonly reference = inject(MatDialogRef);
  protected readonly words = inject(Words);
  protected readonly data = inject<AddBeneficiaryData>(MAT_DIALOG_DATA);
  protected readonly today = inject(SessionStore).today();
  protected readonly nameOf = nameOf;

  protected readonly name = signal(this.data.name ?? '');
  protected readonly firstName = signal(this.data.firstName ?? '');
  protected readonly birthDate = signal(this.data.birthDate ?? '');
  protected readonly fileNumber = signal(this.data.fileNumber ?? '');
  /** Service and compartment, parted by a space; none: all services that keep files. */
  protected readonly guard = signal([this.data.service, this.data.compartment].filter(Boolean).join(' '));
  protected readonly guards = resource({ loader: () => firstValueFrom(this.api.beneficiaryGuards()).then(({ items }) => items.map((one) => ({ ...one, value: [one.service, one.compartment].filter(Boolean).join(' ') })), () => []) });
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly alike = signal<readonly BeneficiaryHit[]>([]);
  private readonly said = computed(() => {
    const text = (value: string): string | undefined => value.trim() || undefined;
    const [service, compartment] = this.guard().split(' ');
    return { name: this.name().trim(), firstName: text(this.firstName()), birthDate: text(this.birthDate()), fileNumber: text(this.fileNumber()), service: service || undefined, compartment };
  });

  constructor() {
    toObservable(this.said)
      .pipe(
        debounceTime(250),
        switchMap(({ name, firstName, birthDate, fileNumber }) => (name.length > 1 ? this.api.alikeBeneficiaries({ name, firstName, birthDate, fileNumber }).pipe(map(({ items }) => items.filter(({ id }) => id !== this.data.id)), catchError(() => of([]))) : of([]))),
        takeUntilDestroyed(),
      )
      .subscribe((items) => this.alike.set(items));
  }

  protected about({ birthDate, fileNumber, likeness }: BeneficiaryHit): string {
    const born = birthDate ? this.words.text('FOR_WHOM.BORN', { day: this.words.day(birthDate) }) : '';
    return [born, fileNumber ? this.words.text('FOR_WHOM.NUMBER', { number: fileNumber }) : '', likeness ? this.words.text(`LIKENESS.${likeness}`) : ''].filter(Boolean).join(' – ');
  }

  protected same(one: BeneficiaryHit): void {
    this.reference.close(one);
  }

  protected async submit(): Promise<void> {
    if (!this.said().name || this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    const { id, revision = 0 } = this.data;
    try {
      this.reference.close(await firstValueFrom(id ? this.api.changeBeneficiary(id, { ...this.said(), revision }) : this.api.addBeneficiary(this.said())));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
