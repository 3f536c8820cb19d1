import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import type { Mail } from '../api/types.js';
import { Words } from '../words/words.js';
import { WorkApi, type Note } from './work-api.js';
import { WorkDialogs } from './work-dialogs.js';

const icons: { readonly [visibility in Note['visibility']]: string } = { me: 'lock', service: 'groups', readers: 'public', persons: 'person' };

/** The notes that I may see, each with who else does. */
@Component({
  selector: 'bn-mail-notes',
  imports: [MatIcon, MatIconButton, TranslatePipe],
  template: `
    @for (note of mail().notesList; track note.id) {
      <blockquote>
        {{ note.text }}
        <footer>
          {{ note.author.displayName }}, {{ words.brief(note.at) }}@if (note.changedAt) { ({{ 'WORK.CHANGED_AT' | translate: { at: words.brief(note.changedAt) } }})}
          @if (note.visibility !== 'readers') {
            <span class="seen"><mat-icon>{{ icons[note.visibility] }}</mat-icon>{{ note.seenBy?.length ? ('WORK.SEEN_BY_NAMED' | translate: { names: note.seenBy!.join(', ') }) : ('WORK.VISIBILITY.' + note.visibility | translate) }}</span>
          }
          @if (note.mayChange) {
            <button mat-icon-button [attr.aria-label]="'WORK.CHANGE_NOTE' | translate" [title]="'WORK.CHANGE_NOTE' | translate" (click)="change(note)"><mat-icon>edit</mat-icon></button>
            <button mat-icon-button [attr.aria-label]="'WORK.DELETE_NOTE' | translate" [title]="'WORK.DELETE_NOTE' | translate" (click)="remove(note)"><mat-icon>delete</mat-icon></button>
          }
        </footer>
      </blockquote>
    }
    @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
  `,
  styles: `
    :host { display: block; }
    blockquote { margin: 0 0 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
    footer { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; white-space: normal; color: var(--bn-muted); font-size: 12px; }
    .seen { display: inline-flex; gap: 4px; align-items: center; }
    footer > .seen mat-icon { flex: none; width: 16px; height: 16px; font-size: 16px; }
    button { --mat-icon-button-state-layer-size: 28px; width: 28px; height: 28px; padding: 5px; }
    button mat-icon { width: 18px; height: 18px; font-size: 18px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailNotes {
  private readonly api = inject(WorkApi);
  private readonly dialogs = inject(WorkDialogs);
  private readonly actions = inject(MailActions);
  protected readonly words = inject(Words);
  protected readonly icons = icons;
  protected readonly problem = signal('');
  readonly mail = input.required<Mail>();

  protected async change(note: Note): Promise<void> {
    const after = await this.dialogs.changeNote(this.mail(), note);
    if (after) this.actions.follow('note', after);
  }

  protected async remove(note: Note): Promise<void> {
    this.problem.set('');
    try {
      this.actions.follow('note', await firstValueFrom(this.api.deleteNote(this.mail().id, note.id)));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
  }
}
