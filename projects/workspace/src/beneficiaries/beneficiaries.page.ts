import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, signal, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { debounceTime, firstValueFrom, map } from 'rxjs';
import { Api } from '../api/api.js';
import type { Beneficiary } from '../api/types.js';
import { injectPlace, PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { moved } from '../list/keys.js';
import { Pages } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { nameOf, typedName } from './names.js';

/** So many are answered at most to what was typed. */
const most = 100;

/** Files found as one types, by names in any order, number or day of birth; only those that the person is to know of. */
@Component({
  selector: 'bn-beneficiaries-page',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './beneficiaries.page.html',
  styles: `
    .bar { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; padding: 12px 16px; border-bottom: 1px solid var(--bn-line); }
    mat-form-field { flex: 1; max-width: 560px; min-width: min(280px, 100%); }
    .short { white-space: nowrap; }
    .more { margin: 8px 16px; }
    .notice { margin: auto; max-width: 420px; padding: 32px 24px; text-align: center; color: var(--bn-muted); }
    .notice mat-icon { width: 40px; height: 40px; font-size: 40px; }
    h2 { margin: 8px 0 4px; font-size: 16px; line-height: 24px; color: var(--mat-sys-on-surface); }
    .lock { width: 15px; height: 15px; font-size: 15px; vertical-align: -2px; }
  `,
  host: { class: 'bn-page', '(keydown)': 'move($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BeneficiariesPage {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly nameOf = nameOf;
  protected readonly most = most;

  protected readonly q = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('q') ?? '')), { requireSync: true });
  protected readonly typed = signal(this.q());
  protected readonly found = computed(() => {
    const q = this.q();
    return q.length >= 2 ? new Pages<Beneficiary>(() => this.api.beneficiaries(q, most), ({ id }) => id) : undefined;
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      const found = this.found();
      untracked(() => void found?.load());
    });
    toObservable(this.typed).pipe(debounceTime(180), takeUntilDestroyed()).subscribe((typed) => void this.router.navigate([], { relativeTo: this.route, queryParams: { q: typed.trim() || null }, replaceUrl: true }));
    setTimeout(() => this.field().nativeElement.focus());
  }

  protected guardOf({ service, compartment }: Beneficiary): string {
    return service ? [this.settings.label(service), compartment ? this.settings.label(compartment, 'compartment') : ''].filter(Boolean).join(' – ') : this.words.text('BENEFICIARY.SHARED');
  }

  protected async add(): Promise<void> {
    const { AddBeneficiary } = await import('./add-beneficiary.js');
    const opened = this.dialog.open(AddBeneficiary, { data: typedName(this.typed()), ...ourDialog, width: '520px', maxWidth: '95vw', autoFocus: 'first-tabbable' });
    const one = (await firstValueFrom(opened.afterClosed())) as Beneficiary | undefined;
    if (one) await this.router.navigate([this.place('/beneficiaries'), one.id]);
  }

  /** From the field into what was found, and up and down in it. */
  protected move(event: KeyboardEvent): void {
    const links = [...this.element.querySelectorAll<HTMLElement>('td a')];
    const at = links.indexOf(event.target as HTMLElement);
    if (event.key === 'ArrowUp' && at === 0) this.field().nativeElement.focus();
    const to = moved(event.key, at, links.length, 10);
    if (to === undefined || (at < 0 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (event.key !== 'ArrowUp' || at !== 0) links[to]?.focus();
  }

  protected openOnly(event: Event): void {
    event.preventDefault();
    const [only, other] = this.found()?.items() ?? [];
    if (only && !other) void this.router.navigate([this.place('/beneficiaries'), only.id]);
  }
}
