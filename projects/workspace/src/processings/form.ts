import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { lawfulBases, specialConditions, specialDataKinds, type ProcessingSetting, type SpecialDataKind } from '@bannette/domain';
import { SettingsStore } from '../session/settings.js';
import { linesIn, pairsIn, pairsText } from './lines.js';

/** What people say of a processing. */
@Component({
  selector: 'bn-processing-form',
  imports: [MatButton, MatCheckbox, MatIcon, TranslatePipe],
  templateUrl: './form.html',
  styleUrl: './form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProcessingForm {
  protected readonly settings = inject(SettingsStore);
  readonly processing = input.required<ProcessingSetting>();
  readonly editable = input.required<boolean>();
  /** Published: its code stays. */
  readonly known = input.required<boolean>();
  readonly changed = output<Partial<ProcessingSetting>>();
  readonly removed = output<undefined>();

  protected readonly bases = lawfulBases;
  protected readonly conditions = specialConditions;
  protected readonly kinds = specialDataKinds;
  protected readonly lists = ['persons', 'data', 'recipients', 'measures'] as const;
  protected readonly assessments = ['notNeeded', 'toDo', 'done'] as const;

  /** Every type and every kind of mail that isn't scanned. */
  protected kindsOfMail(): readonly { readonly code: string; readonly label: string }[] {
    const all = this.settings.all();
    return [...(all?.types ?? []), ...(all?.unscanned ?? [])];
  }

  protected list(field: (typeof this.lists)[number], text: string): void {
    this.changed.emit({ [field]: linesIn(text) });
  }

  protected set(field: 'code' | 'label' | 'purpose' | 'basis' | 'basisText' | 'specialCondition' | 'specialText', value: string): void {
    this.changed.emit({ [field]: value.trim() || (field === 'label' || field === 'purpose' || field === 'code' ? '' : undefined) });
  }

  protected withKind(kind: SpecialDataKind, wanted: boolean): SpecialDataKind[] {
    return specialDataKinds.filter((each) => (each === kind ? wanted : this.processing().special.includes(each)));
  }

  protected transfersText(): string {
    return pairsText(this.processing().transfers.map(({ country, safeguards }) => [country, safeguards]));
  }

  protected processorsText(): string {
    return pairsText(this.processing().processors.map(({ name, task }) => [name, task]));
  }

  protected transfers(text: string): void {
    this.changed.emit({ transfers: pairsIn(text).map(([country, safeguards]) => ({ country, safeguards })) });
  }

  protected processors(text: string): void {
    this.changed.emit({ processors: pairsIn(text).map(([name, task]) => ({ name, task })) });
  }

  protected assess(part: { readonly state?: string; readonly on?: string; readonly reference?: string }): void {
    const { state, on, reference } = { ...this.processing().assessment, ...part };
    this.changed.emit({ assessment: state ? ({ state, ...(on ? { on } : {}), ...(reference ? { reference } : {}) } as ProcessingSetting['assessment']) : undefined });
  }

  protected choose(options: HTMLCollectionOf<HTMLOptionElement>): string[] {
    return Array.from(options, ({ value }) => value);
  }
}
