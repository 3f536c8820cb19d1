import { describePlan } from '@bannette/alfresco';
import { hasNothingToDo, isRefused, type UpgradePlan, type UpgradeProblem } from './plan.js';

/** The plan as lines for whoever upgrades. */
export function describeUpgrade(plan: UpgradePlan): readonly string[] {
  const { migrations, settings, install, problems } = plan;
  if (isRefused(plan)) return ['Nothing is changed, because:', ...problems.map((one) => `  - ${refuse(one)}`), ...(install.problems.length ? describePlan(install).slice(1) : [])];
  if (hasNothingToDo(plan)) return ['Nothing to change: this installation is of this version.', ...describePlan({ ...install, steps: [] }).slice(1)];
  return [
    ...(migrations.length ? [`Database (${migrations.length})`, ...migrations.map((name) => `  migrate ${name}`)] : []),
    ...(settings.length ? [`Settings (${settings.length})`, ...settings.map(({ kind, members }) => `  publish ${kind}: ${members === 'all' ? 'never published; the one that comes with the product' : `${members.join(', ')} as the product has them`}; look at it afterwards`)] : []),
    'Alfresco',
    ...describePlan(install).map((line) => `  ${line}`),
  ];
}

function refuse({ code, subject }: UpgradeProblem): string {
  switch (code) {
    case 'databaseNewer':
      return `${subject}. A downgrade is not possible: bring in the version that it is of, or restore the backup from before it`;
    case 'databaseEmpty':
      return 'there is nothing in this database to upgrade: `bannette install` and `bannette serve` make a new one';
    case 'settingsInvalid':
      return `the published settings lack something that nobody can fill in for you, or contradict themselves (${subject}): publish them anew with the version before`;
  }
}
