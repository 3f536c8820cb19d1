import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { injectPlace } from '../host.js';

/** The way from a mail that waits to be qualified to the page desk, and back. */
@Component({
  selector: 'bn-open-desk',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `<button matButton type="button" [disabled]="busy()" (click)="open()"><mat-icon>view_module</mat-icon>{{ 'DESK.OPEN' | translate }}</button>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenDesk {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  readonly mail = input.required<string>();
  readonly refused = output<unknown>();
  protected readonly busy = signal(false);

  protected async open(): Promise<void> {
    const mail = this.mail();
    this.busy.set(true);
    try {
      const { batch } = await firstValueFrom(this.api.openDesk(mail));
      await this.router.navigate([this.place('/batches'), batch], { queryParams: { mail } });
    } catch (error) {
      this.refused.emit(error);
    }
    this.busy.set(false);
  }
}
