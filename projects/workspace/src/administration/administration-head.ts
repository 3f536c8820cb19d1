import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { SettingDraft } from './setting-draft.js';

/** The head of a page of settings: which they are, the version that is in force, and whether they may be changed here. */
@Component({
  selector: 'bn-administration-head',
  imports: [TranslatePipe],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'ADMIN.TITLE' | translate }}</h1>
      <span>{{ 'SETTING.' + of() | translate }}, {{ 'ADMIN.VERSION' | translate: { version: draft().version() } }}</span>
      @if (!editable()) { <span class="bn-quiet">{{ 'ADMIN.READ_ONLY' | translate }}</span> }
    </header>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdministrationHead {
  readonly of = input.required<string>();
  readonly draft = input.required<Pick<SettingDraft<unknown>, 'version'>>();
  readonly editable = input(true);
}
