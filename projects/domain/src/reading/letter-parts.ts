import type { Proposal } from './classify.js';

/** The subject is what follows "Objet :", with its next line when that goes on in lower case. */
export function readSubject(text: string): Proposal | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const index = lines.findIndex((line) => /^ob[jf]et\s*[:;.-]/i.test(line));
  const line = lines[index];
  if (!line) return undefined;
  const head = line.replace(/^ob[jf]et\s*[:;.-]+\s*/i, '');
  const next = lines[index + 1] ?? '';
  const value = `${head}${/^[a-zà-ÿ]/.test(next) ? ` ${next}` : ''}`.trim();
  return value ? { value, confidence: 0.85, because: line } : undefined;
}

const title = /^(m\.|mme|madame|monsieur|mlle|maître|me|dr|docteur|association|sarl|sas|sa|eurl|cabinet|mairie|commune|société|collège|syndicat|union|comité|fédération|entreprise|établissements?|ets|clinique|centre|caisse|tribunal|préfecture|ministère)\b/i;
const notSender = /^(à l'attention|département|monsieur le président|madame la présidente|service courrier|reçu|ref|réf|nos réf|vos réf|objet|tél|t[ée]l\.|courriel|le )/i;

/** The sender stands above the address block of the first page, before the authority that is written to. */
export function readSender(text: string): Proposal | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 12);
  const candidates = lines.filter((line) => line.length >= 4 && line.length <= 70 && /\p{Lu}/u.test(line) && !/\d{3}/.test(line) && !notSender.test(line));
  const named = candidates.find((line) => title.test(line));
  const value = named ?? candidates[0];
  return value ? { value: value.replace(/\s{2,}.*$/, ''), confidence: named ? 0.7 : 0.45, because: value } : undefined;
}

/** The first French postcode followed by a town. */
export function readPostcode(text: string): Proposal | undefined {
  const match = /\b(\d{2})\s?(\d{3})\s+([\p{Lu}][\p{L}' -]{2,})/u.exec(text);
  return match ? { value: `${match[1]}${match[2]}`, confidence: 0.75, because: match[0].trim() } : undefined;
}
