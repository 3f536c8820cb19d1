import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { debounceTime, firstValueFrom, map } from 'rxjs';
import { AffairsApi, type BeneficiaryJoined } from '../affairs/affairs-api.js';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { Beneficiary, BeneficiaryFile } from '../api/types.js';
import { HoldButton } from '../holds/hold-button.js';
import { ourDialog } from '../layout/dialogs.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { FiledDocuments } from './filed-documents.js';
import { nameOf } from './names.js';
import { NatureTree } from './nature-tree.js';

/** A beneficiary's file: the documents that the person may read, by nature and day; of others it says nothing, not even how many. */
@Component({
  selector: 'bn-beneficiary-page',
  imports: [FiledDocuments, HoldButton, MatButton, MatFormFieldModule, MatIcon, MatInput, NatureTree, Split, TranslatePipe, Wait],
  templateUrl: './beneficiary.page.html',
  styles: `
    .half { display: flex; flex: 1; flex-direction: column; min-width: 0; min-height: 0; }
    .bar { display: flex; gap: 12px; align-items: center; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    mat-form-field { flex: 1; max-width: 420px; }
    .room { flex: 1; }
    h2 { margin: 12px 18px 0; font-size: 13px; }
    header { flex-wrap: wrap; height: auto; min-height: 48px; row-gap: 0; }
    .joined { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; margin: 0; padding: 4px 18px; border-bottom: 1px solid var(--bn-line); }
    .lock { width: 18px; height: 18px; font-size: 18px; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BeneficiaryPage implements Awaited {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly nameOf = nameOf;

  protected readonly id = toSignal(this.route.paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
  protected readonly nature = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('nature') ?? '')), { requireSync: true });
  protected readonly file = signal<BeneficiaryFile | undefined>(undefined);
  protected readonly counts = computed(() => new Map((this.file()?.natures ?? []).map(({ nature = '', documents }) => [nature, documents])));
  protected readonly typed = linkedSignal(() => (this.id(), ''));
  protected readonly q = toSignal(toObservable(this.typed).pipe(debounceTime(200), map((typed) => typed.trim())), { initialValue: '' });

  private readonly wrong = signal<Problem | undefined>(undefined);
  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.file() ? 'ready' : this.wrong() ? 'failed' : 'loading'));
  readonly empty = (): boolean => false;
  private readonly together = inject(AffairsApi);
  /** Files that were joined with it. */
  protected readonly joined = signal<readonly BeneficiaryJoined[]>([]);
  protected readonly said = signal('');

  constructor() {
    void this.settings.load();
    effect(() => {
      this.id();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    const id = this.id();
    this.file.set(undefined);
    this.wrong.set(undefined);
    await firstValueFrom(this.api.beneficiary(id)).then(
      (file) => id === this.id() && this.file.set(file),
      (error: unknown) => this.wrong.set(toProblem(error)),
    );
    const joined = this.file() ? await firstValueFrom(this.together.joined(id)).then(({ items }) => items, () => []) : [];
    if (id === this.id()) this.joined.set(joined);
  }

  protected async join({ beneficiary }: BeneficiaryFile): Promise<void> {
    this.said.set('');
    const { JoinDialog } = await import('./join-dialog.js');
    if (await firstValueFrom(this.dialog.open(JoinDialog, { data: { beneficiary }, ...ourDialog, width: '720px', maxWidth: '95vw' }).afterClosed())) await this.load();
  }

  protected async part(merge: string): Promise<void> {
    this.said.set('');
    try {
      await firstValueFrom(this.together.undoJoin(merge));
      await this.load();
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  protected about({ birthDate, fileNumber }: Beneficiary): string {
    return [birthDate ? this.words.text('FOR_WHOM.BORN', { day: this.words.day(birthDate) }) : '', fileNumber ? this.words.text('FOR_WHOM.NUMBER', { number: fileNumber }) : ''].filter(Boolean).join(' – ');
  }

  protected guardOf({ service, compartment }: Beneficiary): string {
    return service ? [this.settings.label(service), compartment ? this.settings.label(compartment, 'compartment') : ''].filter(Boolean).join(' – ') : this.words.text('BENEFICIARY.SHARED');
  }

  protected open(nature: string): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { nature: nature || null } });
  }

  protected async correct({ beneficiary, revision }: BeneficiaryFile): Promise<void> {
    const { AddBeneficiary } = await import('./add-beneficiary.js');
    const opened = this.dialog.open(AddBeneficiary, { data: { ...beneficiary, revision }, ...ourDialog, width: '520px', maxWidth: '95vw', autoFocus: 'first-tabbable' });
    if (await firstValueFrom(opened.afterClosed())) await this.load();
  }
}
