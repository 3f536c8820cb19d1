import { inject, Injectable } from '@angular/core';
import type { AskedField, FieldFlaw, FieldValue, CustomField } from '@bannette/domain';
import { Words } from '../words/words.js';

interface Said {
  readonly fr: string;
  readonly en?: string;
}

/** What fields of forms are called, in the language of the page. */
@Injectable({ providedIn: 'root' })
export class FormLabels {
  private readonly words = inject(Words);

  said(said: Said | undefined): string {
    return (this.words.lang() === 'fr' ? said?.fr : said?.en || said?.fr) ?? '';
  }

  of({ field, custom }: Pick<AskedField, 'field' | 'custom'>, kind: string): string {
    if (custom) return this.said(custom.label);
    const own = `ENTRY.FIELD.${field}_${kind}`;
    return this.words.text(this.words.has(own) ? own : `ENTRY.FIELD.${field}`);
  }

  help({ help, custom }: Pick<AskedField, 'help' | 'custom'>): string {
    return this.said(help ?? custom?.help);
  }

  flaw({ code, limit }: FieldFlaw): string {
    return this.words.text(`ENTRY.FLAW.${code}`, { limit: limit ?? 0 });
  }

  /** A value of a custom field in words. */
  value({ type, choices }: CustomField, value: FieldValue): string {
    const choice = (code: string): string => this.said(choices.find((one) => one.code === code)?.label).trim() || code;
    if (Array.isArray(value)) return value.map((code) => choice(String(code))).join(', ');
    if (typeof value === 'object') return (value as { readonly name: string }).name;
    if (type === 'list') return choice(String(value));
    if (type === 'yesNo') return this.words.text(value ? 'ENTRY.YES' : 'ENTRY.NO');
    if (type === 'date') return this.words.day(String(value));
    return typeof value === 'number' ? this.words.number(value) : String(value);
  }
}
