import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { letterPlaceNames, placesIn, type TemplateSetting } from '@bannette/domain';
import { SessionStore } from '../../session/session.js';
import { Words } from '../../words/words.js';
import type { SettingKind } from '../column.js';
import { DraftRows } from '../draft-rows.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { SettingList } from '../setting-list.js';
import { templatesTable } from '../tables.js';

type Templates = readonly TemplateSetting[];
const none: Templates = [];

/** Models of letters, one at a time: their words, and the places that are filled from the mail they answer. */
@Component({
  selector: 'bn-templates-page',
  imports: [MatButton, MatIcon, SettingFrame, SettingList, SettingVersions, TranslatePipe],
  templateUrl: './templates.page.html',
  styleUrls: ['../sites/sites.page.scss', './templates.page.scss'],
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatesPage {
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly draft = new SettingDraft<Templates>(signal<SettingKind>('templates'), (all) => all?.templates ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  protected readonly table = templatesTable;
  protected readonly places = letterPlaceNames;
  protected readonly rows = new DraftRows(this.draft);
  protected readonly template = this.rows.one;
  protected readonly lines = computed(() => this.draft.data().map(({ code, label, subject }) => ({ title: label || code || this.words.text('TEMPLATE.NEW'), detail: [code, subject].filter(Boolean).join(' – ') })));
  /** Places that nothing fills: a letter of this model could not leave. */
  protected readonly unknown = computed(() => {
    const it = this.template();
    return it ? placesIn(`${it.subject}\n${it.body}`).filter((name) => !letterPlaceNames.includes(name as (typeof letterPlaceNames)[number])) : [];
  });

  protected change(change: Partial<TemplateSetting>): void {
    this.rows.change((template) => ({ ...template, ...change }));
  }

  /** Where the text's cursor stands. */
  protected insert(field: HTMLTextAreaElement, place: string): void {
    field.setRangeText(`{{${place}}}`, field.selectionStart, field.selectionEnd, 'end');
    this.change({ body: field.value });
    field.focus();
  }

  protected add(): void {
    this.rows.add({ code: '', label: '', subject: '', body: '' });
  }
}
