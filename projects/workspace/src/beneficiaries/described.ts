import type { Beneficiary, DescribedDocument, MailDocument } from '../api/types.js';

/** What a document is and for whom, as it stands in a form. */
export interface Described {
  readonly nature: string;
  readonly beneficiaries: readonly Beneficiary[];
  readonly unknown: boolean;
}

export const nothingSaid: Described = { nature: '', beneficiaries: [], unknown: false };

export const describedOf = (document: MailDocument): Described => ({ nature: document.nature ?? '', beneficiaries: document.beneficiaries, unknown: document.beneficiaryUnknown });

const ids = (beneficiaries: readonly Beneficiary[]): string[] => beneficiaries.map(({ id }) => id);

/** What is to be sent of a document: only what was changed; undefined when nothing was. */
export function changeOf(document: MailDocument, said: Described): DescribedDocument | undefined {
  const before = describedOf(document);
  const change = {
    ...(said.nature === before.nature ? {} : { nature: said.nature || null }),
    ...(ids(said.beneficiaries).join() === ids(before.beneficiaries).join() ? {} : { beneficiaries: ids(said.beneficiaries) }),
    ...(said.unknown === before.unknown ? {} : { beneficiaryUnknown: said.unknown }),
  };
  return Object.keys(change).length ? { id: document.id, ...change } : undefined;
}
