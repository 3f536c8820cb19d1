import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ServiceForecast } from '../api/types.js';
import { Words } from '../words/words.js';

const width = 760;
const height = 190;
const margin = { left: 34, right: 8, top: 10, bottom: 24 };

/** The next twenty working days: mails due on each as bars, mails open at its end as a line within what eight runs of ten say. */
@Component({
  selector: 'bn-forecast-chart',
  imports: [TranslatePipe],
  template: `
    @let it = drawing();
    <svg [attr.viewBox]="frame.viewBox" role="img" [attr.aria-label]="said()">
      @for (tick of it.ticks; track tick.value) {
        <line class="grid" [attr.x1]="frame.left" [attr.x2]="frame.right" [attr.y1]="tick.y" [attr.y2]="tick.y" />
        <text class="tick" [attr.x]="frame.left - 6" [attr.y]="tick.y + 3" text-anchor="end">{{ tick.value }}</text>
      }
      @for (bar of it.bars; track bar.day) {
        <rect class="due" [attr.x]="bar.x" [attr.y]="bar.y" [attr.width]="bar.width" [attr.height]="bar.height"><title>{{ bar.title }}</title></rect>
        @if (bar.label) {<text class="tick" [attr.x]="bar.x + bar.width / 2" [attr.y]="frame.bottom" text-anchor="middle">{{ bar.label }}</text>}
      }
      <path class="band" [attr.d]="it.band" />
      <path class="open" [attr.d]="it.line" />
    </svg>
    <p class="bn-quiet legend"><span class="mark open"></span>{{ 'FORECAST.LEGEND_OPEN' | translate }} <span class="mark band"></span>{{ 'FORECAST.LEGEND_BAND' | translate }} <span class="mark due"></span>{{ 'FORECAST.LEGEND_DUE' | translate }}</p>
  `,
  styles: `
    :host { display: block; max-width: 860px; }
    svg { display: block; width: 100%; height: auto; }
    .grid { stroke: var(--bn-line); stroke-width: 1; }
    .tick { fill: var(--bn-muted); font: 10.5px Roboto, sans-serif; }
    rect.due { fill: var(--mat-sys-outline-variant); }
    path.band { fill: var(--mat-sys-primary); opacity: 0.14; }
    path.open { fill: none; stroke: var(--mat-sys-primary); stroke-width: 2; }
    .legend { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 6px; margin: 4px 0 0 30px; font-size: 12px; }
    .mark { display: inline-block; width: 14px; height: 10px; margin-left: 8px; }
    .mark.open { height: 2px; background: var(--mat-sys-primary); }
    .mark.band { background: var(--mat-sys-primary); opacity: 0.2; }
    .mark.due { background: var(--mat-sys-outline-variant); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForecastChart {
  protected readonly frame = { viewBox: `0 0 ${width} ${height}`, left: margin.left, right: width - margin.right, bottom: height - 8 };
  private readonly words = inject(Words);
  readonly forecast = input.required<ServiceForecast>();

  protected readonly drawing = computed(() => {
    const { course } = this.forecast();
    const top = niceTop(Math.max(1, ...course.map(({ high, due }) => Math.max(high, due))));
    const step = (width - margin.left - margin.right) / Math.max(1, course.length);
    const x = (at: number): number => margin.left + step * (at + 0.5);
    const y = (value: number): number => height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
    const points = (of: (day: (typeof course)[number]) => number): string[] => course.map((day, at) => `${x(at).toFixed(1)} ${y(of(day)).toFixed(1)}`);
    const path = (parts: readonly string[]): string => (parts.length ? `M ${parts.join(' L ')}` : '');
    return {
      ticks: [0, top / 2, top].map((value) => ({ value, y: y(value) })),
      bars: course.map((day, at) => ({
        day: day.day,
        x: x(at) - step * 0.28,
        width: step * 0.56,
        y: y(day.due),
        height: y(0) - y(day.due),
        label: at % 5 === 0 ? this.words.shortDay(day.day) : '',
        title: this.words.text('FORECAST.DAY', { day: this.words.fullDay(day.day), due: day.due, open: day.open, low: day.low, high: day.high }),
      })),
      band: course.length ? `${path([...points(({ high }) => high), ...points(({ low }) => low).reverse()])} Z` : '',
      line: path(points(({ open }) => open)),
    };
  });

  protected readonly said = computed(() => {
    const { course } = this.forecast();
    const last = course.at(-1);
    return last ? this.words.text('FORECAST.CHART', { day: this.words.fullDay(last.day), open: last.open, low: last.low, high: last.high }) : '';
  });
}

/** The next even number of one or two figures that looks well on an axis. */
function niceTop(most: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1);
  return Math.max(2, Math.ceil(most / power / 2) * 2 * power);
}
