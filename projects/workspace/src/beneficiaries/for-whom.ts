import { ChangeDetectionStrategy, Component, inject, input, model, output, signal, viewChild, type ElementRef } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatAutocompleteModule, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatChipsModule } from '@angular/material/chips';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { catchError, debounceTime, firstValueFrom, map, of, switchMap } from 'rxjs';
import { Api } from '../api/api.js';
import type { Beneficiary } from '../api/types.js';
import { ourDialog } from '../layout/dialogs.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { nameOf, typedName } from './names.js';

const unknown = 'unknown';
const add = 'add';

/** For whom a document is: several people found as one types, made on the spot, or somebody whom nobody has recognised yet. */
@Component({
  selector: 'bn-for-whom',
  imports: [MatAutocompleteModule, MatChipsModule, MatFormFieldModule, MatIcon, TranslatePipe],
  templateUrl: './for-whom.html',
  styles: `
    :host { display: block; min-width: 0; }
    mat-form-field { width: 100%; }
    .hit { display: block; line-height: 18px; }
    .hit small { display: block; }
    mat-icon.lock { width: 15px; height: 15px; font-size: 15px; vertical-align: -2px; }
    .none { margin: 2px 0 0; font-size: 12px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForWhom {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly trigger = viewChild.required(MatAutocompleteTrigger);

  readonly chosen = model<readonly Beneficiary[]>([]);
  readonly unknown = model(false);
  /** Whether somebody may be said to be unknown here. */
  readonly mayBeUnknown = input(true);
  readonly label = input('FOR_WHOM.LABEL');
  /** Name of the field, for who moves the focus. */
  readonly name = input('');
  readonly done = output<void>();

  protected readonly typed = signal('');
  protected readonly hits = signal<readonly Beneficiary[] | undefined>(undefined);
  /** What is typed is never a chip by itself: people are chosen. */
  protected readonly noKeys: readonly number[] = [];
  protected readonly nameOf = nameOf;
  protected readonly mayAdd = (): boolean => this.session.has('beneficiaries');

  constructor() {
    toObservable(this.typed)
      .pipe(
        debounceTime(160),
        switchMap((typed) => (typed.trim().length >= 2 && this.mayAdd() ? this.api.beneficiaries(typed.trim()).pipe(map(({ items }) => items), catchError(() => of([]))) : of(undefined))),
        takeUntilDestroyed(),
      )
      .subscribe((items) => this.hits.set(items?.filter(({ id }) => !this.chosen().some((one) => one.id === id))));
  }

  /** Born, number, guarded by: what tells two of one name apart. */
  protected about({ birthDate, fileNumber, service }: Beneficiary): string {
    const born = birthDate ? this.words.text('FOR_WHOM.BORN', { day: this.words.day(birthDate) }) : '';
    return [born, fileNumber ? this.words.text('FOR_WHOM.NUMBER', { number: fileNumber }) : '', service ? this.settings.label(service) : ''].filter(Boolean).join(' – ');
  }

  protected async choose(value: Beneficiary | typeof unknown | typeof add): Promise<void> {
    const typed = this.typed();
    this.clear();
    if (value === unknown) this.unknown.set(true);
    else if (value === add) await this.addNew(typed);
    else this.take(value);
  }

  /** What was found for other letters is no answer to these. */
  protected type(text: string): void {
    this.typed.set(text);
    this.hits.set(undefined);
  }

  protected remove(one: Beneficiary): void {
    this.chosen.update((chosen) => chosen.filter(({ id }) => id !== one.id));
  }

  protected enter(event: Event): void {
    // An option that was chosen by this very stroke has prevented its default.
    if (event.defaultPrevented || (event as KeyboardEvent).ctrlKey || (this.trigger().panelOpen && this.trigger().activeOption)) return;
    event.preventDefault();
    if (this.typed().trim()) return;
    this.trigger().closePanel();
    this.done.emit();
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  private take(one: Beneficiary): void {
    if (!this.chosen().some(({ id }) => id === one.id)) this.chosen.update((chosen) => [...chosen, one]);
    this.unknown.set(false);
    this.focus();
  }

  private async addNew(typed: string): Promise<void> {
    const { AddBeneficiary } = await import('./add-beneficiary.js');
    const opened = this.dialog.open(AddBeneficiary, { data: { ...typedName(typed) }, ...ourDialog, width: '520px', maxWidth: '95vw', autoFocus: 'first-tabbable' });
    const one = (await firstValueFrom(opened.afterClosed())) as Beneficiary | undefined;
    if (one) this.take(one);
    else this.focus();
  }

  private clear(): void {
    this.field().nativeElement.value = '';
    this.typed.set('');
    this.hits.set(undefined);
  }
}
