import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Wait } from '../layout/wait.js';
import { AdministrationHead } from './administration-head.js';
import { AdministrationNav } from './administration-nav.js';
import type { Row, Table } from './column.js';
import { Comparison } from './comparison.js';
import { PublishBar } from './publish-bar.js';
import type { SettingDraft } from './setting-draft.js';

/** What all pages of settings have in common: head and index; what is changed here, beside what is in force; and the way to publish it. */
@Component({
  selector: 'bn-setting-frame',
  imports: [AdministrationHead, AdministrationNav, Comparison, PublishBar, Wait],
  template: `
    <bn-administration-head [of]="of() || draft().kind()" [draft]="draft()" [editable]="editable()" />
    <bn-wait [of]="draft()">
      <div class="room">
        <bn-administration-nav />
        <div class="work">
          <ng-content />
          @if (table(); as table) {
            @if (draft().changed()) { <bn-comparison [table]="table" [before]="published()" [after]="after() ?? data()" /> }
          }
          <bn-publish-bar [draft]="draft()" />
        </div>
      </div>
    </bn-wait>
  `,
  styles: `
    :host { display: contents; }
    .room { display: grid; grid-template-columns: 176px minmax(0, 1fr); flex: 1; min-height: 0; }
    .work { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingFrame {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a draft of anything: it is only read here, and published as it is
  readonly draft = input.required<SettingDraft<any>>();
  readonly editable = input(true);
  /** Which settings the head names, where a kind is shown in several parts. */
  readonly of = input('');
  /** How rows are compared with those in force; absent: the page itself says what changes. */
  readonly table = input<Table>();
  /** The rows that would be published, where they aren't the draft's as they stand. */
  readonly after = input<readonly Row[]>();

  protected readonly published = computed(() => this.draft().published() as readonly Row[]);
  protected readonly data = computed(() => this.draft().data() as readonly Row[]);
}
