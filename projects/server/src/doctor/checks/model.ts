import { readModelState, type ModelState } from '@bannette/alfresco';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';
import { named } from '../named.js';

export const model = check('model', 'alfresco', ['eyes'], async ({ eyes, model: ours }) => judgeModel(await readModelState(eyes.repository, ours)));

export function judgeModel({ state, active, lacks, exceeds, notLive }: ModelState): readonly Finding[] {
  if (state === 'missing') return [finding('modelMissing')];
  if (state === 'foreign') return [finding('modelForeign')];
  const found: Finding[] = [];
  if (!active) found.push(finding('modelInactive'));
  if (state === 'older') found.push(finding('modelOlder', { names: named(lacks) }));
  if (state === 'newer') found.push(finding('modelNewer', { names: named(exceeds) }));
  if (state === 'apart') found.push(finding('modelApart', { names: named([...new Set([...lacks, ...exceeds])]) }));
  if (state === 'same' && notLive.length) found.push(finding('modelNotLive', { names: named(notLive) }));
  return found;
}
