import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { JournalSeal, Proof } from '../api/types.js';
import { Wait } from '../layout/wait.js';
import { Pages, type Awaited } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { Words } from '../words/words.js';

/** How far the journal is sealed, by whose word, and whether it still is what was sealed. */
@Component({
  selector: 'bn-proof-page',
  imports: [MatButton, TranslatePipe, Wait],
  templateUrl: './proof.page.html',
  styleUrl: './proof.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProofPage implements Awaited {
  private readonly api = inject(Api);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = inject(Words);

  protected readonly proof = signal<Proof | undefined>(undefined);
  protected readonly seals = new Pages<JournalSeal>((page) => this.api.seals(page), ({ number }) => String(number));
  /** What was found of a seal that was asked for: nothing, or what doesn't hold. */
  protected readonly told = signal<{ readonly number: number; readonly holds: boolean; readonly text: string } | undefined>(undefined);
  protected readonly busy = signal<number | undefined>(undefined);
  private readonly wrong = signal<Problem | undefined>(undefined);

  readonly problem = (): Problem | undefined => this.wrong() ?? this.seals.problem();
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.problem() ? 'failed' : this.proof() && this.seals.state() === 'ready' ? 'ready' : 'loading');
  readonly empty = (): boolean => this.seals.empty();

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    try {
      const [proof] = await Promise.all([firstValueFrom(this.api.proof()), this.seals.load()]);
      this.proof.set(proof);
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected number(value: number): string {
    return this.words.number(value);
  }

  protected verified({ lastVerification: last }: Proof): string {
    if (!last) return this.words.text('PROOF.NEVER');
    return [this.words.text(last.intact ? 'PROOF.INTACT' : 'PROOF.BROKEN', { day: this.words.brief(last.at) }), ...(last.anchored ? [] : [this.words.text('PROOF.LOOSE')])].join(', ');
  }

  protected async verify({ number, first, last }: JournalSeal): Promise<void> {
    await this.ask(number, async () => {
      const { findings } = await firstValueFrom(this.api.verifySeal(number));
      const problem = findings.map((finding) => this.words.text(`PROOF.PROBLEM.${finding.problem}`, { first: this.number(finding.first ?? first), last: this.number(finding.last ?? last) })).join(', ');
      this.told.set({ number, holds: !problem, text: problem ? this.words.text('PROOF.FAILS', { number, problem }) : this.words.text('PROOF.HOLDS', { number, first: this.number(first), last: this.number(last) }) });
    });
  }

  protected async download({ number }: JournalSeal): Promise<void> {
    await this.ask(number, async () => keep(await firstValueFrom(this.api.sealFile(number)), `journal-${String(number).padStart(8, '0')}.json`));
  }

  private async ask(number: number, act: () => Promise<void>): Promise<void> {
    this.busy.set(number);
    try {
      await act();
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(undefined);
  }
}
