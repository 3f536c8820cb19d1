import { inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';

/** Names of the beneficiaries that documents on the desk are for; of some one may not know. */
@Injectable()
export class DeskPeople {
  private readonly api = inject(Api);
  private readonly known = signal<ReadonlyMap<string, string>>(new Map());
  private readonly asked = new Set<string>();
  readonly names = this.known.asReadonly();

  learn(id: string, name: string): void {
    this.asked.add(id);
    this.known.update((known) => new Map(known).set(id, name));
  }

  /** Asks for names that are not known yet. */
  async load(ids: Iterable<string>): Promise<void> {
    for (const id of ids) {
      if (this.asked.has(id)) continue;
      this.asked.add(id);
      const found = await firstValueFrom(this.api.beneficiary(id)).catch(() => undefined);
      if (found) this.learn(id, [found.beneficiary.firstName, found.beneficiary.name].filter(Boolean).join(' '));
    }
  }
}
