import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormsModule } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import type { CorrespondentAction } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import { injectPlace, PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { CorrespondentsApi, mostFound, type Card, type Found } from './correspondents-api.js';
import { CorrespondentImport } from './import.js';
import { CorrespondentsIncomplete } from './incomplete.js';
import { CorrespondentPairs } from './pairs.js';
import { addressText } from './address-text.js';

/** The directory: found as one types; those that may be the same; taking over a file. */
@Component({
  selector: 'bn-correspondents-page',
  imports: [CorrespondentImport, CorrespondentPairs, CorrespondentsIncomplete, FormsModule, MatButton, MatFormFieldModule, MatIcon, MatInput, PlacePipe, RouterLink, TranslatePipe],
  templateUrl: './correspondents.page.html',
  styles: `
    .bar { padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .bar mat-form-field { width: min(520px, 100%); }
    .said, .more { margin: 8px 16px; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrespondentsPage {
  private readonly api = inject(CorrespondentsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly place = injectPlace();
  private readonly session = inject(SessionStore);
  private readonly words = inject(Words);
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly view = computed(() => {
    const view = this.query().get('view');
    return (view === 'pairs' && this.may('merge')) || (view === 'incomplete' && this.may('change')) || (view === 'import' && this.may('import')) ? view : 'find';
  });
  /** The one whose possible doubles are looked at; else all. */
  protected readonly of = computed(() => this.query().get('of') ?? undefined);
  protected readonly most = mostFound;
  protected readonly addressOf = addressText;
  protected readonly typed = signal('');
  protected readonly found = signal<readonly Found[] | undefined>(undefined);
  protected readonly said = signal('');
  private readonly actions = computed(() => this.session.person()?.correspondents ?? []);
  private waiting?: ReturnType<typeof setTimeout>;
  private round = 0;
  /** What this page itself put into the address. */
  private told = '';

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.waiting);
      this.round++;
    });
    // What is looked for is told in the address: a link or a way back brings it here.
    effect(() => {
      const q = this.query().get('q') ?? '';
      untracked(() => {
        if (q === this.told || this.view() !== 'find') return;
        this.told = q;
        this.typed.set(q);
        void this.search(q);
      });
    });
  }

  protected may(action: CorrespondentAction): boolean {
    return this.actions().includes(action);
  }

  /** To a view and, asked for again, back to the list. */
  protected go(view: 'pairs' | 'import' | 'incomplete'): void {
    this.said.set('');
    void this.router.navigate([], { relativeTo: this.route, queryParams: this.view() === view ? { q: this.typed() || null } : { view } });
  }

  protected typing(q: string): void {
    this.typed.set(q);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.search(q), 150);
  }

  /** An answer that was overtaken by the next one is not shown. */
  protected async search(q: string): Promise<void> {
    const round = ++this.round;
    if (q.trim().length < 2) return this.found.set(undefined);
    try {
      const { items } = await firstValueFrom(this.api.find(q.trim()));
      if (round !== this.round) return;
      this.found.set(items);
      this.said.set('');
      // Whoever has chosen somebody meanwhile is not called back to the list.
      if (this.router.getCurrentNavigation()) return;
      this.told = q;
      void this.router.navigate([], { relativeTo: this.route, queryParams: { q }, replaceUrl: true });
    } catch (error) {
      if (round === this.round) this.said.set(this.words.problem(error));
    }
  }

  protected async add(): Promise<void> {
    const { CardDialog } = await import('./card-dialog.js');
    const opened = this.dialog.open(CardDialog, { ...ourDialog, width: '820px', maxWidth: '95vw', data: { submit: (body: object) => firstValueFrom(this.api.add(body)) } });
    const card = (await firstValueFrom(opened.afterClosed())) as Card | undefined;
    if (card) void this.router.navigateByUrl(this.place(`/correspondents/${card.id}`));
  }
}
