import { ChangeDetectionStrategy, Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { Words } from '../words/words.js';
import { PaperVisaDialog, type PaperVisaData } from './paper-visa-dialog.js';
import { VisasApi, type BordereauLine, type CampaignVisa } from './visas-api.js';

/** The visa of a campaign, for the people of the house; the records manager copies one that came on paper. */
@Component({
  selector: 'bn-campaign-visa',
  imports: [MatButton, MatIcon, TranslatePipe, Wait],
  template: `
    <bn-wait [of]="this">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'CAMPAIGN_VISA.TITLE' | translate">
        @if (visa()?.given; as given) {
          <dl>
            <div><dt>{{ 'CAMPAIGN_VISA.HOW' | translate }}</dt><dd>{{ 'CAMPAIGN_VISA.' + (given.how === 'paper' ? 'ON_PAPER' : 'ONLINE') | translate }}</dd></div>
            <div><dt>{{ 'VISAS.GIVEN_BY' | translate }}</dt><dd>{{ given.by }}</dd></div>
            <div><dt>{{ 'VISAS.ON' | translate }}</dt><dd>{{ words.day(given.on) }}</dd></div>
            <div><dt>{{ 'VISAS.REFERENCE' | translate }}</dt><dd>{{ given.reference }}</dd></div>
            <div><dt>{{ 'CAMPAIGN_VISA.RECORDED' | translate }}</dt><dd>{{ given.recordedBy }}, {{ words.brief(given.recordedAt) }}</dd></div>
            <div><dt>{{ 'CAMPAIGN_VISA.LINES' | translate }}</dt><dd>{{ words.count('VISAS.GRANTED_LINES', given.granted) }}, {{ words.count('VISAS.REFUSED_LINES', given.refused) }}</dd></div>
            @if (given.coolingUntil) { <div><dt>{{ 'VISAS.COOLING' | translate }}</dt><dd>{{ words.moment(given.coolingUntil) }}</dd></div> }
          </dl>
          @if (given.file; as file) { <p><button matButton="outlined" (click)="download(file)"><mat-icon>download</mat-icon>{{ 'VISAS.FILE.visa' | translate }}</button></p> }
          @if (given.how === 'paper') {
            @for (signature of given.signatures; track $index) {
              <p [class.bn-late]="!signature.valid"><mat-icon aria-hidden="true">{{ signature.valid ? 'verified' : 'gpp_bad' }}</mat-icon> {{ (signature.valid ? 'CAMPAIGN_VISA.SIGNED' : 'CAMPAIGN_VISA.BAD_SIGNATURE') | translate: { subject: signature.subject || '?' } }}@if (signature.valid && !signature.coversAll) { {{ 'CAMPAIGN_VISA.ADDED' | translate }} }@if (signature.timestamped) { {{ 'CAMPAIGN_VISA.STAMPED' | translate }} }</p>
            } @empty { <p class="bn-quiet">{{ 'CAMPAIGN_VISA.SCAN' | translate }}</p> }
          }
        } @else if (visa()?.submittedAt; as at) {
          <p>{{ 'CAMPAIGN_VISA.WAITS' | translate: { at: words.brief(at) } }}</p>
          @if (mayRecord()) { <p><button matButton="filled" (click)="record()">{{ 'CAMPAIGN_VISA.RECORD' | translate }}</button></p> }
        } @else { <p>{{ 'CAMPAIGN_VISA.NOT_SENT' | translate }}</p> }
        @if (visa()?.given && lines().length) {
          <table class="bn-table">
            <thead><tr><th scope="col">{{ 'VISAS.LINES' | translate }}</th><th scope="col">{{ 'CAMPAIGN_VISA.SERVICE' | translate }}</th><th scope="col">{{ 'CAMPAIGN_VISA.ROW' | translate }}</th><th scope="col">{{ 'VISAS.STATE' | translate }}</th></tr></thead>
            <tbody>
              @for (line of lines(); track line.line) {
                <tr><td>{{ line.line }}</td><td>{{ line.serviceLabel }}</td><td>{{ line.row }} {{ line.rowLabel }}, {{ line.year }}</td><td [class.bn-late]="line.visa === 'refused'">{{ 'VISAS.' + (line.visa === 'granted' ? 'GRANTED' : 'REFUSED') | translate }}@if (line.visaReason) { : {{ line.visaReason }} }</td></tr>
              }
            </tbody>
          </table>
        }
        @if (said()) { <p class="bn-late" role="alert">{{ said() }}</p> }
      </div>
    </bn-wait>
  `,
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    dl { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 12px 16px; }
    dt { font-size: 11.5px; color: var(--bn-muted); }
    dd { margin: 0; overflow-wrap: anywhere; }
    p { margin: 12px 16px; }
    p mat-icon { width: 18px; height: 18px; font-size: 18px; vertical-align: text-bottom; }
    bn-wait { display: contents; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignVisaTab implements Awaited {
  private readonly api = inject(VisasApi);
  private readonly dialog = inject(MatDialog);
  protected readonly words = inject(Words);
  readonly campaign = input.required<{ readonly id: string; readonly chrono: string; readonly revision: number; readonly state: string; readonly actions: readonly string[] }>();
  /** The campaign has moved on. */
  readonly changed = output();
  protected readonly visa = signal<CampaignVisa | undefined>(undefined);
  protected readonly lines = signal<readonly BordereauLine[]>([]);
  protected readonly said = signal('');
  private readonly wrong = signal<Problem | undefined>(undefined);

  readonly problem = this.wrong.asReadonly();
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.wrong() ? 'failed' : this.visa() ? 'ready' : 'loading');
  readonly empty = (): boolean => false;
  protected readonly mayRecord = (): boolean => this.campaign().actions.includes('recordVisa');

  constructor() {
    effect(() => {
      this.campaign();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    const { id } = this.campaign();
    this.wrong.set(undefined);
    try {
      const [visa, { items }] = await Promise.all([firstValueFrom(this.api.campaignVisa(id)), firstValueFrom(this.api.lines(id))]);
      this.visa.set(visa);
      this.lines.set(items);
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected record(): void {
    const { id, chrono, revision } = this.campaign();
    const data: PaperVisaData = { id, chrono, revision, lines: this.lines(), printedDigest: this.visa()?.printedDigest ?? '' };
    this.dialog.open<PaperVisaDialog, PaperVisaData, boolean>(PaperVisaDialog, { ...ourDialog, data, width: '640px' }).afterClosed().subscribe((done) => done && this.changed.emit());
  }

  protected async download(file: string): Promise<void> {
    try {
      keep(await firstValueFrom(this.api.campaignFile(this.campaign().id, file)), `visa-${this.campaign().chrono}.pdf`);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }
}
