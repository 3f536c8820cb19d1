import { ChangeDetectionStrategy, Component, computed, effect, type ElementRef, inject, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { map } from 'rxjs';
import { Api } from '../api/api.js';
import type { MailLine } from '../api/types.js';
import { Pages } from '../list/pages.js';
import { Workbench } from '../list/workbench.js';

/** Mails that I may see, by chrono, subject, sender or words of the text; in the same list as everywhere. */
@Component({
  selector: 'bn-search-page',
  imports: [MatButton, MatIcon, TranslatePipe, Workbench],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'FINDING.TITLE' | translate }}</h1>
      <form role="search" (submit)="search(query.value); $event.preventDefault()">
        <input #query type="search" [value]="asked()" maxlength="200" [attr.aria-label]="'FINDING.LABEL' | translate" [placeholder]="'FINDING.LABEL' | translate" />
        <button matButton="filled" type="submit"><mat-icon>search</mat-icon>{{ 'FINDING.GO' | translate }}</button>
      </form>
    </header>
    @if (pages(); as found) {
      <bn-workbench [pages]="found" [label]="'FINDING.RESULTS' | translate" [openId]="mail()" (opened)="open($event)" [emptyTitle]="'FINDING.EMPTY' | translate: { q: asked() }" [emptyText]="'FINDING.EMPTY_TEXT' | translate" />
    } @else {
      <p class="bn-first-words">{{ 'FINDING.HINT' | translate }}</p>
    }
  `,
  styles: `
    form { display: flex; flex: 1; gap: 8px; max-width: 640px; }
    input { flex: 1; min-width: 0; height: 34px; padding: 0 12px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: inherit; font: inherit; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchPage {
  private readonly api = inject(Api);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly query = viewChild.required<ElementRef<HTMLInputElement>>('query');

  protected readonly asked = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('q') ?? '')), { requireSync: true });
  protected readonly mail = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('mail') ?? undefined)), { requireSync: true });
  protected readonly pages = computed(() => {
    const q = this.asked();
    return q ? new Pages<MailLine>((page) => this.api.search(q, page), (line) => line.id) : undefined;
  });

  constructor() {
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages?.load());
      if (!pages) this.query().nativeElement.focus();
    });
  }

  protected search(text: string): void {
    const q = text.trim();
    void this.router.navigate([], { relativeTo: this.route, queryParams: { q: q || null } });
  }

  protected open(mail: string | undefined): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { mail: mail ?? null }, queryParamsHandling: 'merge' });
  }
}
