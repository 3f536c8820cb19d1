import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { map } from 'rxjs';
import { ReadingPane } from './reading-pane.js';

/** A mail by itself, reached by its address. */
@Component({
  selector: 'bn-mail-page',
  imports: [ReadingPane],
  template: `<bn-reading-pane [mailId]="id()" [document]="document()" [closable]="false" />`,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailPage {
  private readonly route = inject(ActivatedRoute);
  protected readonly document = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('document') ?? '')), { requireSync: true });
  protected readonly id = toSignal(this.route.paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
}
