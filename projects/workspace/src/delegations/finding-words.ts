import type { SettingsStore } from '../session/settings.js';
import type { Words } from '../words/words.js';
import type { Delegation, DelegationFinding } from '../work/work-api.js';

type Gap = Delegation['gaps'][number]['gaps'][number];

/** What a delegate can't open, and the group that IT would add them to. */
export function gapText(words: Words, settings: Pick<SettingsStore, 'label'>, { what, service, compartment, group }: Gap): string {
  return words.text(`DELEGATION.GAP.${what}`, { service: service ? settings.label(service) : '', compartment: compartment ? settings.label(compartment, 'compartment') : '', group });
}

/** What stands against a delegation, or is good to know. */
export function findingText(words: Words, settings: Pick<SettingsStore, 'label'>, { code, delegate, gaps, other }: DelegationFinding): string {
  const said = words.text(`DELEGATION_FINDING.${code}`, {
    person: delegate?.displayName ?? '',
    other: other ? `${other.delegator.displayName} → ${other.delegates.map(({ displayName }) => displayName).join(', ')}` : '',
    from: other ? words.day(other.startsOn) : '',
    until: other?.endsOn ? words.day(other.endsOn) : words.text('DELEGATION.OPEN_END'),
  });
  return [said, ...(gaps ?? []).map((gap) => gapText(words, settings, gap))].join(' ');
}
