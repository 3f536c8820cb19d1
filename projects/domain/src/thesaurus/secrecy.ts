import type { Confidentiality } from '../mail/vocabulary.js';
import type { ThesaurusTerm } from '../settings/thesaurus.js';

export interface NatureSecrecy {
  readonly confidentiality: Confidentiality;
  readonly compartment?: string;
}

/** How secret a mail is at least, by the natures of its documents; of several compartments, that of the most confidential nature. */
export function secrecyOfNatures(natures: readonly (string | null)[], terms: readonly ThesaurusTerm[]): NatureSecrecy {
  const said = terms.filter(({ code, scheme }) => scheme === 'nature' && natures.includes(code)).sort((a, b) => (b.confidentiality ?? 0) - (a.confidentiality ?? 0));
  return { confidentiality: said[0]?.confidentiality ?? 0, compartment: said.find(({ compartment }) => compartment)?.compartment };
}
