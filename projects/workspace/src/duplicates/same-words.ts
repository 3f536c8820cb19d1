import { inject, Injectable } from '@angular/core';
import type { Comparison } from '../affairs/affairs-api.js';
import { Words } from '../words/words.js';

/** Why two mails may be one, in words. */
@Injectable({ providedIn: 'root' })
export class SameWords {
  private readonly words = inject(Words);

  of({ code, documents = 0, share = 0, differences = [], more = 0 }: Comparison['because'][number]): string {
    if (code === 'sameDigest') return this.words.count('DUPLICATE.BECAUSE.sameDigest', documents);
    const said = this.words.text(`DUPLICATE.BECAUSE.${code}`, { share });
    if (!differences.length) return said;
    const pairs = differences.slice(0, 3).map(({ one, other }) => this.words.text('DUPLICATE.INSTEAD', { one, other }));
    return `${said} ${pairs.join(', ')}${differences.length + more > 3 ? '…' : ''}`;
  }
}
