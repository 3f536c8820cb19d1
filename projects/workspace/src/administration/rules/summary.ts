import { testsOf, type Criteria, type RuleSetting } from '@bannette/domain';
import { criterionWords, type CriterionWording } from '../../words/criterion.js';

/** What a rule asks for, in one line. */
export function summaryOf({ when }: RuleSetting, wording: CriterionWording): string {
  const of = (criteria: Criteria): string => testsOf(criteria).map(({ kind, wanted, field }) => {
    if (kind === 'field') return criterionWords({ kind, value: fieldWords(wanted, wording), field: field ?? '' }, wording);
    return criterionWords({ kind, value: wanted, ...(kind === 'keyword' && criteria.keywordsHow === 'none' ? { not: true } : {}) }, wording);
  }).join(', ');
  const groups = (when.groups ?? []).map(({ how, of: sets }) => {
    const said = sets.map(of).filter(Boolean).join(how === 'all' ? ', ' : ` ${wording.text('RULES.OR')} `);
    return said && how === 'none' ? wording.text('RULES.EXCEPT', { what: said }) : said;
  });
  return [of(when), ...groups].filter(Boolean).join(', ') || wording.text('RULES.ALWAYS');
}

/** "is a, b" as it is read. */
export function fieldWords(wanted: string, wording: CriterionWording): string {
  const [operator = '', ...values] = wanted.split(' ');
  return `${wording.text(`RULES.OPERATOR.${operator}`)} ${values.join(' ')}`.trim();
}
