import { correspondentKinds, foldedLines, type CorrespondentKind, type PostalAddress } from '@bannette/domain';
import type { CorrespondentBody } from '@bannette/http';
import Papa from 'papaparse';

/** A line of a file, as a correspondent; or what is wrong with it. Lines count from 1, a heading among them. */
export interface ReadLine {
  readonly line: number;
  readonly correspondent?: Omit<CorrespondentBody, 'references'>;
  readonly flaw?: string;
}

/** Between the name and the town (NF Z10-011). */
const mostLines = 4;

/** Headings of a CSV file, as people write them. */
const headings: { readonly [field: string]: readonly string[] } = {
  kind: ['kind', 'nature', 'qualite', 'type'],
  name: ['name', 'nom', 'raison sociale', 'organisme', 'denomination'],
  givenName: ['givenname', 'prenom', 'first name'],
  siret: ['siret'],
  address: ['address', 'adresse', 'adresse 1', 'voie'],
  address2: ['address 2', 'adresse 2', 'complement', 'complement d adresse'],
  postcode: ['postcode', 'code postal', 'cp'],
  city: ['city', 'ville', 'commune'],
  country: ['country', 'pays'],
  email: ['email', 'e mail', 'courriel', 'mail', 'adresse electronique'],
  phone: ['phone', 'telephone', 'tel', 'portable'],
};
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** Reads correspondents off a CSV file with headings (comma, semicolon or tab), French or English. */
export function readCsv(text: string): readonly ReadLine[] {
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: 'greedy', transformHeader: (heading) => Object.entries(headings).find(([, words]) => words.includes(plain(heading)))?.[0] ?? plain(heading) });
  return data.map((row, index) => lineOf(index + 2, row));
}

function lineOf(line: number, row: Record<string, string | undefined>): ReadLine {
  const said = (field: string): string | undefined => row[field]?.trim() || undefined;
  const name = said('name');
  if (!name) return { line, flaw: 'nameMissing' };
  const kind = kindOf(said('kind'), said('siret') !== undefined, said('givenName') !== undefined);
  if (!kind) return { line, flaw: 'kindUnknown' };
  const address: PostalAddress = { lines: [...foldedLines([said('address2') ?? '', said('address') ?? ''])], postcode: said('postcode'), city: said('city')?.slice(0, 32), country: said('country') };
  if (address.lines.length > mostLines) return { line, flaw: 'address.lineTooLong' };
  const emails = (said('email') ?? '').split(/[,; ]+/).filter(Boolean);
  if (emails.some((email) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))) return { line, flaw: 'email' };
  return { line, correspondent: { kind, name: name.slice(0, 200), givenName: said('givenName')?.slice(0, 100), siret: said('siret'), addresses: address.lines.length || address.city || address.postcode ? [address] : [], emails, phones: (said('phone') ?? '').split(/[;/]/).map((one) => one.trim()).filter(Boolean), consents: [] } };
}

const kindWords: { readonly [word: string]: CorrespondentKind } = { particulier: 'individual', personne: 'individual', usager: 'individual', entreprise: 'company', societe: 'company', association: 'association', administration: 'administration', collectivite: 'administration', mairie: 'administration', elu: 'elected', interne: 'internal' };

function kindOf(said: string | undefined, siret: boolean, given: boolean): CorrespondentKind | undefined {
  if (!said) return siret && !given ? 'company' : 'individual';
  const word = plain(said);
  return correspondentKinds.find((kind) => kind === word) ?? kindWords[word];
}

/** Reads vCards (RFC 2426, RFC 6350): names, organisations, addresses, e-mail, phone; photographs and the rest are left. */
export function readVcards(text: string): readonly ReadLine[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '').split('\n');
  const found: ReadLine[] = [];
  let open: { line: number; properties: Property[] } | undefined;
  for (const [index, raw] of lines.entries()) {
    if (/^BEGIN:VCARD$/i.test(raw.trim())) open = { line: index + 1, properties: [] };
    else if (/^END:VCARD$/i.test(raw.trim()) && open) {
      found.push(cardOf(open.line, open.properties));
      open = undefined;
    } else if (open) {
      const property = propertyOf(raw);
      if (property) open.properties.push(property);
    }
  }
  return open ? [...found, { line: open.line, flaw: 'cardNotEnded' }] : found;
}

interface Property {
  readonly name: string;
  readonly value: string;
}

function propertyOf(raw: string): Property | undefined {
  const colon = raw.search(/:(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  if (colon < 0) return undefined;
  const [head = '', ...parameters] = raw.slice(0, colon).split(';');
  const value = raw.slice(colon + 1);
  const quotedPrintable = parameters.some((one) => /^(ENCODING=)?QUOTED-PRINTABLE$/i.test(one));
  return { name: head.replace(/^[^.]*\./, '').toUpperCase(), value: quotedPrintable ? Buffer.from(value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8') : value };
}

const unescaped = (text: string): string => text.replace(/\\n/gi, ' ').replace(/\\([,;\\])/g, '$1').trim();
const parts = (value: string): string[] => value.split(/(?<!\\);/).map(unescaped);

function cardOf(line: number, properties: readonly Property[]): ReadLine {
  const all = (name: string): string[] => properties.filter((one) => one.name === name).map(({ value }) => value);
  const [family = '', given = ''] = parts(all('N')[0] ?? '');
  const organisation = parts(all('ORG')[0] ?? '')[0];
  const full = unescaped(all('FN')[0] ?? '');
  const isPerson = !!family || (!organisation && !!full);
  const name = (isPerson ? family || full : organisation)?.slice(0, 200);
  if (!name) return { line, flaw: 'nameMissing' };
  const addresses = all('ADR').map((value): PostalAddress => {
    const [, extended, street, city, , postcode, country] = parts(value);
    return { lines: [...foldedLines([extended ?? '', street ?? ''])], postcode: postcode || undefined, city: city?.slice(0, 32) || undefined, country: country || undefined };
  });
  if (addresses.some(({ lines }) => lines.length > mostLines)) return { line, flaw: 'address.lineTooLong' };
  return { line, correspondent: { kind: isPerson ? 'individual' : 'company', name, givenName: isPerson && given ? given.slice(0, 100) : undefined, addresses, emails: all('EMAIL').map(unescaped).filter((one) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(one)), phones: all('TEL').map((one) => unescaped(one).replace(/^tel:/i, '')), consents: [] } };
}
