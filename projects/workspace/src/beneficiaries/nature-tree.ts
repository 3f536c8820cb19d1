import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, model } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { narrowerOf, treeOf } from '@bannette/domain';
import { moved } from '../list/keys.js';
import { SettingsStore } from '../session/settings.js';
import { flat } from './natures.js';

interface Line {
  readonly code: string;
  readonly label: string;
  readonly depth: number;
  readonly count?: number;
}

/** Natures as a way into documents, with how many of each there are to read, where that is known. */
@Component({
  selector: 'bn-nature-tree',
  imports: [TranslatePipe],
  template: `
    <nav [attr.aria-label]="'NATURE.TREE' | translate">
      @for (line of lines(); track line.code) {
        <button type="button" [class.here]="line.code === nature()" [attr.aria-current]="line.code === nature() ? 'true' : null" [style.padding-left.px]="10 + 16 * line.depth" (click)="nature.set(line.code)">
          <span class="name">{{ line.label }}</span>
          @if (line.count !== undefined) { <span class="count">{{ line.count }}</span> }
        </button>
      }
    </nav>
  `,
  host: { '(keydown)': 'move($event)' },
  styles: `
    :host { display: flex; min-height: 0; }
    nav { display: flex; flex: 1; flex-direction: column; gap: 1px; padding: 8px; overflow: auto; }
    button { display: flex; gap: 8px; align-items: baseline; justify-content: space-between; padding: 5px 10px; border: 0; border-radius: 6px; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
    button:hover { background: var(--mat-sys-surface-container-high); }
    button.here { background: var(--mat-sys-secondary-container); color: var(--mat-sys-on-secondary-container); font-weight: 500; }
    .name { min-width: 0; overflow-wrap: anywhere; }
    .count { color: var(--bn-muted); font-variant-numeric: tabular-nums; }
    .here .count { color: inherit; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NatureTree {
  private readonly settings = inject(SettingsStore);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Code of a nature; empty: all, `none`: documents without. */
  readonly nature = model('');
  /** How many documents bear each nature; where given, only those with any are shown. */
  readonly counts = input<ReadonlyMap<string, number>>();
  readonly all = input('');
  readonly without = input('');

  protected readonly lines = computed<readonly Line[]>(() => {
    const terms = this.settings.all()?.thesaurus ?? [];
    const counts = this.counts();
    const total = counts && [...counts.values()].reduce((sum, count) => sum + count, 0);
    const countOf = (code: string): number | undefined => counts && narrowerOf(terms, code).reduce((sum, each) => sum + (counts.get(each) ?? 0), 0);
    const known = new Set(terms.map(({ code }) => code));
    const foreign = [...(counts?.keys() ?? [])].filter((code) => code && !known.has(code)).map((code) => ({ code, label: code, depth: 0, count: counts?.get(code) }));
    return [
      ...(this.all() ? [{ code: '', label: this.all(), depth: 0, count: total }] : []),
      ...flat(treeOf(terms, 'nature')).map(({ term, depth }) => ({ code: term.code, label: term.label, depth, count: countOf(term.code) })).filter(({ count }) => count !== 0),
      ...foreign,
      ...(this.without() && counts?.get('') !== undefined ? [{ code: 'none', label: this.without(), depth: 0, count: counts.get('') }] : []),
    ];
  });

  protected move(event: KeyboardEvent): void {
    const buttons = [...this.element.querySelectorAll('button')];
    const to = moved(event.key, buttons.indexOf(event.target as HTMLButtonElement), buttons.length, 10);
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  }
}
