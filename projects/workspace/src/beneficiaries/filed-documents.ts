import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { Api } from '../api/api.js';
import type { FiledDocument } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { nameOf } from './names.js';

/** Documents of a nature, of a beneficiary, or both: the newest first, each with the mail that it came with. */
@Component({
  selector: 'bn-filed-documents',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <bn-wait [of]="pages()" emptyIcon="folder_open" [emptyTitle]="empty()" [emptyText]="emptyText()">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'BENEFICIARY.DATE' | translate }}</th><th scope="col">{{ 'NATURE.LABEL' | translate }}</th><th scope="col">{{ 'BENEFICIARY.SUBJECT' | translate }}</th><th scope="col">{{ 'BENEFICIARY.CHRONO' | translate }}</th></tr></thead>
          <tbody>
            @for (document of pages().items(); track document.id) {
              <tr>
                <td class="short">{{ words.day(document.mail.receivedAt) }}</td>
                <td>{{ natureOf(document) || ('NATURE.NONE' | translate) }}<br /><span class="bn-quiet">{{ words.count('QUALIFY.PAGES', document.pages) }}</span></td>
                <td>
                  <a [routerLink]="['/mails' | place, document.mail.id]" [queryParams]="{ document: document.id }">{{ document.mail.subject ?? ('LIST.NO_SUBJECT' | translate) }}</a>
                  @if (others(document); as names) { <br /><span class="bn-quiet">{{ beneficiary() ? ('BENEFICIARY.WITH' | translate: { names }) : names }}</span> }
                </td>
                <td class="short">{{ document.mail.chrono ?? ('LIST.NO_CHRONO' | translate) }}@if (document.mail.confidentiality > 1) { <mat-icon class="lock" [attr.aria-label]="'CONFIDENTIALITY.' + document.mail.confidentiality | translate" [title]="'CONFIDENTIALITY.' + document.mail.confidentiality | translate">lock</mat-icon> }<br /><span class="bn-quiet">{{ settings.label(document.mail.service) }}</span></td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages().hasMore()) { <button matButton (click)="pages().loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-width: 0; min-height: 0; }
    .short { white-space: nowrap; }
    .lock { width: 15px; height: 15px; font-size: 15px; vertical-align: -2px; }
    td { overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FiledDocuments {
  private readonly api = inject(Api);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  readonly beneficiary = input<string>();
  readonly nature = input('');
  readonly q = input('');
  readonly empty = input('');
  readonly emptyText = input('');

  protected readonly pages = computed(() => {
    const asked = { beneficiary: this.beneficiary(), nature: this.nature() || undefined, q: this.q() || undefined };
    return new Pages<FiledDocument>((page) => this.api.filedDocuments({ ...page, ...asked }), ({ id }) => id);
  });

  constructor() {
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }

  protected natureOf({ nature }: FiledDocument): string {
    return nature ? (this.settings.all()?.thesaurus.find(({ code }) => code === nature)?.label ?? nature) : '';
  }

  protected others({ beneficiaries }: FiledDocument): string {
    return beneficiaries.filter(({ id }) => id !== this.beneficiary()).map(nameOf).join(', ');
  }
}
