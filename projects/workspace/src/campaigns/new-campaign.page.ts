import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { injectPlace } from '../host.js';
import { injectDoing } from '../layout/doing.js';
import { Wait } from '../layout/wait.js';
import { Loaded } from '../list/loaded.js';
import { CampaignForm } from './campaign-form.js';
import { CampaignsApi, type Bounds } from './campaigns-api.js';

/** Begins a campaign of elimination; nothing is eliminated by it before the archivist's visa. */
@Component({
  selector: 'bn-new-campaign-page',
  imports: [CampaignForm, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head"><h1>{{ 'CAMPAIGN.NEW' | translate }}</h1></header>
    <bn-wait [of]="bounds">
      <div class="bn-scroll">
        <p class="text">{{ 'CAMPAIGN.NEW_TEXT' | translate }}</p>
        @if (bounds.value(); as found) { <bn-campaign-form [bounds]="found" [said]="said()" [busy]="busy()" (saved)="save($event)" (left)="leave()" /> }
      </div>
    </bn-wait>
  `,
  styles: `.text { max-width: 800px; margin: 12px 16px 0; color: var(--bn-muted); }`,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewCampaignPage {
  private readonly api = inject(CampaignsApi);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  protected readonly bounds = new Loaded<Bounds>(() => this.api.bounds());
  private readonly doing = injectDoing();
  protected readonly said = this.doing.said;
  protected readonly busy = this.doing.busy;

  constructor() {
    void this.bounds.load();
  }

  protected async save(body: object): Promise<void> {
    await this.doing.run(async () => {
      const { id } = await firstValueFrom(this.api.add(body));
      await this.router.navigate([this.place('/campaigns'), id]);
    });
  }

  protected leave(): void {
    void this.router.navigate([this.place('/campaigns')]);
  }
}
