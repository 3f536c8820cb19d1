import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Beneficiary } from '../api/types.js';
import { nameOf } from '../beneficiaries/names.js';

/** The beneficiaries that documents on the desk are for; of some one may not know. */
@Injectable()
export class DeskPeople {
  private readonly api = inject(Api);
  private readonly found = signal<ReadonlyMap<string, Beneficiary>>(new Map());
  private readonly asked = new Set<string>();
  readonly known = this.found.asReadonly();
  readonly names = computed<ReadonlyMap<string, string>>(() => new Map([...this.found()].map(([id, one]) => [id, nameOf(one)])));

  learn(one: Beneficiary): void {
    this.asked.add(one.id);
    this.found.update((found) => new Map(found).set(one.id, one));
  }

  /** Asks for those that are not known yet. */
  async load(ids: Iterable<string>): Promise<void> {
    for (const id of ids) {
      if (this.asked.has(id)) continue;
      this.asked.add(id);
      const file = await firstValueFrom(this.api.beneficiary(id)).catch(() => undefined);
      if (file) this.learn(file.beneficiary);
    }
  }
}
