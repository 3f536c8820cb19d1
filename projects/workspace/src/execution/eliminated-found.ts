import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { PlacePipe } from '../host.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { ExecutionApi, type Elimination } from './execution-api.js';

/** Who may know by its number what was eliminated: archives, DPO, mail room. */
export const seesEliminations = (session: Pick<SessionStore, 'has'>): boolean => (['archives', 'dpo', 'mailRoom'] as const).some((room) => session.has(room));
const shownAtMost = 5;
/** A number, or its beginning: something with a digit, in one word. */
const looksLikeNumber = (text: string): boolean => /^\S*\d\S*$/.test(text) && text.length >= 3;

/** What was eliminated under the number that is searched: its tombstone is all that there is to find. Given a mail, that mail's. */
@Component({
  selector: 'bn-eliminated-found',
  imports: [MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    @if (shown().length) {
      <ul [attr.aria-label]="'ELIMINATIONS.FOUND' | translate">
        @for (one of shown(); track one.subject) {
          <li>
            <mat-icon aria-hidden="true">delete_forever</mat-icon>
            <span><a [routerLink]="['/eliminations' | place, one.kind, one.subject]">{{ one.chrono ?? one.subject }}</a> {{ 'ELIMINATION.SAID' | translate: { day: words.fullDay(one.destroyedAt.slice(0, 10)), visa: one.visaReference } }}<br /><span class="bn-quiet">{{ one.row }} {{ one.rowLabel }} – {{ one.campaign.chrono }}</span></span>
          </li>
        }
      </ul>
      @if (more()) { <p><a [routerLink]="'/eliminations' | place">{{ 'ELIMINATIONS.ALL_FOUND' | translate }}</a></p> }
    }
  `,
  styles: `
    :host { display: block; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { display: flex; gap: 8px; align-items: flex-start; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); background: var(--mat-sys-surface-container-low); overflow-wrap: anywhere; }
    mat-icon { flex: none; color: var(--bn-muted); }
    p { margin: 4px 16px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EliminatedFound {
  private readonly api = inject(ExecutionApi);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  /** What was typed. */
  readonly number = input('');
  /** Id of a mail that can't be opened. */
  readonly mail = input('');
  private readonly found = signal<readonly Elimination[]>([]);
  protected readonly shown = computed(() => this.found().slice(0, shownAtMost));
  /** Something is told. */
  readonly any = computed(() => this.found().length > 0);
  protected readonly more = computed(() => this.found().length > shownAtMost);

  constructor() {
    effect(() => {
      const [number, mail] = [this.number().trim(), this.mail()];
      const sees = seesEliminations(this.session);
      untracked(() => void this.look(sees ? { number, mail } : { number: '', mail: '' }));
    });
  }

  /** Nothing found, or not to be known: nothing is said. */
  private async look({ number, mail }: { readonly number: string; readonly mail: string }): Promise<void> {
    const ask = async (): Promise<readonly Elimination[]> => {
      if (mail) return [await firstValueFrom(this.api.elimination('mail', mail))];
      return looksLikeNumber(number) ? (await firstValueFrom(this.api.eliminations(number, { limit: shownAtMost + 1 }))).items : [];
    };
    const found = await ask().catch(() => []);
    if (mail === this.mail() && (number === this.number().trim() || !number)) this.found.set(found);
  }
}
