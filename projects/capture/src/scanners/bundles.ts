import { byPageName, readName, withoutExtension, type ScannerSetting, type SidecarFacts } from '@bannette/domain';
import type { BatchNote } from '@bannette/store';
import { isSettled, type SeenFile } from './sightings.js';

/** What an index for a whole folder says, or why it can't be read. */
export type IndexRead = { readonly facts: SidecarFacts } | { readonly flaw: BatchNote };

/** Files that are taken together, as one deposit. */
export interface Bundle {
  /** In their order. */
  readonly files: readonly SeenFile[];
  readonly sidecar?: SeenFile;
  /** Their pages are one run, whatever the number of files. */
  readonly run: boolean;
  /** Two files: fronts, then backs; one: both halves of it. */
  readonly apart: boolean;
  readonly notes: readonly BatchNote[];
}

/** Files of one name and number come as one batch once none has been added for so long. */
const namedQuietMs = 5_000;
const note = (code: string, params: BatchNote['params'] = {}, check = false): BatchNote => ({ code, params, check });
const fold = (text: string): string => text.normalize('NFC').toLowerCase();

/** What can be taken now of what lies in a scanner's folder. Pure: what stays is looked at again in the next round. */
export function bundles(files: readonly SeenFile[], profile: ScannerSetting, indexes: ReadonlyMap<string, IndexRead>): Bundle[] {
  const folders = new Map<string, SeenFile[]>();
  for (const file of files) folders.set(file.folder ?? '', [...(folders.get(file.folder ?? '') ?? []), file]);
  return [...folders].flatMap(([folder, own]) => inFolder(own.sort((a, b) => a.order - b.order || byPageName(a.name, b.name)), profile, indexes.get(folder)));
}

function inFolder(files: readonly SeenFile[], profile: ScannerSetting, index: IndexRead | undefined): Bundle[] {
  const sidecars = files.filter(({ name }) => isSidecar(name, profile));
  const scans = files.filter((file) => !sidecars.includes(file));
  if (!profile.sidecar) return withoutSidecar(scans, profile);
  if (isIndex(profile)) return withIndex(scans, sidecars.find((file) => isSettled(file, profile.settleMs)), sidecars.length > 0, profile, index);
  return withSidecars(scans, sidecars, profile);
}

const isIndex = ({ sidecar }: ScannerSetting): boolean => !!sidecar && !/\{(name|file)\}/.test(sidecar.name);

/** Whether a file is one that the scanner's software writes beside its scans. */
export function isSidecar(name: string, { sidecar }: Pick<ScannerSetting, 'sidecar'>): boolean {
  const [head = '', tail] = fold(sidecar?.name ?? '').split(/\{(?:name|file)\}/);
  if (!sidecar) return false;
  return tail === undefined ? fold(name) === head : fold(name).startsWith(head) && fold(name).endsWith(tail) && name.length > head.length + tail.length && /\.[a-z0-9]+$/.test(tail);
}

function withSidecars(scans: readonly SeenFile[], sidecars: readonly SeenFile[], profile: ScannerSetting): Bundle[] {
  const { sidecar, settleMs } = profile;
  const alone: SeenFile[] = [];
  const together = scans.filter((file) => isSettled(file, settleMs)).flatMap((file): Bundle[] => {
    const wanted = (sidecar?.name ?? '').replace('{name}', () => withoutExtension(file.name)).replace('{file}', () => file.name);
    const beside = sidecars.find(({ name }) => name === wanted.normalize('NFC')) ?? sidecars.find(({ name }) => fold(name) === fold(wanted));
    if (beside) return isSettled(beside, settleMs) ? [{ files: [file], sidecar: beside, run: false, apart: profile.mode === 'frontsThenBacks', notes: [] }] : [];
    if (!sidecar?.required) {
      alone.push(file);
      return [];
    }
    return file.quietMs < sidecar.waitS * 1000 ? [] : [{ files: [file], run: false, apart: profile.mode === 'frontsThenBacks', notes: [note('sidecarMissing', { name: wanted, seconds: sidecar.waitS }, true)] }];
  });
  return [...together, ...withoutSidecar(alone, profile)];
}

