import { ChangeDetectionStrategy, Component, ElementRef, inject, input, model } from '@angular/core';

export interface SettingLine {
  readonly title: string;
  readonly detail: string;
}

/** The rows of a setting, one of which is looked at beside; arrows go from one to the next. */
@Component({
  selector: 'bn-setting-list',
  template: `
    <ul [attr.aria-label]="label()">
      @for (line of lines(); track $index) {
        <li><button type="button" [class.open]="$index === at()" [attr.aria-current]="$index === at() ? 'true' : null" [tabIndex]="$index === at() ? 0 : -1" (click)="at.set($index)" (keydown)="press($event)"><span class="what">{{ line.title }}</span><span class="bn-quiet">{{ line.detail }}</span></button></li>
      }
    </ul>
  `,
  styles: `
    ul { margin: 0; padding: 0; list-style: none; }
    button { display: flex; flex-direction: column; width: 100%; padding: 8px 16px; border: 0; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; overflow-wrap: anywhere; }
    button:hover { background: var(--mat-sys-surface-container-high); }
    button.open { background: var(--mat-sys-secondary-container); color: var(--mat-sys-on-secondary-container); --bn-muted: currentColor; }
    button:focus-visible { outline: 2px solid var(--mat-sys-primary); outline-offset: -2px; }
    .what { font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingList {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly label = input.required<string>();
  readonly lines = input.required<readonly SettingLine[]>();
  readonly at = model.required<number>();

  protected press(event: KeyboardEvent): void {
    const steps: { readonly [key: string]: number } = { ArrowUp: -1, ArrowDown: 1, Home: -this.lines().length, End: this.lines().length };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.at.set(Math.max(0, Math.min(this.lines().length - 1, this.at() + step)));
    setTimeout(() => this.element.querySelectorAll('button')[this.at()]?.focus());
  }
}
