import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { confidentialityLevels, type Confidentiality, type ThesaurusTerm } from '@bannette/domain';
import { wordsIn } from '../administration/column.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { linesOf, placesFor, type Terms } from './edit.js';

/** One term: its words, its place, how secret it makes a mail, and whether it is still offered. */
@Component({
  selector: 'bn-term-form',
  imports: [MatButton, MatCheckbox, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  templateUrl: './term-form.html',
  styles: `
    :host { display: block; padding: 12px 16px; }
    mat-form-field { display: block; margin-bottom: 18px; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
    .end { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; justify-content: space-between; }
    .indent { display: inline-block; }
    p { margin: 0 0 10px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TermForm {
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  readonly term = input.required<ThesaurusTerm>();
  readonly terms = input.required<Terms>();
  /** Never published: its code follows its label, and it can be taken out. */
  readonly isNew = input(false);
  /** How many documents bear it. */
  readonly documents = input(0);
  readonly editable = input(false);
  readonly changed = output<Partial<ThesaurusTerm>>();
  readonly removed = output<void>();

  protected readonly levels = confidentialityLevels;
  protected readonly places = computed(() => placesFor(this.terms(), this.term().code));
  protected readonly replacements = computed(() => linesOf(this.terms(), this.term().scheme).filter(({ term }) => !term.retired && term.code !== this.term().code));
  protected readonly hasNarrower = computed(() => this.terms().some(({ broader }) => broader === this.term().code));
  protected readonly listed = (labels: readonly string[]): string => labels.join(', ');

  protected label(text: string): void {
    if (text.trim() && text.trim() !== this.term().label) this.changed.emit({ label: text.trim() });
  }

  protected labels(name: 'altLabels' | 'hiddenLabels', text: string): void {
    const labels = [...wordsIn(text)];
    if (labels.join() !== this.term()[name].join()) this.changed.emit({ [name]: labels });
  }

  protected level(value: string): void {
    this.changed.emit({ confidentiality: value === '' ? undefined : (Number(value) as Confidentiality) });
  }
}
