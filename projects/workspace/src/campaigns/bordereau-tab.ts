import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { ourDialog } from '../layout/dialogs.js';
import { keep } from '../reading/keep.js';
import { Words } from '../words/words.js';
import { CampaignsApi, type Campaign, type CampaignFile } from './campaigns-api.js';

/** The bordereau d'élimination: its manifest, the signatures of the heads of the producing services, and its files. */
@Component({
  selector: 'bn-bordereau-tab',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `
    <div class="bn-scroll pad">
      @if (campaign().manifestSha512; as digest) {
        <section>
          <h2>{{ 'CAMPAIGN.MANIFEST' | translate }}</h2>
          <p class="bn-quiet">{{ 'CAMPAIGN.MANIFEST_TEXT' | translate }}</p>
          <code>{{ digest }}</code>
          <p>{{ campaign().timestamp ? ('CAMPAIGN.STAMPED' | translate: { day: words.moment(campaign().timestamp?.at ?? ''), authority: campaign().timestamp?.authority }) : ('CAMPAIGN.UNSTAMPED' | translate) }}</p>
        </section>
        <section>
          <h2>{{ 'CAMPAIGN.SIGNATURES' | translate }}</h2>
          <ul>
            @for (one of campaign().signatures; track one.service) {
              <li>
                <mat-icon aria-hidden="true" [class.done]="one.by">{{ one.by ? 'check_circle' : 'radio_button_unchecked' }}</mat-icon>
                <span>{{ one.label }}<br /><span class="bn-quiet">{{ one.by && one.at ? ('CAMPAIGN.SIGNED' | translate: { name: one.by.displayName, day: words.moment(one.at) }) : ('CAMPAIGN.UNSIGNED' | translate) }}@if (one.capacity === 'delegate') { <br />{{ 'CAMPAIGN.SIGNATORY.DELEGATE' | translate: { name: one.replaces } }} } @else if (one.above) { <br />{{ (one.by ? 'CAMPAIGN.SIGNATORY.SIGNED_ABOVE' : 'CAMPAIGN.SIGNATORY.ABOVE') | translate: { service: one.above } }} }@if (one.named; as named) { <br />{{ 'CAMPAIGN.SIGNATORY.NAMED' | translate: { name: named.person.displayName, by: named.by.displayName, reason: named.reason } }} }</span></span>
                @if (one.nameable) { <button matButton [disabled]="busy()" [attr.aria-label]="('CAMPAIGN.SIGNATORY.NAME' | translate) + ' ' + one.label" (click)="name(one.service, one.label)">{{ 'CAMPAIGN.SIGNATORY.NAME' | translate }}</button> }
                @if (one.yours) { <button matButton="filled" [disabled]="busy()" (click)="sign(one.service)"><mat-icon>draw</mat-icon>{{ 'CAMPAIGN.SIGN' | translate }}</button> }
              </li>
            }
          </ul>
        </section>
        <section>
          <h2>{{ 'CAMPAIGN.DOCUMENTS' | translate }}</h2>
          <ul>
            @if (!kept()) {
              <li><mat-icon aria-hidden="true">picture_as_pdf</mat-icon><span>{{ 'CAMPAIGN.DRAFT_BORDEREAU' | translate }}</span><button matButton [disabled]="busy()" (click)="draft('pdf')">PDF</button><button matButton [disabled]="busy()" (click)="draft('csv')">CSV</button></li>
            }
            @for (file of campaign().files; track file.id) {
              <li><mat-icon aria-hidden="true">description</mat-icon><span>{{ 'CAMPAIGN.FILE.' + file.kind | translate }}<br /><span class="bn-quiet">{{ file.name }}, {{ words.brief(file.addedAt) }}, SHA-256 {{ file.sha256.slice(0, 16) }}…</span></span><button matButton [disabled]="busy()" [attr.aria-label]="('CAMPAIGN.DOWNLOAD' | translate) + ' ' + file.name" (click)="download(file)">{{ 'CAMPAIGN.DOWNLOAD' | translate }}</button></li>
            }
          </ul>
        </section>
      } @else {
        <p class="bn-first-words">{{ 'CAMPAIGN.NOT_FROZEN' | translate }}</p>
      }
    </div>
  `,
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    .pad { padding: 4px 16px 24px; }
    section { max-width: 860px; }
    h2 { margin: 16px 0 4px; font-size: 15px; }
    p { margin: 4px 0; }
    code { display: block; padding: 8px; border: 1px solid var(--bn-line); border-radius: 4px; font-size: 12px; overflow-wrap: anywhere; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { display: flex; gap: 8px; align-items: center; padding: 6px 0; border-bottom: 1px solid color-mix(in srgb, var(--bn-line) 55%, transparent); }
    li > span { flex: 1; overflow-wrap: anywhere; }
    li > mat-icon { flex: none; color: var(--bn-muted); } .done { color: var(--mat-sys-primary) !important; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BordereauTab {
  private readonly api = inject(CampaignsApi);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = inject(Words);
  readonly campaign = input.required<Campaign>();
  readonly changed = output<Campaign>();
  protected readonly busy = signal(false);
  protected readonly kept = computed(() => this.campaign().files.some(({ kind }) => kind === 'bordereauPdf'));

  protected sign(service: string): Promise<void> {
    return this.asking(this.api.act(this.campaign().id, 'sign', { service, manifestSha512: this.campaign().manifestSha512 }), (campaign) => this.changed.emit(campaign));
  }
  protected async name(service: string, label: string): Promise<void> {
    const { SignatoryDialog } = await import('./signatory-dialog.js');
    const changed = (await firstValueFrom(this.dialog.open(SignatoryDialog, { ...ourDialog, width: '520px', maxWidth: '95vw', data: { campaign: this.campaign(), service, label } }).afterClosed())) as Campaign | undefined;
    if (changed) this.changed.emit(changed);
  }
  protected draft(form: 'pdf' | 'csv'): Promise<void> {
    return this.asking(this.api.bordereau(this.campaign().id, form), (blob) => keep(blob, `${this.campaign().chrono}-bordereau-projet.${form}`));
  }
  protected download(file: CampaignFile): Promise<void> {
    return this.asking(this.api.file(this.campaign().id, file.id), (blob) => keep(blob, file.name));
  }

  private async asking<T>(what: Observable<T>, done: (answer: T) => void): Promise<void> {
    this.busy.set(true);
    try {
      done(await firstValueFrom(what));
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(false);
  }
}
