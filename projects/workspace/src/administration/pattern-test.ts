import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { numberPatternFlaw, partingSymbologies, partsAt, partsOf, type PartingCode } from '@bannette/domain';
import { Words } from '../words/words.js';
import type { Row } from './column.js';

/** Tries a value, typed or read by a hand scanner, on the rows as they stand: would a letter begin there, is it a number on paper? */
@Component({
  selector: 'bn-pattern-test',
  imports: [TranslatePipe],
  template: `
    <div class="test">
      <label>{{ 'ADMIN.TRY.LABEL' | translate }} <input maxlength="200" autocomplete="off" spellcheck="false" [value]="typed()" (input)="typed.set($any($event.target).value)" (keydown.enter)="$any($event.target).select()" /></label>
      @if (of() === 'separation') {
        <label>{{ 'COLUMN.symbology' | translate }}
          <select (change)="symbology.set($any($event.target).value)"><option value="">{{ 'ADMIN.ANY_SYMBOLOGY' | translate }}</option>@for (each of symbologies; track each) { <option [value]="each">{{ each }}</option> }</select>
        </label>
      }
      <span role="status" [class.bn-late]="!!verdict().wrong">{{ verdict().text }}</span>
    </div>
  `,
  styles: `
    .test { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin: 8px 16px; }
    label { display: flex; gap: 8px; align-items: center; }
    input, select { height: 32px; padding: 0 8px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: inherit; font: inherit; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatternTest {
  private readonly words = inject(Words);
  readonly of = input.required<'separation' | 'endorsement'>();
  readonly rows = input.required<readonly Row[]>();
  protected readonly symbologies = partingSymbologies;
  protected readonly typed = signal('');
  protected readonly symbology = signal('');
  protected readonly verdict = computed((): { readonly text: string; readonly wrong?: boolean } => {
    const text = this.typed().trim();
    if (!text) return { text: '' };
    return this.of() === 'separation' ? this.parting(text) : this.number(text);
  });

  private parting(text: string): { readonly text: string; readonly wrong?: boolean } {
    const found = partsAt({ text, symbology: this.symbology() || undefined }, this.rows() as unknown as readonly PartingCode[]);
    return found ? { text: this.words.text('ADMIN.TRY.PARTS', { text: found.text }) } : { text: this.words.text('ADMIN.TRY.PARTS_NOT'), wrong: true };
  }

  private number(text: string): { readonly text: string; readonly wrong?: boolean } {
    for (const { pattern, label, enabled } of this.rows() as readonly { pattern?: string; label?: string; enabled?: boolean }[]) {
      if (!pattern || enabled === false) continue;
      const flaw = numberPatternFlaw(pattern);
      if (flaw) return { text: `${label ?? ''} – ${this.words.text(`FLAW.${flaw}`, { path: '', value: pattern })}`, wrong: true };
      const parts = partsOf(text, pattern);
      if (parts) return { text: this.words.text(parts.sequence === undefined ? 'ADMIN.TRY.NUMBER' : 'ADMIN.TRY.NUMBER_RUN', { label: label ?? '', number: parts.number, sequence: parts.sequence ?? '' }) };
    }
    return { text: this.words.text('ADMIN.TRY.NUMBER_NOT'), wrong: true };
  }
}
