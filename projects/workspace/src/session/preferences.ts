import { inject, Injectable, signal, type WritableSignal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { UserPreferencesService } from '@alfresco/adf-core';
import { HOST } from '../host.js';

type Theme = 'system' | 'light' | 'dark';

/** What a person set for themselves in this browser: theme, language, single keys, sizes of panes. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly adf = inject(UserPreferencesService);
  private readonly host = inject(HOST);

  readonly theme = signal<Theme>((this.read('theme') as Theme | null) ?? 'system');
  readonly singleKeys = signal(this.read('singleKeys') !== 'off');

  constructor() {
    this.dress();
    this.adf.locale$.subscribe((lang) => (this.root.lang = lang));
  }

  setTheme(theme: Theme): void {
    this.theme.set(theme);
    this.write('theme', theme);
    this.dress();
  }

  setSingleKeys(on: boolean): void {
    this.singleKeys.set(on);
    this.write('singleKeys', on ? 'on' : 'off');
  }

  speak(lang: 'fr' | 'en'): void {
    this.adf.locale = lang;
  }

  /** A number that is remembered under `key`. */
  remembered(key: string, otherwise: number): WritableSignal<number> {
    const kept = Number(this.read(key));
    return signal(kept > 0 ? kept : otherwise);
  }

  keep(key: string, value: number): void {
    this.write(key, String(value));
  }

  /** A word that is remembered under `key`. */
  word(key: string): string | undefined {
    return this.read(`word.${key}`) ?? undefined;
  }

  keepWord(key: string, word: string): void {
    this.write(`word.${key}`, word);
  }

  /** In our own application; a host has its looks. */
  private dress(): void {
    if (this.host) return;
    if (this.theme() === 'system') delete this.root.dataset['theme'];
    else this.root.dataset['theme'] = this.theme();
  }

  private read(key: string): string | null {
    return localStorage.getItem(`bannette.${key}`);
  }

  private write(key: string, value: string): void {
    localStorage.setItem(`bannette.${key}`, value);
  }
}
