import type { Proposal } from './classify.js';
import { cellsOf, joinCutWords } from './ocr-text.js';

const subjectWord = /^\W*(?:[o0O]b ?[jfi;ltJ] ?[eéc]t\s*[:;.,—–-]+|OBJET\s*[:;.,—–-]+|O(?:bjet|BJET)\s+(?=\p{Lu}))\s*/u;

/** What a form or an invoice is headed with, in place of a subject. */
const heading = /^(?:demande|déclaration|formulaire|facture|certificat)(?!\p{L})[^.:]{3,90}$/iu;

/** The subject is what follows "Objet :", with its next lines while they go on in lower case; else the heading of a form. */
export function readSubject(text: string): Proposal | undefined {
  const lines = joinCutWords(text).split('\n').map((line) => line.trim());
  const index = lines.findIndex((line) => subjectWord.test(line));
  const line = lines[index];
  if (!line) {
    const headed = cellsOf(text).slice(0, 12).find((cell) => heading.test(cell));
    return headed ? { value: headed, confidence: 0.5, because: headed } : undefined;
  }
  const parts = [line.replace(subjectWord, '')];
  for (const next of lines.slice(index + 1, index + 3)) {
    if (!/^\p{Ll}/u.test(next)) break;
    parts.push(next);
  }
  const value = parts.join(' ').replace(/\s{2,}/g, ' ').trim();
  return value ? { value, confidence: 0.85, because: line } : undefined;
}

const title = /^(m\.|mme|madame|monsieur|mlle|maître|me|dr|docteur|association|sarl|sas|sa|eurl|cabinet|mairie|commune|société|collège|école|lycée|syndicat|union|comité|collectif|fédération|entreprise|établissements?|ets|clinique|centre|caisse|mutuelle|tribunal|préfecture|ministère)(?!\p{L})/iu;
const addressee = /^(?:à l['’]attention|(?:à )?m(?:onsieur|\.) le pr[ée]sident|(?:à )?m(?:adame|me) la pr[ée]sidente|(?:d[ée]partement|conseil d[ée]partemental|h[ôo]tel du d[ée]partement|d[ée]l[ée]gation territoriale|maison d[ée]partementale|archives d[ée]partementales|direction|drh|service)(?!\p{L}))/iu;
const noName = /^(?:courrier|re[çc]u|arriv[ée]|r[ée]f|n\/r[ée]f|v\/r[ée]f|nos r[ée]f|vos r[ée]f|t[ée]l|courriel|le |lettre recommand|confidentiel|pli |page |fax)|@|,\s*$/i;
const salutation = /^(?:madame|monsieur|messieurs|mesdames|ch[eè]re?s?|mon cher|ma chère|docteur)\b.{0,40},$/i;
const postcode = /(?<![\d\p{L}])(?:F-)?(\d[\dOolI] ?[\dOolI]{3})[ \t]+(\p{Lu}[\p{L}'’ -]{2,})/u;

/** Lines of the letter's head that belong to the address of the authority written to: from its name to its town. */
function addressedCells(cells: readonly string[]): ReadonlySet<number> {
  const addressed = new Set<number>();
  for (let start = 0; start < cells.length; start++) {
    if (!addressee.test(cells[start] ?? '')) continue;
    const town = cells.slice(start, start + 6).findIndex((cell) => postcode.test(cell));
    const length = town === -1 ? 1 : town + 1;
    for (let index = start; index < start + length; index++) addressed.add(index);
  }
  return addressed;
}

/** The sender: a name in the letter's head outside the addressee's block, else one under the signature. */
export function readSender(text: string): Proposal | undefined {
  const cells = cellsOf(text);
  const end = cells.findIndex((cell) => subjectWord.test(cell) || salutation.test(cell));
  const addressed = addressedCells(cells);
  const head = cells.slice(0, end === -1 ? 14 : end).filter((cell, index) => isName(cell) && !addressed.has(index));
  const named = head.slice(0, 3).find((cell) => title.test(cell));
  if (named) return { value: wholeName(named, cells[cells.indexOf(named) + 1] ?? ''), confidence: 0.7, because: named };
  const first = head.find((cell) => !/[\d|[\]?:(]|service courrier/i.test(cell) && (cell.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0) > 1);
  if (first) return { value: wholeName(first, ''), confidence: 0.45, because: first };
  const signed = cells.slice(-8).find((cell) => isName(cell) && title.test(cell) && !addressee.test(cell));
  return signed ? { value: wholeName(signed, ''), confidence: 0.4, because: signed } : undefined;
}

const isName = (cell: string): boolean => cell.length >= 4 && cell.length <= 70 && /^\W*\p{Lu}/u.test(cell) && !/\d{3}/.test(cell) && !noName.test(cell) && !heading.test(cell);

/** An organisation's name goes on in lower case on the next line; single letters at the end are marks of a pen. */
function wholeName(name: string, next: string): string {
  const goesOn = !/^m(?:\.|me|adame|onsieur|lle)(?!\p{L})/iu.test(name) && /^\p{Ll}[\p{L}' -]{3,40}$/u.test(next) && !/^(?:chez|rue|appt|bât)/.test(next);
  return `${name.replace(/(?: +[\p{L}|&])+$/u, '')}${goesOn ? ` ${next}` : ''}`;
}

/** The sender's French postcode, followed by a town: the first that isn't the addressee's. */
export function readPostcode(text: string): Proposal | undefined {
  const cells = cellsOf(text);
  const addressed = addressedCells(cells);
  const found = cells.flatMap((cell, index) => {
    const match = postcode.exec(cell);
    return match ? [{ match, own: !addressed.has(index) }] : [];
  });
  const chosen = found.find(({ own }) => own) ?? found[0];
  if (!chosen) return undefined;
  const value = (chosen.match[1] ?? '').replace(/ /g, '').replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
  return { value, confidence: chosen.own ? 0.75 : 0.3, because: chosen.match[0].trim() };
}