function withIndex(scans: readonly SeenFile[], index: SeenFile | undefined, coming: boolean, profile: ScannerSetting, read: IndexRead | undefined): Bundle[] {
  const waitMs = (profile.sidecar?.waitS ?? 0) * 1000;
  const settled = scans.filter((file) => isSettled(file, profile.settleMs)).sort((a, b) => byPageName(a.name, b.name));
  if (!index || !read) {
    const late = coming ? [] : settled.filter(({ quietMs }) => quietMs >= waitMs);
    return late.length ? [{ files: late, run: true, apart: false, notes: [note('sidecarMissing', { name: profile.sidecar?.name ?? '', seconds: profile.sidecar?.waitS ?? 0 }, true)] }] : [];
  }
  if ('flaw' in read) return settled.length && index.quietMs >= Math.min(waitMs, 10_000) ? [{ files: settled, sidecar: index, run: true, apart: false, notes: [] }] : [];
  const listed = [...new Set(read.facts.rows.flatMap(({ file }) => (file ? [fold(file)] : [])))];
  const found = listed.map((wanted) => settled.find(({ name }) => fold(name) === wanted));
  const there = found.filter((file) => file !== undefined);
  const missing = listed.filter((_, at) => !found[at]);
  if (missing.length && index.quietMs < waitMs) return [];
  if (!there.length) return [];
  return [{ files: there, sidecar: index, run: true, apart: false, notes: missing.length ? [note('listedMissing', { count: missing.length, first: missing[0] ?? '' }, true)] : [] }];
}

function withoutSidecar(scans: readonly SeenFile[], profile: ScannerSetting): Bundle[] {
  const settled = scans.filter((file) => isSettled(file, profile.settleMs));
  if (profile.mode === 'frontsThenBacks') return apart(scans, settled, profile);
  if (!profile.names?.includes('{batch}') || !profile.names.includes('{number}')) return settled.map((file) => ({ files: [file], run: false, apart: false, notes: unnamed(file, profile) }));
  return byName(scans, profile);
}

/** Fronts and the backs that follow; what stays alone holds both. */
function apart(scans: readonly SeenFile[], settled: readonly SeenFile[], { batchGapS }: ScannerSetting): Bundle[] {
  if (!batchGapS) return settled.map((file) => ({ files: [file], run: false, apart: true, notes: [] }));
  const made: Bundle[] = [];
  for (let at = 0; at < scans.length; at += 2) {
    const pair = scans.slice(at, at + 2);
    const ready = pair.every((file) => settled.includes(file)) && (pair.length === 2 || (pair[0]?.quietMs ?? 0) >= batchGapS * 1000);
    if (ready) made.push({ files: pair, run: false, apart: true, notes: [] });
  }
  return made;
}

/** Images, a page each, whose names say their batch and their place in it. */
function byName(scans: readonly SeenFile[], profile: ScannerSetting): Bundle[] {
  const named = scans.map((file) => ({ file, facts: readName(profile.names ?? '', file.name) }));
  const batches = new Map<string, typeof named>();
  for (const one of named) if (one.facts?.batch) batches.set(fold(one.facts.batch), [...(batches.get(fold(one.facts.batch)) ?? []), one]);
  const quietMs = Math.max(profile.settleMs, profile.batchGapS ? profile.batchGapS * 1000 : namedQuietMs);
  const whole = [...batches.values()].filter((batch) => batch.every(({ file }) => file.quietMs >= quietMs && isSettled(file, profile.settleMs)));
  const others = named.filter(({ file, facts }) => !facts?.batch && isSettled(file, profile.settleMs)).map(({ file }) => file);
  return [
    ...whole.map((batch) => ({ files: batch.sort((a, b) => (a.facts?.number ?? 0) - (b.facts?.number ?? 0) || byPageName(a.file.name, b.file.name)).map(({ file }) => file), run: true, apart: false, notes: gapNotes(batch.map(({ facts }) => facts?.number ?? 0)) })),
    ...others.map((file) => ({ files: [file], run: false, apart: false, notes: unnamed(file, profile) })),
  ];
}

function gapNotes(numbers: readonly number[]): BatchNote[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const missing = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) + 1 - new Set(sorted).size;
  return missing > 0 ? [note('numbersMissing', { count: missing }, true)] : [];
}

const unnamed = ({ name }: SeenFile, { names }: ScannerSetting): BatchNote[] => (names && !readName(names, name) ? [note('nameUnread', { name })] : []);
