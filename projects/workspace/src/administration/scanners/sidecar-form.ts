import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { batchFields, rowFields, sidecarDates, sidecarDelimiters, sidecarEncodings, sidecarFormats, sidecarSetting, type SidecarSetting } from '@bannette/domain';
import { Api } from '../../api/api.js';
import type { SidecarFacts } from '../../api/types.js';
import { Words } from '../../words/words.js';

/** What is where in the file that scanner software puts beside a scan; a sample shows at once what is read. */
@Component({
  selector: 'bn-sidecar-form',
  imports: [MatButton, MatCheckbox, MatIcon, TranslatePipe],
  templateUrl: './sidecar-form.html',
  styleUrl: './scanners.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SidecarForm {
  private readonly api = inject(Api);
  protected readonly words = inject(Words);
  readonly mapping = input.required<SidecarSetting>();
  readonly flaws = input.required<ReadonlyMap<string, string>>();
  readonly editable = input(false);
  readonly mappingChange = output<SidecarSetting>();

  protected readonly formats = sidecarFormats;
  protected readonly encodings = sidecarEncodings;
  protected readonly dates = sidecarDates;
  protected readonly delimiters = sidecarDelimiters;
  protected readonly batchFields = batchFields;
  protected readonly rowFields = rowFields;
  protected readonly isIndex = computed(() => !/\{(name|file)\}/.test(this.mapping().name));

  protected readonly sample = signal<{ readonly name: string; readonly base64: string } | undefined>(undefined);
  protected readonly result = signal<SidecarFacts | undefined>(undefined);
  protected readonly wrong = signal('');
  protected readonly busy = signal(false);
  protected readonly read = computed(() => Object.entries(this.result()?.fields ?? {}));

  protected change(change: Partial<SidecarSetting>): void {
    this.mappingChange.emit({ ...this.mapping(), ...change });
    this.result.set(undefined);
  }

  protected setField(which: 'fields' | 'rowFields', field: string, text: string): void {
    const { [field]: _, ...others } = this.mapping()[which] as { [name: string]: string };
    this.change({ [which]: text.trim() ? { ...others, [field]: text.trim() } : others });
  }

  protected at(which: 'fields' | 'rowFields', field: string): string {
    return (this.mapping()[which] as { readonly [name: string]: string })[field] ?? '';
  }

  protected flaw(path: string): string | undefined {
    const code = this.flaws().get(`sidecar.${path}`);
    return code === undefined ? undefined : this.words.text(`FLAW_AT.${code}`);
  }

  protected async load(file: File | undefined): Promise<void> {
    if (file) await this.take(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  protected async paste(text: string): Promise<void> {
    if (text.trim()) await this.take(this.words.text('SIDECAR.PASTED'), new TextEncoder().encode(text));
  }

  private async take(name: string, bytes: Uint8Array): Promise<void> {
    if (bytes.length > 4 * 1024 ** 2) return this.wrong.set(this.words.text('BATCH_NOTE.sidecarTooLarge', { maxMiB: 4 }));
    let binary = '';
    for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    this.sample.set({ name, base64: btoa(binary) });
    await this.test();
  }

  protected async test(): Promise<void> {
    const sample = this.sample();
    if (!sample || this.busy()) return;
    this.wrong.set('');
    this.result.set(undefined);
    if (!sidecarSetting.safeParse(this.mapping()).success) return this.wrong.set(this.words.text('SIDECAR.NOT_YET'));
    this.busy.set(true);
    try {
      this.result.set(await firstValueFrom(this.api.trySidecar(this.mapping(), sample.base64)));
    } catch (error) {
      this.wrong.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  protected flawWords({ flaw }: SidecarFacts): string {
    return flaw ? this.words.text(`BATCH_NOTE.${flaw.code}`, flaw.params) : '';
  }

  protected rowWords(row: SidecarFacts['rows'][number]): string {
    return rowFields.flatMap((field) => (row[field] === undefined ? [] : [`${this.words.text(`SIDECAR.ROW_FIELD.${field}`)}${this.words.text('GENERAL.COLON')}${row[field]}`])).join(this.words.text('GENERAL.SEMICOLON'));
  }

  protected fieldWords(field: string): string {
    const key = `SIDECAR.FIELD.${field}`;
    return this.words.text(this.words.has(key) ? key : `SIDECAR.ROW_FIELD.${field}`);
  }
}
