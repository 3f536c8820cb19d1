import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { Words } from '../words/words.js';
import type { Block } from './layout.js';
import { sheetWords } from './page-words.js';
import { DeskStore } from './store.js';

/** Over the pages of an envelope: its number, what sheets say of it, the mail that it has become. Pages that are dropped here go into it. */
@Component({
  selector: 'bn-envelope-band',
  imports: [MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    <mat-icon aria-hidden="true">{{ icon() }}</mat-icon>
    @if (block().envelope; as envelope) {
      @if (block().begins) {
        <b>{{ 'DESK.ENVELOPE' | translate: { number: block().number } }}</b>
        @if (envelope.mail; as mail) {
          @if (envelope.fixed) {
            <a tabindex="-1" [title]="'DESK.LOCKED' | translate" [routerLink]="['/mails' | place, mail]">{{ chrono() || ('DESK.MAIL' | translate) }}</a>
          } @else {
            <a tabindex="-1" [routerLink]="['/trays/qualification' | place]" [queryParams]="{ mail }" [title]="'DESK.TO_QUALIFY' | translate"><mat-icon class="narrow" [attr.aria-label]="'DESK.TO_QUALIFY' | translate">rule</mat-icon><span class="wide">{{ 'DESK.TO_QUALIFY' | translate }}</span></a>
          }
        }
        @if (sheet(); as text) { <span class="sheet" [title]="text"><mat-icon aria-hidden="true">description</mat-icon><span>{{ text }}</span></span> }
        <span class="quiet">{{ counts() }}</span>
        @if (block().number > 1 && store.editable() && !envelope.fixed) {
          <button type="button" tabindex="-1" [attr.aria-label]="'DESK.COMMAND.joinEnvelope' | translate" [title]="'DESK.COMMAND.joinEnvelope' | translate" (click)="joined.emit()"><mat-icon aria-hidden="true">merge_type</mat-icon></button>
        }
      } @else {
        <span class="quiet on">{{ 'DESK.ENVELOPE_ON' | translate: { number: block().number } }}</span>
      }
    } @else {
      <b>{{ 'DESK.ASIDE' | translate }}</b><span class="quiet" [title]="'DESK.ASIDE_TEXT' | translate">@if (block().begins) {{{ words.count('DESK.PAGES', block().pages) }} – {{ 'DESK.ASIDE_TEXT' | translate }}}</span>
    }
  `,
  styles: `
    :host { display: flex; flex: none; align-items: center; gap: 6px; height: 30px; padding: 0 4px 0 12px; border-bottom: 1px solid var(--bn-line); contain: inline-size; white-space: nowrap; overflow: hidden; border-radius: 6px 6px 0 0; container: band / inline-size; }
    mat-icon { flex: none; width: 16px; height: 16px; font-size: 16px; color: var(--bn-muted); }
    b { flex: none; }
    a { flex: 0 1 auto; min-width: 0; overflow: hidden; text-overflow: ellipsis; font-size: 12px; }
    .quiet { flex: 1 1 0; min-width: 0; overflow: hidden; text-overflow: ellipsis; color: var(--bn-muted); font-size: 12px; }
    .sheet { display: flex; flex: 0 1 auto; gap: 3px; min-width: 20px; align-items: center; font-size: 12px; }
    .sheet span { overflow: hidden; text-overflow: ellipsis; }
    .narrow { display: none; }
    a .narrow { color: inherit; vertical-align: -3px; }
    @container band (max-width: 170px) { .wide, .sheet span { display: none; } .narrow { display: inline-block; } }
    button { display: grid; flex: none; place-items: center; width: 24px; height: 24px; margin-left: auto; padding: 0; border: 0; border-radius: 6px; background: none; cursor: pointer; }
    button mat-icon { color: var(--mat-sys-primary); }
    button:hover, button:focus-visible { background: var(--mat-sys-secondary-container); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnvelopeBand {
  protected readonly store = inject(DeskStore);
  protected readonly words = inject(Words);

  readonly block = input.required<Block>();
  /** The number of the mail that it has become. */
  readonly chrono = input<string>();
  readonly joined = output<void>();

  protected readonly icon = computed(() => {
    const { envelope } = this.block();
    return !envelope ? 'inventory_2' : envelope.fixed ? 'lock' : 'mail_outline';
  });
  protected readonly sheet = computed(() => sheetWords(this.block().envelope?.sheet, this.words, this.store.label));
  protected readonly counts = computed(() => {
    const { envelope, pages } = this.block();
    const documents = envelope?.documents.length ?? 0;
    return [...(documents > 1 ? [this.words.count('DESK.DOCUMENTS', documents)] : []), this.words.count('DESK.PAGES', pages)].join(', ');
  });
}
