import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { map } from 'rxjs';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { idOf, isEditable, type Row, type Table } from './column.js';
import { PatternTest } from './pattern-test.js';
import { SettingVersions } from './publish-bar.js';
import { SettingDraft } from './setting-draft.js';
import { SettingFrame } from './setting-frame.js';
import { SettingsTable } from './settings-table.js';
import { tables } from './tables.js';

const none: readonly Row[] = [];

/** What the authority decides for itself: read by kind, changed as a whole, published as a new version with its reason. */
@Component({
  selector: 'bn-administration-page',
  imports: [MatButton, MatIcon, PatternTest, SettingFrame, SettingVersions, SettingsTable, TranslatePipe],
  templateUrl: './administration.page.html',
  styleUrl: './administration.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdministrationPage {
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);

  private readonly kind = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('kind') ?? 'services')), { requireSync: true });
  protected readonly table = computed<Table>(() => tables.find((table) => idOf(table) === this.kind()) ?? tables[0]!);
  protected readonly id = computed(() => idOf(this.table()));
  protected readonly editable = computed(() => isEditable(this.table()) && this.session.has('administration'));
  protected readonly draft = new SettingDraft<readonly Row[]>(
    computed(() => this.table().kind),
    (all) => (all ? this.table().rows(all) : none),
    { write: (all, rows) => this.table().write?.(all, rows) ?? rows },
  );

  protected add(): void {
    const { blank } = this.table();
    if (blank) this.draft.data.update((rows) => [...rows, blank]);
  }
}
