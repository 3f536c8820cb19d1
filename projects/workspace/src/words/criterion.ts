import type { Because } from '../api/types.js';
import type { Labelled } from '../session/settings.js';

type Matched = NonNullable<Because['matched']>[number];
type Gave = NonNullable<Because['gave']>[number];

/** What words are made with. */
export interface CriterionWording {
  text(key: string, params?: { readonly [name: string]: string | number }): string;
  /** The label of a code, or of a field. */
  label(code: string, kind?: Labelled): string;
  field(key: string): string;
}

const vocabularies: { readonly [kind: string]: string } = { channel: 'CHANNEL', senderKind: 'CORRESPONDENT_KIND', priority: 'RULES.PRIORITY', beneficiary: 'RULES.BENEFICIARY', confidentiality: 'CONFIDENTIALITY', function: 'RULES.FUNCTION' };
const coded: { readonly [kind: string]: Labelled } = { type: 'type', site: 'site', nature: 'term', copy: 'service' };

/** A value as it is read: of a list, each. */
export function valueWords(kind: string, value: string, { text, label }: CriterionWording): string {
  const vocabulary = vocabularies[kind];
  const labelled = coded[kind];
  if (!vocabulary && !labelled) return kind === 'keyword' ? value.split(', ').map((word) => `« ${word} »`).join(', ') : value;
  return value.split(', ').map((one) => (vocabulary ? text(`${vocabulary}.${one}`) : label(one, labelled))).join(', ');
}

/** "type : Impôts"; of what must not be: "sauf type : Impôts". */
export function criterionWords({ kind, value, not, field }: Matched, wording: CriterionWording): string {
  const what = kind === 'field' ? wording.field(field ?? '') : wording.text(`RULES.CRITERION.${kind}`);
  if (kind === 'field' && not) return wording.text('RULES.IS', { what, value: wording.text('RULES.EMPTY') });
  // The journal keeps no value that speaks of a person.
  const said = value === '' || kind === 'sender' || kind === 'affair' ? what : wording.text('RULES.IS', { what, value: valueWords(kind, value, wording) });
  return not ? wording.text('RULES.EXCEPT', { what: said }) : said;
}

export function gaveWords({ kind, value }: Gave, wording: CriterionWording): string {
  return wording.text(`RULES.GAVE.${kind}`, { value: valueWords(kind, value, wording) });
}
