import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { Words } from '../words/words.js';
import { CorrespondentsApi, type Pair } from './correspondents-api.js';
import { addressText } from './address-text.js';

/** Correspondents that may be the same, with the reasons: compared and joined, or told apart. */
@Component({
  selector: 'bn-correspondent-pairs',
  imports: [MatButton, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    @if (said()) { <p class="bn-late said" role="alert">{{ said() }}</p> }
    <bn-wait [of]="pages()" emptyIcon="task_alt" [emptyTitle]="'CORRESPONDENT.NO_DOUBLES' | translate" [emptyText]="'CORRESPONDENT.NO_DOUBLES_TEXT' | translate">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'CORRESPONDENT.ONE' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.OTHER' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.WHY' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr></thead>
          <tbody>
            @for (pair of pages().items(); track keyOf(pair)) {
              <tr>
                @for (one of [pair.one, pair.other]; track one.id) {
                  <td><a [routerLink]="['/correspondents' | place, one.id]">{{ one.name }}</a><br /><span class="bn-quiet">{{ aboutOf(one) }}</span></td>
                }
                <td>{{ reasonsOf(pair) }}</td>
                <td class="acts">
                  @if (sure() === keyOf(pair)) {
                    <span class="bn-quiet">{{ 'CORRESPONDENT.SURE_TWO' | translate }}</span>
                    <button matButton="outlined" (click)="dismiss(pair)">{{ 'CORRESPONDENT.ARE_TWO' | translate }}</button>
                    <button matButton (click)="sure.set('')">{{ 'GENERAL.CANCEL' | translate }}</button>
                  } @else {
                    <button matButton="outlined" [attr.aria-label]="('CORRESPONDENT.COMPARE' | translate) + ' ' + pair.one.name" (click)="compare(pair)">{{ 'CORRESPONDENT.COMPARE' | translate }}</button>
                    <button matButton [attr.aria-label]="('CORRESPONDENT.ARE_TWO' | translate) + ('GENERAL.COLON' | translate) + pair.one.name" (click)="sure.set(keyOf(pair))">{{ 'CORRESPONDENT.ARE_TWO' | translate }}</button>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </bn-wait>
  `,
  styles: `:host { display: flex; flex: 1; flex-direction: column; min-height: 0; } .acts { text-align: right; } .acts > * + * { margin-left: 8px; } .said { margin: 8px 16px 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrespondentPairs {
  private readonly api = inject(CorrespondentsApi);
  private readonly dialog = inject(MatDialog);
  private readonly words = inject(Words);
  /** The one whose doubles they are; else all that there are. */
  readonly of = input<string>();
  protected readonly said = signal('');
  /** Told apart they don't come back: it is asked once more. */
  protected readonly sure = signal('');
  protected readonly pages = computed(() => {
    const of = this.of();
    return new Pages<Pair>(() => this.api.pairs(of), (pair) => this.keyOf(pair));
  });

  constructor() {
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }

  protected keyOf({ one, other }: Pair): string {
    return `${one.id} ${other.id}`;
  }

  protected aboutOf(one: Pair['one']): string {
    return [addressText(one), one.email].filter(Boolean).join(', ');
  }

  protected reasonsOf({ because }: Pair): string {
    return because.map((reason) => this.words.text(`CORRESPONDENT.BECAUSE.${reason}`)).join(', ');
  }

  protected async dismiss({ one, other }: Pair): Promise<void> {
    this.said.set('');
    this.sure.set('');
    await firstValueFrom(this.api.dismiss(one.id, other.id)).catch((error: unknown) => this.said.set(this.words.problem(error)));
    await this.pages().refresh();
  }

  protected async compare({ one, other }: Pair): Promise<void> {
    const { MergeDialog } = await import('./merge-dialog.js');
    const opened = this.dialog.open(MergeDialog, { ...ourDialog, width: '900px', maxWidth: '95vw', data: { one: one.id, other: other.id } });
    if (await firstValueFrom(opened.afterClosed())) await this.pages().refresh();
  }
}
