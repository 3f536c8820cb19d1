import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Words } from '../words/words.js';
import { ProcessingsApi, type PurgeWarnings as Warnings } from './processings-api.js';

/** Who was told of a campaign before its purge, and took note; with the button of who hasn't. Shows nothing while nobody was told. */
@Component({
  selector: 'bn-purge-warnings',
  imports: [MatButton, TranslatePipe],
  template: `
    @if (told(); as told) {
      @if (told.items.length) {
        <section [attr.aria-label]="'PURGE.NOTED' | translate">
          @if (told.yours) { <p class="mine">{{ 'PURGE.YOURS' | translate }} <button matButton="filled" [disabled]="busy()" (click)="note()">{{ 'PURGE.NOTE' | translate }}</button></p> }
          @if (told.required && told.missing) { <p class="bn-soon">{{ 'PURGE.REQUIRED' | translate }}</p> }
          @if (said(); as text) { <p class="bn-late" role="alert">{{ text }}</p> }
          <details>
          <summary>{{ 'PURGE.SUM' | translate: { done: told.items.length - told.missing, all: told.items.length } }}@if (escalated()) { – <span class="bn-late">{{ 'PURGE.ESCALATED' | translate }}</span> }</summary>
          <table class="bn-table">
            <thead><tr><th scope="col">{{ 'PURGE.WARNING' | translate }}</th><th scope="col">{{ 'PURGE.WHO' | translate }}</th><th scope="col">{{ 'PURGE.TOLD' | translate }}</th><th scope="col">{{ 'PURGE.TAKEN' | translate }}</th></tr></thead>
            <tbody>
              @for (each of told.items; track $index) {
                <tr>
                  <td>{{ 'PURGE.WARN.' + each.warning | translate }}</td>
                  <td>{{ each.service ? each.service.label : ('PURGE.DPO' | translate) }}</td>
                  <td class="short">{{ words.brief(each.toldAt) }}</td>
                  <td>
                    @if (each.acknowledgedAt) { {{ words.brief(each.acknowledgedAt) }}<br /><span class="bn-quiet">{{ each.acknowledgedBy }}</span> }
                    @else { <span class="bn-soon">{{ 'PURGE.BEFORE' | translate: { day: words.day(each.acknowledgeBy) } }}</span> }
                    @if (each.escalatedAt) { <br /><span class="bn-late">{{ 'PURGE.ESCALATED_ON' | translate: { day: words.brief(each.escalatedAt) } }}</span> }
                  </td>
                </tr>
              }
            </tbody>
          </table>
          </details>
        </section>
      }
    }
  `,
  styles: `
    section { margin: 8px 0; }
    summary { margin: 0 16px; cursor: pointer; }
    p { margin: 4px 16px; }
    .mine { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
    .short { white-space: nowrap; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PurgeWarnings {
  private readonly api = inject(ProcessingsApi);
  protected readonly words = inject(Words);
  readonly campaign = input.required<string>();
  readonly noted = output<undefined>();
  protected readonly told = signal<Warnings | undefined>(undefined);
  protected readonly escalated = computed(() => this.told()?.items.some(({ escalatedAt, acknowledgedAt }) => escalatedAt && !acknowledgedAt) ?? false);
  protected readonly busy = signal(false);
  protected readonly said = signal('');

  constructor() {
    effect(() => {
      const campaign = this.campaign();
      // Who may not see them sees none.
      untracked(() => void firstValueFrom(this.api.warnings(campaign)).then((told) => this.told.set(told), () => this.told.set(undefined)));
    });
  }

  protected async note(): Promise<void> {
    this.busy.set(true);
    this.said.set('');
    await firstValueFrom(this.api.acknowledge(this.campaign())).then(
      (told) => {
        this.told.set(told);
        this.noted.emit(undefined);
      },
      (error: unknown) => this.said.set(this.words.problem(error)),
    );
    this.busy.set(false);
  }
}
