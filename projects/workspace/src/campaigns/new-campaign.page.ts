import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { injectPlace } from '../host.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { Words } from '../words/words.js';
import { CampaignForm } from './campaign-form.js';
import { CampaignsApi, type Bounds } from './campaigns-api.js';

/** Begins a campaign of elimination; nothing is eliminated by it before the archivist's visa. */
@Component({
  selector: 'bn-new-campaign-page',
  imports: [CampaignForm, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head"><h1>{{ 'CAMPAIGN.NEW' | translate }}</h1></header>
    <bn-wait [of]="this">
      <div class="bn-scroll">
        <p class="text">{{ 'CAMPAIGN.NEW_TEXT' | translate }}</p>
        @if (bounds(); as bounds) { <bn-campaign-form [bounds]="bounds" [said]="said()" [busy]="busy()" (saved)="save($event)" (left)="leave()" /> }
      </div>
    </bn-wait>
  `,
  styles: `.text { max-width: 800px; margin: 12px 16px 0; color: var(--bn-muted); }`,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewCampaignPage implements Awaited {
  private readonly api = inject(CampaignsApi);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly place = injectPlace();
  protected readonly bounds = signal<Bounds | undefined>(undefined);
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  private readonly wrong = signal<Problem | undefined>(undefined);
  readonly problem = this.wrong.asReadonly();
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.wrong() ? 'failed' : this.bounds() ? 'ready' : 'loading');
  readonly empty = (): boolean => false;

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    try {
      this.bounds.set(await firstValueFrom(this.api.bounds()));
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected async save(body: object): Promise<void> {
    this.busy.set(true);
    this.said.set('');
    try {
      const { id } = await firstValueFrom(this.api.add(body));
      await this.router.navigate([this.place('/campaigns'), id]);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  protected leave(): void {
    void this.router.navigate([this.place('/campaigns')]);
  }
}
