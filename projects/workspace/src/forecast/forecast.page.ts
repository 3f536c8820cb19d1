import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { map } from 'rxjs';
import { Api } from '../api/api.js';
import type { MailAtRisk, ServiceForecast } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { Words } from '../words/words.js';
import { ForecastChart } from './forecast-chart.js';

/** What will be late before it is: each service's days to come, what would help, and the mails at risk. */
@Component({
  selector: 'bn-forecast-page',
  imports: [ForecastChart, MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './forecast.page.html',
  styleUrl: './forecast.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForecastPage {
  private readonly api = inject(Api);
  protected readonly words = inject(Words);
  protected readonly services = new Pages<ServiceForecast>(() => this.api.forecasts().pipe(map(({ items }) => ({ items }))), ({ service }) => service);
  protected readonly chosen = linkedSignal<readonly ServiceForecast[], string | undefined>({ source: () => this.services.items(), computation: (items, before) => items.find(({ service }) => service === before?.value)?.service ?? items[0]?.service });
  protected readonly forecast = computed(() => this.services.items().find(({ service }) => service === this.chosen()));
  protected readonly mails = computed(() => {
    const service = this.chosen();
    return service ? new Pages<MailAtRisk>((page) => this.api.mailsAtRisk(service, page), ({ mail }) => mail.id) : undefined;
  });

  constructor() {
    void this.services.load();
    effect(() => {
      const mails = this.mails();
      untracked(() => void mails?.load());
    });
  }

  protected atRisk({ late }: ServiceForecast): number {
    return late.at(-1)?.late ?? 0;
  }

  protected percent(share: number): string {
    return new Intl.NumberFormat(this.words.lang(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
  }

  protected number(value: number): string {
    return new Intl.NumberFormat(this.words.lang(), { maximumFractionDigits: 1 }).format(value);
  }

  protected shareOf({ late, due }: ServiceForecast['late'][number]): string {
    return due ? this.percent(late / due) : '–';
  }
}
