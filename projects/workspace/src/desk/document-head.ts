import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import { DeskPeople } from './people.js';
import type { Segment } from './layout.js';
import { DeskStore } from './store.js';

/** Over the pages of a document: its number, what it is, whom it concerns. A click takes all of its pages. */
@Component({
  selector: 'bn-document-head',
  imports: [MatIcon, TranslatePipe],
  template: `
    @if (document(); as it) {
      @if (segment().begins) {
        <button type="button" class="name" tabindex="-1" [title]="'DESK.CHOOSE_DOCUMENT' | translate" (click)="chosen.emit()"><b>{{ 'DESK.DOCUMENT' | translate: { number: first()?.documentNumber } }}</b> {{ words.count('DESK.PAGES_SHORT', it.pages.length) }}</button>
        <span class="about">
          <button type="button" tabindex="-1" [class.none]="!it.nature" [disabled]="!free()" [title]="nature()" (click)="asked.emit('nature')"><mat-icon aria-hidden="true">label</mat-icon><span>{{ nature() }}</span></button>
          <button type="button" class="people" tabindex="-1" [class.none]="!people()" [class.unknown]="it.beneficiaryUnknown" [disabled]="!free()" [title]="people() || ('DESK.NOBODY' | translate)" (click)="asked.emit('beneficiaries')"><mat-icon aria-hidden="true">{{ it.beneficiaryUnknown ? 'person_search' : 'person' }}</mat-icon><span>{{ people() }}</span></button>
        </span>
      } @else {
        <span class="on" aria-hidden="true">{{ 'DESK.DOCUMENT_ON' | translate: { number: first()?.documentNumber } }}</span>
      }
    }
  `,
  styles: `
    :host { display: block; box-sizing: border-box; height: 38px; margin: 4px 0 0 20px; contain: inline-size; border-top: 3px solid var(--mat-sys-outline); }
    :host(.none) { border-top: 3px dotted var(--mat-sys-outline-variant); }
    .name, .about button { display: block; max-width: 100%; padding: 0; border: 0; background: none; color: inherit; font: inherit; font-size: 11.5px; line-height: 17px; text-align: left; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; cursor: pointer; }
    .about { display: flex; gap: 6px; }
    .about button { display: flex; align-items: center; gap: 2px; min-width: 15px; color: var(--mat-sys-on-surface); }
    .about button.people { flex: 1 1 auto; }
    .about button.none { color: var(--bn-muted); }
    .about button.unknown { color: var(--bn-soon); }
    .about button:disabled { cursor: default; }
    .about span { min-width: 0; overflow: hidden; text-overflow: ellipsis; }
    mat-icon { flex: none; width: 14px; height: 14px; font-size: 14px; }
    button:hover:not(:disabled) { text-decoration: underline; }
    .on { font-size: 11.5px; color: var(--bn-muted); }
  `,
  host: { '[class.none]': '!document()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentHead {
  private readonly store = inject(DeskStore);
  private readonly known = inject(DeskPeople);
  protected readonly words = inject(Words);

  readonly segment = input.required<Segment>();
  readonly chosen = output<void>();
  readonly asked = output<'nature' | 'beneficiaries'>();

  protected readonly first = computed(() => this.segment().cells[0]);
  protected readonly document = computed(() => this.first()?.document);
  protected readonly free = computed(() => this.store.editable() && !this.first()?.envelope?.fixed);
  protected readonly nature = computed(() => {
    const nature = this.document()?.nature;
    return nature ? this.store.natureLabel(nature) : this.words.text('DESK.NATURE_NONE');
  });
  /** Names, as far as they are known; else how many. */
  protected readonly people = computed(() => {
    const { beneficiaries = [], beneficiaryUnknown } = this.document() ?? {};
    const named = beneficiaries.map((id) => this.known.names().get(id)).filter((name) => name !== undefined);
    const told = named.length === beneficiaries.length ? named : beneficiaries.length ? [this.words.count('DESK.BENEFICIARIES', beneficiaries.length)] : [];
    return [...told, ...(beneficiaryUnknown ? [this.words.text('DESK.BENEFICIARY_UNKNOWN')] : [])].join(', ');
  });
}
