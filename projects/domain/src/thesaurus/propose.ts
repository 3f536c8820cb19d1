import type { Proposal } from '../reading/classify.js';
import { joinCutWords, skeleton } from '../reading/ocr-text.js';
import { holdsWord } from '../routing/text.js';
import type { ThesaurusTerm } from '../settings/thesaurus.js';
import { naturesOffered, pathOf } from './tree.js';

/** Lines in which a document says what it is. */
const titleLines = 12;

/**
 * The nature whose words stand in the document's text, those near its beginning twice; a narrower term speaks louder than
 * its broader one. Its confidence falls as the runner-up comes near and is full from a weight of 4 on.
 */
export function proposeNature(pages: readonly string[], terms: readonly ThesaurusTerm[]): Proposal | undefined {
  const whole = skeleton(joinCutWords(pages.join('\n')));
  const title = skeleton(joinCutWords((pages[0] ?? '').split('\n').filter((line) => line.trim()).slice(0, titleLines).join('\n')));
  const scored = naturesOffered(terms)
    .map((term) => {
      const found = [...new Set([term.label, ...term.altLabels, ...term.hiddenLabels])].filter((words) => holdsWord(whole, skeleton(words)));
      return { term, found, score: found.reduce((sum, words) => sum + (holdsWord(title, skeleton(words)) ? 2 : 1), 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || pathOf(terms, b.term.code).length - pathOf(terms, a.term.code).length);
  const [best] = scored;
  if (!best) return undefined;
  const rival = scored.find(({ term }) => term !== best.term && !pathOf(terms, best.term.code).includes(term));
  const lead = best.score / (best.score + (rival?.score ?? 0));
  return { value: best.term.code, confidence: Math.round(lead * Math.min(1, best.score / 4) * 100) / 100, because: best.found.join(', ') };
}
