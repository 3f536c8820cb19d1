import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Words } from '../words/words.js';
import { CorrespondentsApi, type Pair } from './correspondents-api.js';

/** Correspondents that may be the same, with the reasons: compared and joined, or told apart. */
@Component({
  selector: 'bn-correspondent-pairs',
  imports: [MatButton, PlacePipe, RouterLink, TranslatePipe],
  template: `
    <div class="bn-scroll">
      @if (pairs(); as list) {
        @if (list.length) {
          <table class="bn-table">
            <thead><tr><th scope="col">{{ 'CORRESPONDENT.ONE' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.OTHER' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.WHY' | translate }}</th><th scope="col"></th></tr></thead>
            <tbody>
              @for (pair of list; track pair.one.id + pair.other.id) {
                <tr>
                  @for (one of [pair.one, pair.other]; track one.id) {
                    <td><a [routerLink]="['/correspondents' | place, one.id]">{{ one.name }}</a><br /><span class="bn-quiet">{{ one.address }} {{ one.postcode }} {{ one.city }} {{ one.email }}</span></td>
                  }
                  <td>{{ reasonsOf(pair) }}</td>
                  <td class="acts">
                    <button matButton="outlined" (click)="compare(pair)">{{ 'CORRESPONDENT.COMPARE' | translate }}</button>
                    <button matButton (click)="dismiss(pair)">{{ 'CORRESPONDENT.ARE_TWO' | translate }}</button>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        } @else {
          <p class="bn-first-words">{{ 'CORRESPONDENT.NO_DOUBLES' | translate }}</p>
        }
      }
    </div>
  `,
  styles: `:host { display: flex; flex: 1; flex-direction: column; min-height: 0; } .acts { white-space: nowrap; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrespondentPairs {
  private readonly api = inject(CorrespondentsApi);
  private readonly dialog = inject(MatDialog);
  private readonly words = inject(Words);
  readonly wrong = output<string>();
  protected readonly pairs = signal<readonly Pair[] | undefined>(undefined);

  constructor() {
    void this.load();
  }

  protected reasonsOf({ because }: Pair): string {
    return because.map((reason) => this.words.text(`CORRESPONDENT.BECAUSE.${reason}`)).join(', ');
  }

  protected async dismiss({ one, other }: Pair): Promise<void> {
    await firstValueFrom(this.api.dismiss(one.id, other.id)).catch((error: unknown) => this.wrong.emit(this.words.problem(error)));
    await this.load();
  }

  protected async compare({ one, other }: Pair): Promise<void> {
    const { MergeDialog } = await import('./merge-dialog.js');
    const opened = this.dialog.open(MergeDialog, { ...ourDialog, width: '760px', maxWidth: '95vw', data: { one: one.id, other: other.id } });
    if (await firstValueFrom(opened.afterClosed())) await this.load();
  }

  private async load(): Promise<void> {
    try {
      this.pairs.set((await firstValueFrom(this.api.pairs())).items);
    } catch (error) {
      this.wrong.emit(this.words.problem(error));
    }
  }
}
