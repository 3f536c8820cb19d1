import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { formsOf, type FormsSetting, type Settings as AllSettings } from '@bannette/domain';
import type { Settings } from '../api/types.js';

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
    const named = [...(settings?.services ?? []), ...(settings?.types ?? []), ...(settings?.compartments ?? []), ...(settings?.sites ?? []), ...(settings?.thesaurus ?? [])].map((entry) => [entry.code, entry.label] as const);
    const trays = (settings?.trays ?? []).map((tray) => [tray.id, tray.label] as const);
    return new Map<string, string>([...named, ...trays]);
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

  /** The label of a service, a type or a tray. */
  label(code: string | undefined): string {
    return code ? (this.labels().get(code) ?? code) : '';
  }
}
