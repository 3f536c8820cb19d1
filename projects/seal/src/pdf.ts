import type { keywordsOf as readKeywords } from './keywords.js';
import type { signPdf as sign } from './sign-pdf.js';

// What writes PDFs is large, and loaded by the first who signs one: most processes never do.

export const signPdf: typeof sign = async (...given) => (await import('./sign-pdf.js')).signPdf(...given);
export const keywordsOf: typeof readKeywords = async (pdf) => (await import('./keywords.js')).keywordsOf(pdf);
