import { invalid, type Call, type Contract } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { sameBecause } from '@bannette/domain';
import { requireAction } from './card.js';
import { check, columnsOf } from './change.js';
import { indexed, type CorrespondentRow } from './index-keys.js';
import { keyQuery } from './keys.js';
import { factsOf } from './pairs.js';
import { readCsv, readVcards, type ReadLine } from './read-file.js';

/** From here on a line is taken for one that is known, and left out. */
const known = 0.9;
const linesAtOnce = 200;

type Outcome = { readonly line: number; readonly name?: string; readonly outcome: 'added' | 'known' | 'refused'; readonly flaw?: string; readonly like?: { readonly id: string; readonly name: string } };

/**
 * Takes correspondents over from a CSV file or vCards; as a dry run it only tells what would become of each line. Lines that
 * are surely known are left out, so that the same file given twice adds nothing.
 */
export async function importCorrespondents(house: House, call: Call<Contract['importCorrespondents']>) {
  await requireAction(house, call.caller, 'import');
  const { format, text, dryRun } = call.body;
  const lines = format === 'csv' ? readCsv(text) : readVcards(text);
  if (!lines.length) throw invalid('nothingToImport', 'There is no correspondent in it', {});
  const outcomes: Outcome[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    const judged = await Promise.all(lines.slice(at, at + linesAtOnce).map((line) => judge(house, line, seen)));
    outcomes.push(...judged);
    if (!dryRun) await write(house, call, lines.slice(at, at + linesAtOnce).filter((_, index) => judged[index]?.outcome === 'added'));
  }
  const count = (outcome: Outcome['outcome']): number => outcomes.filter((one) => one.outcome === outcome).length;
  return { added: count('added'), known: count('known'), refused: count('refused'), lines: outcomes.filter(({ outcome }) => outcome !== 'added').slice(0, 1000), dryRun };
}

async function judge(house: House, { line, correspondent, flaw }: ReadLine, seen: Set<string>): Promise<Outcome> {
  if (!correspondent) return { line, outcome: 'refused', flaw: flaw ?? 'invalid' };
  const { name } = correspondent;
  try {
    check(correspondent);
  } catch (error) {
    return { line, name, outcome: 'refused', flaw: String((error as { code?: string }).code ?? 'invalid') };
  }
  const key = JSON.stringify(columnsOf(correspondent));
  if (seen.has(key)) return { line, name, outcome: 'known' };
  seen.add(key);
  const like = await likeOf(house, correspondent);
  return like ? { line, name, outcome: 'known', like: { id: like.id, name: like.name } } : { line, name, outcome: 'added' };
}

async function likeOf(house: House, correspondent: Parameters<typeof columnsOf>[0]): Promise<CorrespondentRow | undefined> {
  const row = { ...columnsOf(correspondent), card: { givenName: correspondent.givenName, addresses: correspondent.addresses, emails: correspondent.emails, phones: correspondent.phones } } as unknown as CorrespondentRow;
  const query = keyQuery(row.name);
  if (!query) return undefined;
  const others = await house.store.db.selectFrom('correspondent').selectAll().where('entity_id', '=', house.entityId).where('merged_into', 'is', null).where(sql<SqlBool>`search_keys @@ ${query}::tsquery`).limit(100).execute();
  const own = factsOf(row);
  return others.find((other) => {
    const same = sameBecause(own, factsOf(other));
    return same !== undefined && (same.score >= known || (same.because.includes('sameName') && other.postcode === row.postcode));
  });
}

async function write(house: House, call: Call<Contract['importCorrespondents']>, lines: readonly ReadLine[]): Promise<void> {
  if (!lines.length) return;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    for (const { correspondent } of lines) {
      if (!correspondent) continue;
      const id = newId();
      await tx.trx.insertInto('correspondent').values({ id, entity_id: house.entityId, ...columnsOf(correspondent) }).execute();
      await indexed(tx, id, [id]);
    }
    tx.append({ type: 'correspondent.imported', subjectKind: 'correspondent', subjectId: newId(), data: { lines: lines.length } });
  });
}
