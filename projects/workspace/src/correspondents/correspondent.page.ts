import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { addressLines, flawsOfAddress } from '@bannette/domain';
import { firstValueFrom, map } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import type { MailLine } from '../api/types.js';
import { HoldButton } from '../holds/hold-button.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages, type Awaited } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { CorrespondentsApi, type Card } from './correspondents-api.js';
import { lackingText } from './lacking-text.js';
import { Positions } from './positions.js';

type Address = Card['addresses'] extends readonly (infer A)[] | undefined ? A : never;

/** All that is known of a correspondent, and all mails with it that I may open, in every channel and both ways. */
@Component({
  selector: 'bn-correspondent-page',
  imports: [HoldButton, MatButton, MatIcon, PlacePipe, Positions, RouterLink, TranslatePipe, Wait],
  templateUrl: './correspondent.page.html',
  styles: `
    .both { display: flex; flex: 1; min-height: 0; }
    .facts { flex: 0 0 340px; overflow: auto; padding: 12px 16px; border-right: 1px solid var(--bn-line); }
    .mails { display: flex; flex: 1; flex-direction: column; min-width: 0; min-height: 0; }
    header :is(span:not(.room), a) { flex: none; }
    h2 { margin: 0; padding: 10px 16px 6px; font-size: 14px; }
    dl { display: grid; grid-template-columns: 110px minmax(0, 1fr); gap: 8px 14px; margin: 0; }
    dt { color: var(--bn-muted); text-align: right; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .lines { white-space: pre-line; }
    .bn-quiet { display: block; }
    .short { white-space: nowrap; }
    .way { width: 16px; height: 16px; font-size: 16px; vertical-align: text-bottom; color: var(--bn-muted); }
    @container frame (max-width: 900px) {
      .both { flex-direction: column; overflow: auto; }
      .facts { flex: none; border-right: 0; border-bottom: 1px solid var(--bn-line); }
      .mails { flex: none; min-height: 320px; }
    }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrespondentPage implements Awaited {
  private readonly api = inject(CorrespondentsApi);
  private readonly dialog = inject(MatDialog);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  private readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
  protected readonly card = signal<Card | undefined>(undefined);
  protected readonly said = signal('');
  private readonly wrong = signal<Problem | undefined>(undefined);
  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.wrong() ? 'failed' : this.card() ? 'ready' : 'loading'));
  readonly empty = (): boolean => false;
  protected readonly pages = computed(() => {
    const id = this.id();
    return new Pages<MailLine>((page) => this.api.exchanges(id, page), (mail) => mail.id);
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      this.id();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    this.card.set(undefined);
    try {
      this.card.set(await firstValueFrom(this.api.card(this.id())));
      await this.pages().load();
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected readonly lacking = (card: Card): string => lackingText(card.lacking, this.words);
  protected envelope(address: Address): string {
    return addressLines(address).join('\n');
  }

  protected flawOf(address: Address): string {
    const [flaw] = flawsOfAddress(address);
    return flaw ? this.words.text(`CORRESPONDENT.FLAW.address_${flaw}`) : '';
  }

  protected async change(card: Card): Promise<void> {
    const { CardDialog } = await import('./card-dialog.js');
    const submit = (body: object): Promise<Card> => firstValueFrom(this.api.change(card.id, { ...body, revision: card.revision }));
    const changed = (await firstValueFrom(this.dialog.open(CardDialog, { ...ourDialog, width: '820px', maxWidth: '95vw', data: { card, submit } }).afterClosed())) as Card | undefined;
    if (changed) this.card.set(changed);
  }

  /** What was parted is shown at the card that it came from, with the way back. */
  protected async split(card: Card): Promise<void> {
    const { SplitDialog } = await import('./split-dialog.js');
    const parted = (await firstValueFrom(this.dialog.open(SplitDialog, { ...ourDialog, width: '860px', maxWidth: '95vw', data: { card } }).afterClosed())) as Card | undefined;
    if (parted) await this.trying(() => firstValueFrom(this.api.card(card.id)));
  }

  protected undoMerge(merge: string): Promise<void> {
    return this.trying(() => firstValueFrom(this.api.undoMerge(merge)));
  }

  protected undoSplit(split: string): Promise<void> {
    return this.trying(() => firstValueFrom(this.api.undoSplit(split)));
  }

  private async trying(work: () => Promise<Card>): Promise<void> {
    this.said.set('');
    try {
      this.card.set(await work());
      await this.pages().load();
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }
}
