import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { correspondentActions, correspondentRights, mailStates, rightsByRole, type CorrespondentPost, type MailRole, type MailState } from '@bannette/domain';
import { AdministrationNav } from '../administration-nav.js';

/** Who may do what to a mail in which state, role by role: the table that the product goes by, shown and nothing else. */
@Component({
  selector: 'bn-rights-page',
  imports: [AdministrationNav, MatButtonToggleModule, MatIcon, TranslatePipe],
  templateUrl: './rights.page.html',
  styleUrl: './rights.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RightsPage {
  protected readonly roles = rightsByRole().filter(({ lines }) => lines.length);
  protected readonly role = signal<MailRole>('mailRoom');
  protected readonly lines = computed(() => this.roles.find(({ role }) => role === this.role())?.lines ?? []);
  /** Those in which the role may do anything. */
  protected readonly states = computed(() => mailStates.filter((state) => this.lines().some(({ states }) => states.includes(state))));
  protected readonly correspondentActions = correspondentActions;
  protected readonly posts = (Object.keys(correspondentRights) as CorrespondentPost[]).filter((post) => correspondentRights[post].length);

  protected holds(states: readonly MailState[], state: MailState): boolean {
    return states.includes(state);
  }

  protected mayWithCorrespondents(post: CorrespondentPost, action: (typeof correspondentActions)[number]): boolean {
    return correspondentRights[post].includes(action);
  }
}
