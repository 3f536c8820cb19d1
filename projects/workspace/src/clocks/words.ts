import type { Clock, DueBecause } from '../api/types.js';
import type { Params, Words } from '../words/words.js';

type Steps = readonly Clock['because'][number][];

/** How a clock stands, in words; the tone repeats what the words say. */
export function clockWords(clock: Clock, words: Words): { readonly text: string; readonly tone: 'late' | 'soon' | 'calm' } {
  const { state, due, daysLeft = 0, suspended, metOn, kind } = clock;
  switch (state) {
    case 'met':
    case 'metLate':
      return { text: words.text(`CLOCK.STATE.${state}`, { day: words.fullDay(metOn ?? '') }), tone: 'calm' };
    case 'suspended':
      return { text: due ? words.text('CLOCK.STATE.suspended', { since: words.fullDay(suspended?.since ?? '') }) : words.text('CLOCK.STATE.waiting'), tone: 'calm' };
    case 'passed': {
      const answered = kind === 'silenceAccepts' ? 'accepted' : kind === 'silenceRefuses' || kind === 'appeal' || kind === 'documentAccess' ? 'refused' : 'passed';
      return { text: words.text(`CLOCK.STATE.${answered}`, { day: words.fullDay(due ?? '') }), tone: 'late' };
    }
    case 'running':
      return daysLeft === 0 ? { text: words.text('CLOCK.STATE.today'), tone: 'soon' } : { text: `${words.text('CLOCK.STATE.running', { day: words.fullDay(due ?? '') })}, ${words.count('CLOCK.LEFT', daysLeft)}`, tone: daysLeft <= 3 ? 'soon' : 'calm' };
  }
}

/** The steps from the arrival to the due day, one after the other. */
export function stepsOf({ because }: { readonly because: Steps }, words: Words): string {
  return because
    .map((step) => {
      const days = Object.fromEntries(Object.entries(step).map(([name, value]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? words.fullDay(String(value)) : value])) as Params;
      if (step.code === 'priority') return words.text('CLOCK.STEP.priority', { priority: words.text(`PRIORITY.${step.priority}`) });
      return words.text(`CLOCK.STEP.${step.code}`, step.code === 'delay' || step.code === 'extended' ? { ...days, delay: words.count(`UNIT.${step.unit}`, step.amount) } : days);
    })
    .reduce((said, one, at) => (at ? `${said}${because[at]?.code === 'delay' ? ' ' : ', '}${one}` : one), '');
}

/** Why a due day is the due day: its steps; of one that was told without them, its sentence. */
export const dueText = (because: DueBecause, words: Words): string => (because.steps?.length ? stepsOf({ because: because.steps }, words) : words.because(because));
