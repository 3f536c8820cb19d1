import type { AreaOutcome, Judged, Judgement } from './replay.js';

const count = (outcome: AreaOutcome, judgement: Judgement): number => outcome.exchanges.filter((one) => one.judgement === judgement).length;

export interface Figures {
  readonly area: string;
  readonly honoured: number;
  readonly different: number;
  readonly notOffered: number;
  /** Needs a search index. */
  readonly notCompared: number;
  readonly compared: number;
}

export function figuresOf(outcome: AreaOutcome): Figures {
  const [honoured, different, notOffered] = [count(outcome, 'honoured'), count(outcome, 'different'), count(outcome, 'notOffered')];
  return { area: outcome.area, honoured, different, notOffered, notCompared: count(outcome, 'notCompared'), compared: honoured + different + notOffered };
}

const percent = (part: number, whole: number): string => `${whole === 0 ? '–' : (Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;

function described(one: Judged, full: boolean): string[] {
  const shown = full ? one.differences : one.differences.slice(0, 1);
  return [
    `  ${one.id}  ${one.request}${one.unknown.length > 0 ? `  (unknown: ${one.unknown.join(', ')})` : ''}`,
    ...shown.map(({ what, path, expected, found }) => `      ${path} ${what}\n        expected ${expected}\n        found    ${found}`),
    ...(one.differences.length > shown.length ? [`      and ${one.differences.length - shown.length} more (--diff)`] : []),
  ];
}

/** An area's differences, what it does not offer, and its figures as the last line. */
export function areaReport(outcome: AreaOutcome, full: boolean): string {
  const { honoured, different, notOffered, notCompared, compared } = figuresOf(outcome);
  const of = (judgement: Judgement): readonly Judged[] => outcome.exchanges.filter((one) => one.judgement === judgement);
  return [
    ...of('different').flatMap((one) => described(one, full)),
    ...(notOffered > 0 ? [`  not offered: ${of('notOffered').map((one) => one.id).join(', ')}`] : []),
    `${outcome.area}: ${honoured} of ${compared} honoured (${percent(honoured, compared)}), ${different} different, ${notOffered} not offered${notCompared > 0 ? `, ${notCompared} not compared (need a search index)` : ''}`,
  ].join('\n');
}

/** The table of all areas, and the overall percentage as the last line. */
export function summary(outcomes: readonly AreaOutcome[]): string {
  const figures = outcomes.map(figuresOf);
  const sum = (of: (one: Figures) => number): number => figures.reduce((total, one) => total + of(one), 0);
  const row = (area: string, cells: readonly (string | number)[]): string => `${area.padEnd(24)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;
  return [
    row('area', ['honoured', 'different', 'not offered', 'of', '']),
    ...figures.map((one) => row(one.area, [one.honoured, one.different, one.notOffered, one.compared, percent(one.honoured, one.compared)])),
    `${percent(sum((one) => one.honoured), sum((one) => one.compared))} of ${sum((one) => one.compared)} exchanges honoured`,
  ].join('\n');
}
