import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { injectDoing } from '../layout/doing.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { ExecutionApi, type UnverifiedEliminations } from './execution-api.js';

/** After a restore: eliminations that only the ledger's folder tells of, and what the records manager has to find for them to be applied again. */
@Component({
  selector: 'bn-unverified-eliminations',
  imports: [MatIcon, TranslatePipe],
  template: `
    @if (doing.said()) { <p class="bn-late" role="alert">{{ doing.said() }}</p> }
    @if (lists().length) {
      <section aria-labelledby="bn-unverified">
        <h2 id="bn-unverified"><mat-icon aria-hidden="true">warning</mat-icon>{{ 'ELIMINATIONS.UNVERIFIED.TITLE' | translate }}</h2>
        <p>{{ 'ELIMINATIONS.UNVERIFIED.WHY' | translate }}</p>
        <ul>
          @for (list of lists(); track list.campaign + list.manifestSha512) {
            <li>
              <strong>{{ list.campaign }}</strong> – {{ words.count('ELIMINATIONS.UNVERIFIED.COUNT', list.count) }}, {{ 'ELIMINATIONS.UNVERIFIED.VISA' | translate: { visa: list.visaReference } }}<br />
              <span class="bn-quiet">{{ 'ELIMINATIONS.UNVERIFIED.LIST' | translate }}</span><br /><code>{{ list.manifestSha512 }}</code>
            </li>
          }
        </ul>
        <p>{{ 'ELIMINATIONS.UNVERIFIED.DO' | translate }}</p>
      </section>
    }
  `,
  styles: `
    section { max-height: 50vh; margin: 8px 16px; padding: 4px 16px; overflow: auto; border: 1px solid var(--bn-line); border-left: 4px solid var(--bn-late); border-radius: 6px; }
    h2 { display: flex; gap: 8px; align-items: center; margin: 8px 0; font-size: 16px; }
    mat-icon { flex: none; color: var(--bn-late); }
    p { max-width: 90ch; margin: 8px 0; }
    code { overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnverifiedEliminationsNotice {
  protected readonly words = inject(Words);
  protected readonly lists = signal<readonly UnverifiedEliminations[]>([]);
  protected readonly doing = injectDoing();

  constructor() {
    const [api, session] = [inject(ExecutionApi), inject(SessionStore)];
    const may = computed(() => session.has('archives') || session.has('dpo'));
    effect(() => {
      if (may()) untracked(() => void this.doing.run(async () => this.lists.set((await firstValueFrom(api.unverified())).items)));
    });
  }
}
