import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { volume } from '../visas/volume.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { Words } from '../words/words.js';
import { ExecutionApi } from './execution-api.js';

/** All that remains of what was eliminated: its number, row and years, digests, campaign and visa. */
@Component({
  selector: 'bn-elimination-page',
  imports: [MatIcon, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head"><h1>{{ title() }}</h1></header>
    <bn-wait [of]="this">
      @if (thing.value(); as one) {
        <div class="bn-scroll">
          <p class="said"><mat-icon aria-hidden="true">delete_forever</mat-icon>{{ 'ELIMINATION.SAID' | translate: { day: words.fullDay(one.destroyedAt.slice(0, 10)), visa: one.visaReference } }}</p>
          <dl class="facts">
            <div><dt>{{ 'ELIMINATIONS.ROW' | translate }}</dt><dd>{{ one.row }} {{ one.rowLabel }}</dd></div>
            @if (one.year) { <div><dt>{{ 'ELIMINATION.YEAR' | translate }}</dt><dd>{{ one.year }}</dd></div> }
            <div><dt>{{ 'ELIMINATION.DUE' | translate }}</dt><dd>{{ words.day(one.due) }}</dd></div>
            @if (one.service) { <div><dt>{{ 'ELIMINATION.SERVICE' | translate }}</dt><dd>{{ one.service }}</dd></div> }
            <div><dt>{{ 'ELIMINATIONS.CAMPAIGN' | translate }}</dt><dd>@if (one.seesCampaign) { <a [routerLink]="['/campaigns' | place, one.campaign.id]">{{ one.campaign.chrono }}</a> } @else { {{ one.campaign.chrono }} }</dd></div>
            @if (one.certifiedAt) { <div><dt>{{ 'ELIMINATION.CERTIFIED' | translate }}</dt><dd>{{ words.brief(one.certifiedAt) }}</dd></div> }
            <div><dt>{{ 'ELIMINATIONS.BACKUPS' | translate }}</dt><dd>{{ words.day(one.backupsUntil) }}</dd></div>
          </dl>
          <p class="bn-quiet text">{{ 'ELIMINATION.STAYS' | translate }}</p>
          @if (one.nodes.length) {
            <h2>{{ 'ELIMINATION.DOCUMENTS' | translate }}</h2>
            <table class="bn-table">
              <thead><tr><th scope="col">{{ 'ELIMINATION.FILE' | translate }}</th><th scope="col">{{ 'ELIMINATION.PART' | translate }}</th><th scope="col" class="number">{{ 'ELIMINATION.SIZE' | translate }}</th><th scope="col">SHA-512</th></tr></thead>
              <tbody>
                @for (node of one.nodes; track node.node) {
                  <tr><td>{{ node.name }}</td><td>{{ 'ELIMINATION.PARTS.' + node.part | translate }}</td><td class="number">{{ size(node.size) }}</td><td><code [title]="node.sha512">{{ node.sha512.slice(0, 24) }}…</code></td></tr>
                }
              </tbody>
            </table>
          }
        </div>
      }
    </bn-wait>
  `,
  styles: `
    .said { display: flex; gap: 8px; align-items: center; margin: 12px 16px; font-weight: 500; }
    .facts { display: flex; flex-wrap: wrap; gap: 8px 40px; margin: 4px 16px 8px; }
    dt { font-size: 12px; color: var(--bn-muted); } dd { margin: 0; font-weight: 500; }
    .text { margin: 8px 16px; max-width: 860px; } h2 { margin: 12px 16px 4px; font-size: 16px; }
    .number { text-align: right !important; } code { font-size: 12px; overflow-wrap: anywhere; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EliminationPage implements Awaited {
  private readonly api = inject(ExecutionApi);
  protected readonly words = inject(Words);
  private readonly route = inject(ActivatedRoute);
  private readonly param = (name: string) => toSignal(this.route.paramMap.pipe(map((params) => params.get(name) ?? '')), { requireSync: true });
  protected readonly kind = this.param('kind');
  protected readonly subject = this.param('subject');
  protected readonly thing = resource({ params: () => ({ kind: this.kind(), subject: this.subject() }), loader: ({ params }) => firstValueFrom(this.api.elimination(params.kind, params.subject)) });
  protected readonly title = computed(() => {
    const one = this.thing.hasValue() ? this.thing.value() : undefined;
    return one?.chrono ?? (this.kind() === 'register' ? this.words.text('ELIMINATIONS.REGISTER', { day: this.words.day(this.subject()) }) : this.words.text('ELIMINATION.TITLE'));
  });
  protected readonly size = (bytes: number): string => volume(bytes, this.words.lang());

  readonly problem = (): Problem | undefined => (this.thing.error() ? toProblem(this.thing.error()) : undefined);
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.thing.error() ? 'failed' : this.thing.hasValue() ? 'ready' : 'loading');
  readonly empty = (): boolean => false;
  load(): Promise<void> {
    this.thing.reload();
    return Promise.resolve();
  }
}
