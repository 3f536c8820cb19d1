import { booleanAttribute, ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, linkedSignal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Preferences } from '../session/preferences.js';

const least = 20;
const most = 80;

/** Two panes with a bar between that moves by mouse, finger or arrow keys, and stays where it was put. Narrower than 720 px, one pane at a time, or one above the other. */
@Component({
  selector: 'bn-split',
  imports: [TranslatePipe],
  template: `
    <div class="panes" [class.rows]="orientation() === 'rows'" [class.second-only]="secondShown()" [class.first-only]="secondHidden()" [class.stacking]="stacking()" [style.--share]="share() + '%'">
      <div class="pane first"><ng-content select="[first]" /></div>
      <div
        class="bar"
        role="separator"
        tabindex="0"
        [attr.aria-label]="'SPLIT.LABEL' | translate"
        [attr.aria-orientation]="orientation() === 'rows' ? 'horizontal' : 'vertical'"
        [attr.aria-valuenow]="share()"
        aria-valuemin="20"
        aria-valuemax="80"
        (keydown)="press($event)"
        (pointerdown)="grab($event)"
        (pointermove)="drag($event)"
        (pointerup)="drop()"
        (dblclick)="place(initial())"
      ></div>
      <div class="pane second"><ng-content select="[second]" /></div>
    </div>
  `,
  styles: `
    :host { display: block; flex: 1; min-height: 0; min-width: 0; container-type: inline-size; }
    .panes { display: grid; grid-template-columns: minmax(0, var(--share)) 1px minmax(0, 1fr); height: 100%; }
    .panes.rows { grid-template: minmax(0, var(--share)) 1px minmax(0, 1fr) / minmax(0, 1fr); }
    .pane { display: flex; flex-direction: column; min-width: 0; min-height: 0; overflow: hidden; }
    .bar { position: relative; background: var(--bn-line); cursor: col-resize; touch-action: none; z-index: 1; }
    .rows > .bar { cursor: row-resize; }
    .bar::after { content: ''; position: absolute; inset: 0 -5px; }
    .rows > .bar::after { inset: -5px 0; }
    .bar:hover, .bar:focus-visible { background: var(--mat-sys-primary); box-shadow: 0 0 0 1px var(--mat-sys-primary); outline: none; }
    .first-only { grid-template-columns: minmax(0, 1fr); }
    .first-only > :not(.first) { display: none; }
    @container (max-width: 720px) {
      .panes:not(.rows) { grid-template-columns: minmax(0, 1fr); }
      .panes:not(.rows):not(.stacking) > .bar, .panes:not(.rows):not(.stacking).second-only > .first, .panes:not(.rows):not(.stacking):not(.second-only) > .second { display: none; }
      .stacking:not(.first-only) { grid-template: minmax(0, var(--share)) 1px minmax(0, 1fr) / minmax(0, 1fr); }
      .stacking > .bar { cursor: row-resize; }
      .stacking > .bar::after { inset: -5px 0; }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Split {
  private readonly preferences = inject(Preferences);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private grabbed = false;

  /** What the place of the bar is remembered under. */
  readonly key = input.required<string>();
  readonly initial = input(45);
  readonly orientation = input<'columns' | 'rows'>('columns');
  /** Where there is room for one pane only: the second. */
  readonly secondShown = input(false);
  /** Where there is no room for both beside each other: both, one above the other. */
  readonly stacking = input(false, { transform: booleanAttribute });
  /** When there is nothing to show in the second pane, the first has all the room. */
  readonly secondHidden = input(false);
  protected readonly share = linkedSignal(() => this.preferences.remembered(this.name(), this.initial())());
  private readonly name = computed(() => `split.${this.key()}`);

  protected press(event: KeyboardEvent): void {
    const step = event.shiftKey ? 10 : 2;
    const to = { ArrowLeft: this.share() - step, ArrowUp: this.share() - step, ArrowRight: this.share() + step, ArrowDown: this.share() + step, Home: least, End: most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.place(to);
  }

  protected grab(event: PointerEvent): void {
    this.grabbed = true;
    (event.target as HTMLElement).setPointerCapture(event.pointerId);
  }

  protected drag(event: PointerEvent): void {
    if (!this.grabbed) return;
    const box = this.element.getBoundingClientRect();
    const bar = (event.target as HTMLElement).getBoundingClientRect();
    const at = bar.width > bar.height ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width;
    this.place(at * 100);
  }

  protected drop(): void {
    this.grabbed = false;
  }

  protected place(share: number): void {
    this.share.set(Math.round(Math.min(most, Math.max(least, share))));
    this.preferences.keep(this.name(), this.share());
  }
}
