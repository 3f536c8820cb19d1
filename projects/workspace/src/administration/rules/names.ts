import { inject, Injectable, signal } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';
import { API_BASE } from '../../api/api.js';

export interface Named {
  readonly id: string;
  readonly label: string;
}
export type Directory = 'correspondents' | 'affairs';
const labelOf = (one: { readonly [name: string]: unknown }): string => [one['number'] ?? one['chrono'], one['name'] ?? one['title'] ?? one['displayName'], one['city']].filter((part) => typeof part === 'string' && part).join(' – ');

/** Names of correspondents and affairs that rules know by their ids; what one may not see keeps its id. */
@Injectable({ providedIn: 'root' })
export class Names {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);
  private readonly known = signal<{ readonly [id: string]: string }>({});
  private readonly asked = new Set<string>();

  of(directory: Directory, id: string): string {
    const found = this.known()[id];
    if (found === undefined && !this.asked.has(id)) {
      this.asked.add(id);
      void firstValueFrom(this.http.get<{ readonly [name: string]: unknown }>(`${this.base}/${directory}/${id}`)).then((one) => this.keep([{ id, label: labelOf(one) || id }]), () => undefined);
    }
    return found ?? `${id.slice(0, 8)}…`;
  }

  async find(directory: Directory, q: string): Promise<readonly Named[]> {
    const { items } = await firstValueFrom(this.http.get<{ items: readonly ({ readonly id: string } & { readonly [name: string]: unknown })[] }>(`${this.base}/${directory}`, { params: { q, limit: 10 } }));
    const found = items.map((one) => ({ id: one.id, label: labelOf(one) || one.id }));
    this.keep(found);
    return found;
  }

  private keep(found: readonly Named[]): void {
    this.known.update((known) => ({ ...known, ...Object.fromEntries(found.map(({ id, label }) => [id, label])) }));
  }
}
