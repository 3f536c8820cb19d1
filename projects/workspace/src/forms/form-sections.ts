import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { flawsIn, stateOf, type AskedField, type FieldValues, type Form } from '@bannette/domain';
import { FormFieldControl } from './form-field.js';
import { FormLabels } from './labels.js';

const wide: readonly string[] = ['correspondents', 'longText', 'documents', 'services'];
/** Of one line, which is often a long one. */
const long = 'subject';

/** A form as its setting has it: sections, and of each the fields that what is said already calls for. */
@Component({
  selector: 'bn-form-sections',
  imports: [FormFieldControl],
  template: `
    @for (section of sections(); track $index) {
      <section>
        @if (labels.said(section.label); as title) { <h2>{{ title }}</h2> }
        <div class="fields">
          @for (asked of section.fields; track asked.field) {
            <bn-form-field [class.wide]="isWide(asked)" [asked]="asked" [kind]="form().kind" [values]="values()" [required]="state().required.has(asked.field)" [flaw]="flawOf(asked.field)" (said)="said.emit({ field: asked.field, value: $event })" />
          }
        </div>
      </section>
    }
  `,
  styles: `
    :host { display: block; }
    section + section { margin-top: 18px; }
    h2 { margin: 0 0 8px; font-size: 14px; font-weight: 600; }
    .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr)); gap: 12px; align-items: start; }
    .wide { grid-column: 1 / -1; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormSections {
  protected readonly labels = inject(FormLabels);
  readonly form = input.required<Form>();
  readonly values = input.required<FieldValues>();
  /** Only those that the authority added, and these of the product's. */
  readonly only = input<readonly string[]>();
  /** What is wrong is told once it was tried. */
  readonly tried = input(false);
  readonly said = output<{ readonly field: string; readonly value: unknown }>();

  protected readonly state = computed(() => stateOf(this.form(), this.values()));
  protected readonly sections = computed(() => this.form().sections.map(({ label, fields }) => ({ label, fields: fields.filter(({ field, custom }) => this.state().shown.has(field) && (custom || (this.only()?.includes(field) ?? true))) })).filter(({ fields }) => fields.length));
  private readonly flaws = computed(() => (this.tried() ? flawsIn(this.form(), this.values()) : []));
  protected readonly isWide = ({ control, field }: AskedField): boolean => wide.includes(control) || field === long;

  protected flawOf(field: string): string {
    const flaw = this.flaws().find((one) => one.field === field);
    return flaw ? this.labels.flaw(flaw) : '';
  }
}
