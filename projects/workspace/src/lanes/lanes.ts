import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { ReadingLane } from '../api/types.js';
import { Words } from '../words/words.js';

/** How often the lanes are looked at, in milliseconds. */
const lookAgain = 15_000;

/** What waits to be read, lane by lane, and since when. */
@Component({
  selector: 'bn-lanes',
  imports: [TranslatePipe],
  template: `
    @if (shown()) {
      <section aria-labelledby="lanes">
        <h2 id="lanes">{{ 'LANES.TITLE' | translate }}</h2>
        <table class="bn-table">
          <thead>
            <tr>
              <th scope="col">{{ 'LANES.LANE' | translate }}</th>
              <th scope="col" class="number">{{ 'LANES.WAITING' | translate }}</th>
              <th scope="col" class="number">{{ 'LANES.READING' | translate }}</th>
              <th scope="col">{{ 'LANES.SINCE' | translate }}</th>
            </tr>
          </thead>
          <tbody>
            @for (lane of lanes(); track lane.lane) {
              <tr>
                <td>{{ 'LANES.NAME.' + lane.lane | translate }}</td>
                <td class="number">{{ lane.waiting }}</td>
                <td class="number">{{ lane.reading }}</td>
                <td>{{ lane.since ? words.brief(lane.since) : ('LANES.NONE' | translate) }}</td>
              </tr>
            }
          </tbody>
        </table>
        <p class="bn-quiet">{{ 'LANES.EXPLAIN' | translate }}</p>
      </section>
    }
  `,
  styles: `
    :host { display: block; }
    h2 { font: var(--mat-sys-title-medium); }
    .number { text-align: right; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Lanes {
  private readonly api = inject(Api);
  protected readonly words = inject(Words);
  /** Shown though nothing waits. */
  readonly always = input(false);
  protected readonly lanes = signal<readonly ReadingLane[]>([]);
  protected readonly shown = computed(() => this.lanes().length > 0 && (this.always() || this.lanes().some(({ waiting, reading }) => waiting + reading > 0)));
  private timer?: ReturnType<typeof setTimeout>;
  private gone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      clearTimeout(this.timer);
    });
    void this.look();
  }

  private async look(): Promise<void> {
    const found = await firstValueFrom(this.api.readingLanes()).catch(() => undefined);
    if (this.gone) return;
    if (found) this.lanes.set(found.items);
    this.timer = setTimeout(() => void this.look(), lookAgain);
  }
}
