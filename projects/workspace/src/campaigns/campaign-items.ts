import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { volume } from '../visas/volume.js';
import { Words } from '../words/words.js';
import { CampaignsApi, type Campaign, type CampaignItem, type ItemFilters } from './campaigns-api.js';

/** Mails of a campaign by their numbers, page by page, with what was found of each. */
@Component({
  selector: 'bn-campaign-items',
  imports: [MatButton, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <h2>{{ heading() }}</h2>
    <bn-wait [of]="pages()" emptyIcon="inbox" [emptyTitle]="'CAMPAIGN.NO_ITEMS' | translate">
      <table class="bn-table">
        <thead>
          <tr><th scope="col">{{ 'CAMPAIGN.MAIL' | translate }}</th><th scope="col">{{ 'CAMPAIGN.SERVICE' | translate }}</th><th scope="col">{{ 'CAMPAIGN.ROW' | translate }}</th><th scope="col">{{ 'CAMPAIGN.DUE' | translate }}</th><th scope="col">{{ 'CAMPAIGN.FOUND' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr>
        </thead>
        <tbody>
          @for (item of pages().items(); track item.kind + item.subject) {
            <tr>
              <td class="short">@if (item.position) { <span class="bn-quiet">{{ item.position }}.</span> } @if (item.readable && item.mailId) { <a [routerLink]="['/mails' | place, item.mailId]">{{ item.chrono }}</a> } @else { {{ item.chrono ?? nameOf(item) }} }</td>
              <td>{{ settings.label(item.service ?? '') }}</td>
              <td class="short">{{ item.row }}@if (item.year) { <br /><span class="bn-quiet">{{ item.year }}</span> }</td>
              <td class="short">{{ words.day(item.due) }}@if (item.agsDue && item.agsDue !== item.due) { <br /><span class="bn-late">{{ 'CAMPAIGN.AGS_SAYS' | translate: { day: words.day(item.agsDue) } }}</span> }</td>
              <td>@if (item.cause) { {{ 'CAMPAIGN.CAUSE.' + item.cause | translate }}@if (detail(item); as more) { <br /><span class="bn-quiet">{{ more }}</span> } } @else { <span class="bn-quiet">{{ words.count('CAMPAIGN.FILES', item.documents) }}@if (item.bytes) {, {{ size(item.bytes) }} }</span> }</td>
              <td class="number">@if (mayTakeOut() && item.verdict === 'destroy') { <button matButton [attr.aria-label]="('CAMPAIGN.TAKE_OUT' | translate) + ' ' + (item.chrono ?? '')" (click)="takeOut(item)">{{ 'CAMPAIGN.TAKE_OUT' | translate }}</button> }</td>
            </tr>
          }
        </tbody>
      </table>
      @if (pages().hasMore()) { <button matButton (click)="pages().loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
    </bn-wait>
  `,
  styles: `:host { display: block; } h2 { margin: 20px 16px 4px; font-size: 15px; } .short { white-space: nowrap; } .number { text-align: right !important; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignItems {
  private readonly api = inject(CampaignsApi);
  private readonly dialog = inject(MatDialog);
  protected readonly words = inject(Words);
  protected readonly settings = inject(SettingsStore);
  readonly campaign = input.required<Campaign>();
  readonly filters = input<ItemFilters>({});
  readonly heading = input('');
  readonly changed = output<Campaign>();
  private readonly id = computed(() => this.campaign().id);
  private readonly wanted = computed(() => JSON.stringify(this.filters()));
  protected readonly mayTakeOut = computed(() => this.campaign().actions.includes('takeOut'));
  protected readonly pages = computed(() => {
    const [id, filters] = [this.id(), JSON.parse(this.wanted()) as ItemFilters];
    return new Pages<CampaignItem>((page) => this.api.items(id, filters, page), ({ kind, subject }) => kind + subject);
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }

  protected readonly size = (bytes: number): string => volume(bytes, this.words.lang());
  protected readonly nameOf = ({ subject }: CampaignItem): string => this.words.text('CAMPAIGN.REGISTER_OF', { day: this.words.day(subject) });

  /** What was found, with its figures, where the cause has more to say. */
  protected detail({ cause, params }: CampaignItem): string {
    const key = `CAMPAIGN.DETAIL.${cause}`;
    const change = `${key}.${params['change'] ?? ''}`;
    const days = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? this.words.day(value) : value === '' ? this.words.text('CAMPAIGN.NO_DAY') : value]));
    return this.words.has(change) ? this.words.text(change, days) : this.words.has(key) ? this.words.text(key, days) : '';
  }

  protected async takeOut(item: CampaignItem): Promise<void> {
    const { CampaignDialog } = await import('./campaign-dialog.js');
    const changed = (await firstValueFrom(this.dialog.open(CampaignDialog, { ...ourDialog, width: '560px', maxWidth: '95vw', data: { campaign: this.campaign(), step: 'takeOut', item } }).afterClosed())) as Campaign | undefined;
    if (!changed) return;
    this.changed.emit(changed);
    await this.pages().load();
  }
}
