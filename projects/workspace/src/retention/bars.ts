import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** By fate: what is drawn beside its colour with a pattern of its own. */
  readonly parts: { readonly [fate in 'D' | 'T' | 'C']: number };
}

const fates = ['D', 'T', 'C'] as const;
const rowHeight = 26;
const barHeight = 16;
const width = 520;
const labelWidth = 214;
const numberWidth = 56;

/** Counts as bars, the longest over the whole width, parted by final fate; the same as a table for whoever does not see it. */
@Component({
  selector: 'bn-bars',
  imports: [TranslatePipe],
  template: `
    @let it = drawing();
    <svg [attr.viewBox]="'0 0 ' + frame + ' ' + it.height" aria-hidden="true">
      <defs>
        <pattern [id]="name() + '-T'" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="T" /><line x1="0" y1="0" x2="0" y2="6" class="stroke" /></pattern>
        <pattern [id]="name() + '-C'" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="C" /><circle cx="3" cy="3" r="1.2" class="dot" /></pattern>
      </defs>
      @for (bar of it.bars; track bar.key) {
        <g class="bar" (click)="chosen.emit(bar.key)">
          <title>{{ bar.title }}</title>
          <rect class="hit" x="0" [attr.y]="bar.y - 5" [attr.width]="frame" height="26" />
          <text [attr.x]="labelled - 8" [attr.y]="bar.y + 12" text-anchor="end">{{ bar.label }}</text>
          @for (part of bar.parts; track part.fate) {<rect [attr.x]="part.x" [attr.y]="bar.y" [attr.width]="part.width" height="16" [attr.fill]="part.fate === 'D' ? null : 'url(#' + name() + '-' + part.fate + ')'" [class.D]="part.fate === 'D'" />}
          <text [attr.x]="bar.end + 6" [attr.y]="bar.y + 12">{{ bar.total }}</text>
        </g>
      }
    </svg>
    <details>
    <summary>{{ 'DUE_LIST.VALUES' | translate }}</summary>
    <table class="bn-table">
      <caption>{{ caption() }}</caption>
      <thead><tr><th scope="col">{{ head() }}</th>@for (fate of fates; track fate) {<th scope="col">{{ 'FINAL_SORT.' + fate | translate }}</th>}<th scope="col">{{ 'DUE_LIST.TOTAL' | translate }}</th></tr></thead>
      <tbody>
        @for (bar of bars(); track bar.key) {
          <tr><th scope="row"><button type="button" (click)="chosen.emit(bar.key)">{{ bar.label }}</button></th>@for (fate of fates; track fate) {<td>{{ number(bar.parts[fate]) }}</td>}<td>{{ number(totalOf(bar)) }}</td></tr>
        }
      </tbody>
    </table>
    </details>
  `,
  styles: `
    :host { display: block; position: relative; }
    summary { width: fit-content; padding: 4px 0; cursor: pointer; font-size: 12px; }
    caption { text-align: start; font-size: 12px; }
    th button { padding: 0; border: 0; background: none; color: var(--mat-sys-primary); font: inherit; text-align: start; text-decoration: underline; cursor: pointer; }
    svg { display: block; width: 100%; max-width: 620px; height: auto; }
    text { fill: currentColor; font: 12px Roboto, sans-serif; }
    .D { fill: var(--mat-sys-primary); }
    .T { fill: var(--mat-sys-tertiary-container); }
    .C { fill: var(--mat-sys-surface-container-highest); }
    .stroke { stroke: var(--mat-sys-tertiary); stroke-width: 3; }
    .dot { fill: var(--mat-sys-outline); }
    .hit { fill: transparent; }
    .bar { cursor: pointer; }
    .bar:hover .hit { fill: var(--mat-sys-surface-container); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Bars {
  protected readonly words = inject(Words);
  protected readonly fates = fates;
  protected readonly frame = width;
  protected readonly labelled = labelWidth;
  readonly bars = input.required<readonly Bar[]>();
  /** Of its patterns, once in the page. */
  readonly name = input.required<string>();
  readonly caption = input.required<string>();
  readonly head = input.required<string>();
  /** Key of a bar that was chosen. */
  readonly chosen = output<string>();

  protected readonly drawing = computed(() => {
    const bars = this.bars();
    const most = Math.max(1, ...bars.map(totalOf));
    const scale = (width - labelWidth - numberWidth) / most;
    return {
      height: Math.max(1, bars.length) * rowHeight,
      bars: bars.map((bar, at) => {
        let x = labelWidth;
        const parts = fates.filter((fate) => bar.parts[fate]).map((fate) => {
          const part = { fate, x, width: Math.max(1, bar.parts[fate] * scale) };
          x += part.width;
          return part;
        });
        const said = fates.filter((fate) => bar.parts[fate]).map((fate) => `${this.words.text(`FINAL_SORT.${fate}`)}${this.words.text('GENERAL.COLON')}${this.number(bar.parts[fate])}`).join(', ');
        return { key: bar.key, y: at * rowHeight + (rowHeight - barHeight) / 2, parts, end: x, total: this.number(totalOf(bar)), label: bar.label.length > 30 ? `${bar.label.slice(0, 29)}…` : bar.label, title: `${bar.label} – ${said}` };
      }),
    };
  });

  protected readonly totalOf = totalOf;

  protected number(value: number): string {
    return this.words.number(value);
  }
}

const totalOf = ({ parts }: Bar): number => parts.D + parts.T + parts.C;
