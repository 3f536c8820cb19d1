import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import { says } from './page-words.js';
import type { Cell } from './layout.js';
import { PagePicture } from './page-picture.js';
import { DeskStore } from './store.js';

/** A page of the flow: its picture, its number, what is to be said of it, and where it can be parted from the one before. */
@Component({
  selector: 'bn-page-cell',
  imports: [MatIcon, PagePicture, TranslatePipe],
  templateUrl: './page-cell.html',
  styleUrl: './page-cell.scss',
  host: {
    role: 'gridcell',
    '[attr.data-page]': 'cell().key',
    '[attr.tabindex]': 'active() ? 0 : -1',
    '[attr.aria-selected]': 'selected()',
    '[attr.aria-label]': 'label()',
    '[class.active]': 'active()',
    '[class.selected]': 'selected()',
    '[class.cut]': 'cut()',
    '[class.aside]': '!!cell().why',
    '[class.locked]': 'cell().envelope?.fixed',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageCell {
  protected readonly store = inject(DeskStore);
  private readonly words = inject(Words);

  readonly cell = input.required<Cell>();
  readonly urgency = input.required<() => number>();
  /** The mark of where dragged pages would go. */
  readonly drop = input<'before' | 'after'>();
  readonly asked = output<'split' | 'join' | 'putBack'>();

  protected readonly active = computed(() => this.store.selection.active() === this.cell().key);
  protected readonly selected = computed(() => this.store.selection.selected().has(this.cell().key));
  protected readonly cut = computed(() => this.store.selection.cut().has(this.cell().key));
  private readonly fact = computed(() => this.store.facts().get(this.cell().key));
  protected readonly hinted = computed(() => this.cell().place > 1 && !this.cell().envelope?.fixed && !!this.fact()?.hint);
  protected readonly free = computed(() => this.store.editable() && !this.cell().envelope?.fixed);
  /** Where it can be cut off, or joined: before any page but the first of an envelope. */
  protected readonly seam = computed<'split' | 'join' | undefined>(() => {
    const { place, documentNumber } = this.cell();
    if (!this.free() || !place) return undefined;
    return place > 1 ? 'split' : documentNumber > 1 ? 'join' : undefined;
  });
  /** What it is when it is no page of a letter. */
  protected readonly kind = computed(() => {
    const { why } = this.cell();
    return why ? this.words.text(`DESK.WHY.${why}`) : '';
  });
  protected readonly says = computed(() => says(this.fact(), this.words, this.store.label));
  protected readonly label = computed(() => {
    const { page, why, place, documentNumber, envelopeNumber, document, envelope } = this.cell();
    const where = why ? this.kind() : this.words.text('DESK.CELL', { place, of: document?.pages.length ?? 0, document: documentNumber, envelope: envelopeNumber });
    const more = [
      this.words.text('DESK.CELL_PAGE', { page: page.number }),
      page.turn ? this.words.text('DESK.CELL_TURNED', { turn: page.turn }) : '',
      this.says(),
      this.hinted() ? this.words.text('DESK.CELL_HINT') : '',
      this.cut() ? this.words.text('DESK.CELL_CUT') : '',
      envelope?.fixed ? this.words.text('DESK.LOCKED') : '',
    ];
    return [where, ...more].filter(Boolean).join(', ');
  });
}
