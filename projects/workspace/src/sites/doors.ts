import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import type { Door } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { codeOf } from './door.js';

/** Where the person may say that something came in; who works at several places says it, and it holds until they leave. */
@Injectable({ providedIn: 'root' })
export class Doors {
  private readonly session = inject(SessionStore);
  private readonly words = inject(Words);

  readonly mine = computed(() => this.session.person()?.doors ?? []);
  readonly several = computed(() => this.mine().length > 1);
  /** As the API takes it. */
  readonly chosen = linkedSignal(() => codeOf(this.mine()[0]));
  /** What a request says of it: nothing, where there is one door. */
  readonly said = computed(() => (this.several() ? this.chosen() : undefined));

  nameOf(door: Door): string {
    return door.label ?? door.site ?? this.words.text('SITE.CENTRAL');
  }
}
