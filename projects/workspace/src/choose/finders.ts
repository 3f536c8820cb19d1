import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { AffairsApi } from '../affairs/affairs-api.js';
import { Api } from '../api/api.js';
import { nameOf } from '../beneficiaries/names.js';
import { CorrespondentsApi } from '../correspondents/correspondents-api.js';
import { Words } from '../words/words.js';
import type { Choice } from './choose.js';

/** Where choices are found. */
@Injectable({ providedIn: 'root' })
export class Finders {
  private readonly api = inject(Api);
  private readonly affairsApi = inject(AffairsApi);
  private readonly correspondentsApi = inject(CorrespondentsApi);
  private readonly words = inject(Words);

  readonly mails = async (q: string): Promise<readonly Choice[]> => {
    const { items } = await firstValueFrom(this.api.search(q, { limit: 20 }));
    return items.map(({ id, chrono, subject, sender, receivedAt }) => ({ id, label: [chrono ?? this.words.text('LIST.NO_CHRONO'), subject].filter(Boolean).join(' – '), detail: [sender, receivedAt && this.words.day(receivedAt)].filter(Boolean).join(', ') }));
  };

  /** Open affairs that the person may put mails into. */
  readonly affairs = (q: string): Promise<readonly Choice[]> => this.affairsOf({ q, state: 'open', limit: 20 });
  /** Closed ones, too. */
  readonly allAffairs = (q: string): Promise<readonly Choice[]> => this.affairsOf({ q, limit: 20 });

  readonly beneficiaries = async (q: string): Promise<readonly Choice[]> => {
    const { items } = await firstValueFrom(this.api.beneficiaries(q));
    return items.map((one) => ({ id: one.id, label: nameOf(one), detail: [one.birthDate && this.words.day(one.birthDate), one.fileNumber].filter(Boolean).join(', ') }));
  };

  readonly correspondents = async (q: string): Promise<readonly Choice[]> => {
    const { items } = await firstValueFrom(this.correspondentsApi.find(q));
    return items.map(({ id, name, postcode, city }) => ({ id, label: name, detail: [postcode, city].filter(Boolean).join(' ') }));
  };

  private async affairsOf(asked: Parameters<AffairsApi['affairs']>[0]): Promise<readonly Choice[]> {
    const { items } = await firstValueFrom(this.affairsApi.affairs(asked));
    return items.filter(({ masked }) => !masked).map(({ id, chrono, title, responsible }) => ({ id, label: `${chrono} – ${title ?? ''}`, detail: responsible?.displayName }));
  }
}
