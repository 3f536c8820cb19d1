import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { injectPlace, PlacePipe } from '../host.js';
import { injectDoing } from '../layout/doing.js';
import { Wait } from '../layout/wait.js';
import { Loaded } from '../list/loaded.js';
import { SortingForm } from './sorting-form.js';
import { SortingSample } from './sorting-sample.js';
import { SortingsApi, type SortingBounds, type SortingPreview } from './sortings-api.js';

/** Begins a sorting; what it would keep is seen before anything is written. */
@Component({
  selector: 'bn-new-sorting-page',
  imports: [PlacePipe, RouterLink, SortingForm, SortingSample, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head"><a [routerLink]="'/sortings' | place">{{ 'SORTINGS.TITLE' | translate }}</a><span aria-hidden="true">›</span><h1>{{ 'SORTINGS.NEW' | translate }}</h1></header>
    <bn-wait [of]="bounds">
      <div class="bn-scroll">
        <p class="text">{{ 'SORTINGS.NEW_TEXT' | translate }}</p>
        @if (bounds.value(); as known) { <bn-sorting-form [bounds]="known" [said]="said()" [busy]="busy()" (saved)="save($event)" (previewed)="preview($event)" (left)="leave()" /> }
        @if (found(); as found) { <bn-sorting-sample [preview]="found" /> }
      </div>
    </bn-wait>
  `,
  styles: `.text { max-width: 800px; margin: 12px 16px 0; color: var(--bn-muted); }`,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewSortingPage {
  private readonly api = inject(SortingsApi);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  protected readonly bounds = new Loaded<SortingBounds>(() => this.api.bounds());
  protected readonly found = signal<SortingPreview | undefined>(undefined);
  private readonly doing = injectDoing();
  protected readonly said = this.doing.said;
  protected readonly busy = this.doing.busy;

  constructor() {
    void this.bounds.load();
  }

  protected async preview(body: object): Promise<void> {
    await this.doing.run(async () => {
      const { title: _title, criterion: _criterion, ...scope } = body as { title: string; criterion: string };
      this.found.set(await firstValueFrom(this.api.preview(scope)));
    });
  }

  protected async save(body: object): Promise<void> {
    await this.doing.run(async () => {
      const { id } = await firstValueFrom(this.api.add(body));
      await this.router.navigate([this.place('/sortings'), id]);
    });
  }

  protected leave(): void {
    void this.router.navigate([this.place('/sortings')]);
  }
}
