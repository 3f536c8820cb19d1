import { classify, type GluedHint } from '@bannette/domain';

const numbering = /(?:page|feuillet|p\.)\s*1\s*(?:\/|sur)\s*\d{1,2}\b|^\s*1\s*\/\s*\d{1,2}\s*$/im;
const subjectLine = /^\s*(?:objet|réf|n\/réf)[^\n:]{0,12}:.*$/im;
const salutation = /^\s*(?:madame|monsieur|mesdames|messieurs)\b[^\n]{0,60},\s*$/im;
const placeLine = /^\s*(?:f-)?\d{5}\s+\p{Lu}/mu;
/** A letter's date and head stand in its first part. */
const headLines = 18;

/** Signs, on pages after the first, that another letter begins there. A signal for the operator, never a separation. */
export function gluedHints(pages: readonly string[], today: string): GluedHint[] {
  const [first = '', ...others] = pages;
  const firstDate = dateOf(first, today);
  return others.flatMap((text, index) => {
    const page = index + 2;
    const head = text.split('\n').slice(0, headLines).join('\n');
    const hints: GluedHint[] = [];
    const number = numbering.exec(text);
    if (number) hints.push({ code: 'numbering', page, because: number[0].trim() });
    const subject = subjectLine.exec(text);
    if (subject && (salutation.test(text) || placeLine.test(head))) hints.push({ code: 'letterhead', page, because: subject[0].trim().slice(0, 80) });
    const date = dateOf(head, today);
    if (date && date.value !== firstDate?.value) hints.push({ code: 'date', page, because: date.because });
    return hints;
  });
}

/** The date where a letter bears its own (“Brévelles, le 3 mars 2026”); dates within its sentences say nothing. */
function dateOf(text: string, today: string): { readonly value: string; readonly because: string } | undefined {
  const { documentDate } = classify([text], [], today);
  return documentDate && documentDate.confidence > 0.8 ? documentDate : undefined;
}
