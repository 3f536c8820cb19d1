import type { BatchPlan, PlannedPage } from '@bannette/domain';

/** The same pages in the same documents, turned and described alike. */
export const samePlan = (a: BatchPlan, b: BatchPlan): boolean => a === b || told(a) === told(b);

function told({ envelopes, aside }: BatchPlan): string {
  const page = ({ file, number, turn }: PlannedPage) => [file, number, turn];
  return JSON.stringify([
    envelopes.map(({ id, fixed, mail, sheet, documents }) => [id, fixed, mail, sheet?.service, sheet?.type, sheet?.mail, documents.map(({ id: document, pages, nature, beneficiaries, beneficiaryUnknown }) => [document, pages.map(page), nature, beneficiaries, beneficiaryUnknown])]),
    aside.map((one) => [...page(one), one.why]),
  ]);
}
