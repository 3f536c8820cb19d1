import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { SettingDraft } from './setting-draft.js';

/** What speaks against publishing, why it is done, and the two ways out of what was changed. */
@Component({
  selector: 'bn-publish-bar',
  imports: [MatButton, TranslatePipe],
  template: `
    @let it = draft();
    @if (it.changed()) {
      <footer>
        @if (it.flaws().length) {
          <div role="alert" class="bn-late">
            {{ 'ADMIN.FLAWS' | translate }}
            <ul>
              @for (flaw of it.flaws(); track flaw.path + flaw.value) {
                <li>{{ 'FLAW.' + flaw.code | translate: { path: it.pathText(flaw.path), value: flaw.value } }}</li>
              }
            </ul>
          </div>
        }
        @if (it.refusal(); as refused) {
          <p role="alert" class="bn-late">{{ it.refusalText(refused) }}@if (refused.code === 'staleSettings') { <button matButton="outlined" (click)="it.load()">{{ 'ADMIN.RELOAD' | translate }}</button>}</p>
        }
        <form (submit)="it.publish(); $event.preventDefault()">
          <strong>{{ 'ADMIN.CHANGED' | translate }}</strong>
          <input maxlength="500" required [value]="it.comment()" (input)="it.comment.set($any($event.target).value)" [attr.aria-label]="'ADMIN.COMMENT' | translate" [placeholder]="'ADMIN.COMMENT' | translate" />
          <button matButton type="button" (click)="it.revert()">{{ 'ADMIN.DISCARD' | translate }}</button>
          <button matButton="filled" type="submit" [disabled]="it.busy() || it.flaws().length > 0 || !it.comment().trim()">{{ 'ADMIN.PUBLISH' | translate }}</button>
        </form>
      </footer>
    }
  `,
  styles: `
    footer { padding: 10px 16px; border-top: 1px solid var(--bn-line); background: var(--bn-ground); }
    ul { margin: 2px 0 8px; padding-left: 20px; max-height: 90px; overflow: auto; }
    p { margin: 0 0 8px; }
    form { display: flex; align-items: center; gap: 10px; }
    input { flex: 1; min-width: 120px; height: 34px; padding: 0 10px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: inherit; font: inherit; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishBar {
  protected readonly words = inject(Words);
  readonly draft = input.required<SettingDraft<unknown>>();
}

/** The versions of a kind, newest first, each with its author and reason. */
@Component({
  selector: 'bn-setting-versions',
  imports: [TranslatePipe],
  template: `
    <h2>{{ 'ADMIN.VERSIONS' | translate }}</h2>
    <ol>
      @for (each of draft().versions.value(); track each.version) {
        <li>{{ 'ADMIN.VERSION' | translate: { version: each.version } }} – {{ words.brief(each.publishedAt) }} {{ 'ADMIN.BY' | translate: { name: by(each.publishedBy) } }}@if (each.comment && each.comment !== 'default') { – <i>{{ each.comment }}</i>}</li>
      }
    </ol>
  `,
  styles: `
    h2 { margin: 20px 16px 4px; font-size: 13px; color: var(--bn-muted); }
    ol { margin: 0 16px 24px; padding: 0; list-style: none; color: var(--bn-muted); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingVersions {
  protected readonly words = inject(Words);
  readonly draft = input.required<SettingDraft<unknown>>();
  protected by = (name: string): string => (name === 'system' ? this.words.text('SCHEDULE.INSTALLATION') : name);
}
