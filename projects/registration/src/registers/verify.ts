import { keywordsOf, verifyPdf } from '@bannette/seal';
import { hashOf, noHash, readHead } from './day-csv.js';
import { dayAfter } from './spans.js';

/** The register of a day as it is found: in the database, or as files alone. */
export interface FoundDay {
  /** What it is called where it lies, for reports. */
  readonly name: string;
  readonly csv?: Uint8Array;
  readonly pdf?: Uint8Array;
  /** What is known of it from elsewhere, as the database's rows or the journal tell. */
  readonly known?: { readonly hash?: string; readonly pdf?: string; readonly certificate?: string };
  /** Its files were destroyed under a visa: what is left of it is its place in the chain. */
  readonly eliminated?: { readonly visa: string; readonly position: number; readonly hash: string; readonly previous: string };
}

export type RegisterFault = 'unreadable' | 'noCsv' | 'noPdf' | 'edited' | 'pdfEdited' | 'pdfOfOther' | 'badSignature' | 'otherSigner' | 'unsigned' | 'missing' | 'reordered' | 'twice' | 'notChained' | 'truncated' | 'eliminated';

export interface RegisterFinding {
  readonly code: RegisterFault;
  readonly day: string;
  /** What is told beside: a day, a file, a certificate's owner. */
  readonly about?: string;
}

export interface Expected {
  /** The chain has to begin with the first register. */
  readonly fromFirst?: boolean;
  /** The last day that there has to be. */
  readonly until?: string;
  /** SHA-256 of the certificate that all have to be signed with. */
  readonly certificate?: string;
}

/** What is kept of a day that was looked at, so that years need the memory of a day. */
interface Read {
  readonly hash: string;
  readonly head: Pick<NonNullable<ReturnType<typeof readHead>>, 'day' | 'position' | 'previous'>;
}

/**
 * Compares daily registers with one another and with what is known of them: what was edited, left out, put in another place
 * or cut off, and signatures that don't hold. `unsigned` and `eliminated` alone are no faults, but worth knowing.
 */
export async function verifyRegisters(found: Iterable<FoundDay> | AsyncIterable<FoundDay>, expected: Expected = {}): Promise<readonly RegisterFinding[]> {
  const findings: RegisterFinding[] = [];
  const chain: Read[] = [];
  for await (const one of found) {
    if (one.eliminated && !one.csv && !one.pdf) {
      findings.push(...ofEliminated(one, one.eliminated));
      chain.push({ hash: one.eliminated.hash, head: { day: one.name, position: one.eliminated.position, previous: one.eliminated.previous } });
      continue;
    }
    const head = one.csv && readHead(one.csv);
    if (!one.csv) findings.push({ code: 'noCsv', day: one.name });
    else if (!head) findings.push({ code: 'unreadable', day: one.name });
    else {
      const hash = hashOf(one.csv);
      chain.push({ hash, head });
      findings.push(...(await ofItself(one, head.day, hash, expected)));
    }
  }
  chain.sort((a, b) => a.head.position - b.head.position);
  findings.push(...ofChain(chain, findings), ...ofEnds(chain, expected));
  return findings;
}

/** What is left of a day still is what was closed, as the journal tells. */
function ofEliminated({ name: day, known }: FoundDay, { visa, hash }: NonNullable<FoundDay['eliminated']>): RegisterFinding[] {
  return [...(known?.hash && known.hash !== hash ? [{ code: 'edited' as const, day }] : []), { code: 'eliminated', day, about: visa }];
}

/** Of one day by itself: its file against what is known, its PDF against its file, its signature. */
async function ofItself({ known, pdf }: FoundDay, day: string, hash: string, { certificate }: Expected): Promise<RegisterFinding[]> {
  const findings: RegisterFinding[] = [];
  if (known?.hash && known.hash !== hash) findings.push({ code: 'edited', day });
  if (!pdf) return [...findings, { code: 'noPdf', day }];
  if (known?.pdf && known.pdf !== hashOf(pdf)) findings.push({ code: 'pdfEdited', day });
  const [signature, ...others] = await verifyPdf(pdf);
  const stated = await statedHash(pdf);
  if (!signature) findings.push({ code: certificate ?? known?.certificate ? 'badSignature' : 'unsigned', day });
  else if (!signature.valid || (!others.length && !signature.coversAll)) findings.push({ code: 'badSignature', day, about: signature.problem ?? 'added' });
  else if ((certificate ?? known?.certificate ?? signature.fingerprint) !== signature.fingerprint) findings.push({ code: 'otherSigner', day, about: signature.subject });
  // A signed PDF that holds tells what the file was: then it is the file that was edited.
  if (stated !== hash) findings.push(signature?.valid ? { code: 'edited', day } : { code: 'pdfOfOther', day });
  return findings.filter(({ code }, at) => findings.findIndex((one) => one.code === code) === at);
}

const statedHash = async (pdf: Uint8Array): Promise<string | undefined> => /sha256:([0-9a-f]{64})/.exec((await keywordsOf(pdf)) ?? '')?.[1];

/** Of each day beside the one before it. An edit, where it is known, is told once and not as a broken chain too. */
function ofChain(chain: readonly Read[], told: readonly RegisterFinding[]): RegisterFinding[] {
  return chain.flatMap((one, at): RegisterFinding[] => {
    const before = chain[at - 1];
    const { day, position, previous } = one.head;
    if (!before) return position === 1 && previous !== noHash ? [{ code: 'notChained', day }] : [];
    if (position === before.head.position) return one.hash === before.hash ? [] : [{ code: 'twice', day, about: before.head.day }];
    if (day <= before.head.day) return [{ code: 'reordered', day, about: before.head.day }];
    if (position > before.head.position + 1 || day !== dayAfter(before.head.day)) return [{ code: 'missing', day: dayAfter(before.head.day), about: dayAfter(day, -1) }];
    if (previous === before.hash || told.some((finding) => finding.code === 'edited' && finding.day === before.head.day)) return [];
    return [{ code: 'edited', day: before.head.day }];
  });
}

function ofEnds(chain: readonly Read[], { fromFirst, until }: Expected): RegisterFinding[] {
  const [first, last] = [chain[0], chain.at(-1)];
  return [
    ...(fromFirst && first && first.head.position > 1 ? [{ code: 'missing' as const, day: '', about: dayAfter(first.head.day, -1) }] : []),
    ...(until && (last?.head.day ?? '') < until ? [{ code: 'truncated' as const, day: last ? dayAfter(last.head.day) : '', about: until }] : []),
  ];
}
