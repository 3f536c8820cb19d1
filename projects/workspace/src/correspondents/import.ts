import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { chosenText } from '../files/chosen-text.js';
import { PlacePipe } from '../host.js';
import { Words } from '../words/words.js';
import { CorrespondentsApi, type Imported } from './correspondents-api.js';

/** Takes correspondents over from a file: first what would become of each line, then, once somebody agrees, for good. */
@Component({
  selector: 'bn-correspondent-import',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    <div class="bn-scroll">
      <div class="bar">
        <button matButton="outlined" type="button" [disabled]="busy()" (click)="file.click()"><mat-icon>upload_file</mat-icon>{{ 'CORRESPONDENT.CHOOSE' | translate }}</button>
        <input #file type="file" hidden accept=".csv,.txt,.vcf,text/csv,text/vcard" (change)="choose(file)" />
        <span class="bn-quiet">{{ name() || ('CORRESPONDENT.IMPORT_HINT' | translate) }}</span>
      </div>
      @if (problem()) { <p class="bn-late bar" role="alert">{{ problem() }}</p> }
      @if (result(); as it) {
        <p class="bar" role="status">
          {{ (it.dryRun ? 'CORRESPONDENT.WOULD' : 'CORRESPONDENT.DONE') | translate: { added: it.added, known: it.known, refused: it.refused } }}
          @if (it.dryRun && it.added) { <button matButton="filled" type="button" [disabled]="busy()" (click)="run(false)">{{ words.count('CORRESPONDENT.IMPORT_NOW', it.added) }}</button> }
        </p>
        @if (it.lines.length) {
          <table class="bn-table">
            <thead><tr><th scope="col">{{ 'CORRESPONDENT.LINE' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.NAME' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.WHY' | translate }}</th></tr></thead>
            <tbody>
              @for (line of it.lines; track line.line) {
                <tr>
                  <td>{{ line.line }}</td><td>{{ line.name }}</td>
                  <td>@if (line.like; as like) { {{ 'CORRESPONDENT.OUTCOME.KNOWN_AS' | translate }} <a [routerLink]="['/correspondents' | place, like.id]">{{ like.name }}</a> } @else { {{ whyOf(line) }} }</td>
                </tr>
              }
            </tbody>
          </table>
        }
      }
    </div>
  `,
  styles: `:host { display: flex; flex: 1; flex-direction: column; min-height: 0; } .bar { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin: 12px 16px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrespondentImport {
  private readonly api = inject(CorrespondentsApi);
  protected readonly words = inject(Words);
  protected readonly busy = signal(false);
  protected readonly name = signal('');
  protected readonly problem = signal('');
  protected readonly result = signal<Imported | undefined>(undefined);
  private text = '';

  protected async choose(input: HTMLInputElement): Promise<void> {
    const file = await chosenText(input);
    if (!file) return;
    this.name.set(file.name);
    this.text = file.text;
    await this.run(true);
  }

  protected async run(dryRun: boolean): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    try {
      this.result.set(await firstValueFrom(this.api.importFile({ format: /BEGIN:VCARD/i.test(this.text.slice(0, 1000)) ? 'vcard' : 'csv', text: this.text, dryRun })));
    } catch (error) {
      this.result.set(undefined);
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  protected whyOf({ outcome, flaw = '' }: Imported['lines'][number]): string {
    const key = `CORRESPONDENT.FLAW.${flaw.replace('.', '_')}`;
    return outcome === 'known' ? this.words.text('CORRESPONDENT.OUTCOME.twice') : this.words.text(this.words.has(key) ? key : 'CORRESPONDENT.FLAW.invalid');
  }
}
