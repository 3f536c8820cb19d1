import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { formsOf, type FormsSetting, type Settings as AllSettings } from '@bannette/domain';
import type { Settings } from '../api/types.js';

/** What of the settings has a code and a label. */
export type Labelled = 'service' | 'tray' | 'type' | 'site' | 'compartment' | 'term';

/** The authority's settings, read once; labels fall back on codes until they are there. */
@Injectable({ providedIn: 'root' })
export class SettingsStore {
  private readonly api = inject(Api);
  private readonly current = signal<Settings | undefined>(undefined);
  private asked?: Promise<void>;

  readonly all = computed(() => this.current()?.settings);
  /** Forms as they are asked: lists that are a branch of the thesaurus have its terms. */
  readonly forms = computed((): FormsSetting | undefined => {
    const all = this.all() as unknown as Pick<AllSettings, 'forms' | 'thesaurus'> | undefined;
    return all?.forms && formsOf(all);
  });
  /** Services that mail can be sent to. */
  readonly services = computed(() => (this.all()?.services ?? []).filter(({ retired }) => !retired));
  readonly versions = computed(() => this.current()?.versions ?? {});
  private readonly labels = computed(() => {
    const settings = this.all();
    const maps: { readonly [kind in Labelled]: ReadonlyMap<string, string> } = {
      service: named(settings?.services),
      tray: new Map(settings?.trays?.map(({ id, label }) => [id, label])),
      type: named(settings?.types),
      site: named(settings?.sites),
      compartment: named(settings?.compartments),
      term: named(settings?.thesaurus),
    };
    return maps;
  });

  /** Reads the settings if they were not; never fails, since every page can do without labels. */
  load(): Promise<void> {
    return (this.asked ??= this.read().catch(() => {
      this.asked = undefined;
    }));
  }

  async read(): Promise<void> {
    this.current.set(await firstValueFrom(this.api.settings()));
  }

  /** What a code stands for; without its kind, the first kind that has it: a service and a secrecy may well bear the same. */
  label(code: string | undefined, kind?: Labelled): string {
    if (!code) return '';
    const maps = kind ? [this.labels()[kind]] : Object.values(this.labels());
    return maps.find((map) => map.has(code))?.get(code) ?? code;
  }
}

const named = (entries: readonly { readonly code: string; readonly label: string }[] = []): ReadonlyMap<string, string> => new Map(entries.map(({ code, label }) => [code, label]));
