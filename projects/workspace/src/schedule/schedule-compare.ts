import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Words } from '../words/words.js';
import { DifferenceTable } from './difference-table.js';
import { ScheduleApi } from './schedule-api.js';
import { ScheduleStore } from './schedule-store.js';

/** The version that is shown beside any other: what changed from that one to this. */
@Component({
  selector: 'bn-schedule-compare',
  imports: [DifferenceTable, TranslatePipe],
  template: `
    @if (others().length) {
      <label class="bar">{{ 'SCHEDULE.COMPARED_WITH' | translate }}
        <select #other (change)="base.set(other.value)">
          @for (one of others(); track one.id) { <option [value]="one.id" [selected]="one.id === base()">{{ 'SCHEDULE.VERSION' | translate: { number: one.number } }} – {{ store.stateWords(one) }}</option> }
        </select>
      </label>
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'SCHEDULE.VIEW.compare' | translate">
        @if (difference.error(); as error) { <p class="bn-late text" role="alert">{{ words.problem(error) }}</p> } @else if (difference.value(); as found) { <bn-schedule-difference [of]="found" /> }
      </div>
    } @else { <p class="text">{{ 'SCHEDULE.ONE_VERSION' | translate }}</p> }
  `,
  styles: `
    .bar { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); }
    select { max-width: 100%; height: 32px; padding: 0 8px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: inherit; font: inherit; }
    .text { margin: 16px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScheduleCompare {
  private readonly api = inject(ScheduleApi);
  protected readonly store = inject(ScheduleStore);
  protected readonly words = inject(Words);
  protected readonly others = computed(() => this.store.versions().filter(({ id }) => id !== this.store.version()?.id));
  protected readonly base = linkedSignal(() => {
    const { number = 0, basedOn } = this.store.version() ?? {};
    return (this.others().find((one) => one.number === basedOn) ?? this.others().find((one) => one.number < number) ?? this.others()[0])?.id ?? '';
  });
  protected readonly difference = resource({
    params: () => ({ own: this.store.version()?.id, revision: this.store.version()?.revision, base: this.base() }),
    loader: async ({ params: { own, base } }) => (own && base ? firstValueFrom(this.api.compare(base, own)) : undefined),
  });
}
