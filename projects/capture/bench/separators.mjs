/**
 * Codes that part letters, on scans that nobody here made: how many are found, how many pages are parted without one, and
 * processor seconds an image, against zbarimg on the same pixels. Each code is declared as the settings would declare it.
 * Usage: node projects/capture/bench/separators.mjs   (scans: BANNETTE_SHARED, default ../shared; zbarimg: Debian's zbar-tools)
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { judgeCodes } from '../dist/codes/page-codes.js';
import { readCodes } from '../dist/codes/read-codes.js';
import { toGray } from '../dist/reading/gray-image.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const scans = join(process.env.BANNETTE_SHARED ?? join(root, '..', 'shared'), 'data', 'scans');
const pictures = ['.png', '.jpg', '.webp'];
if (!existsSync(scans)) {
  console.log('separators: the scans (BANNETTE_SHARED) are not here, nothing is compared');
  process.exit(0);
}
const hasZbar = spawnSync('zbarimg', ['--version']).status === 0;
if (!hasZbar) console.log('separators: zbarimg is not installed, no ratio can be given');

const samples = readdirSync(scans, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && pictures.includes(extname(entry.name).toLowerCase()))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .map((path) => ({ path, text: textOf(path) }))
  .filter(({ text, path }) => text !== undefined || /falsepositives/.test(path));
const declared = [...new Set(samples.flatMap(({ text }) => (text && text.length >= 3 && text.length <= 100 ? [text] : [])))].map((text) => ({ text }));

/** What the image's code says, where a text lies beside it. */
function textOf(path) {
  const beside = path.slice(0, -extname(path).length) + '.txt';
  return existsSync(beside) ? readFileSync(beside, 'utf8').trim() : undefined;
}

const folder = mkdtempSync(join(tmpdir(), 'bannette-bench-codes-'));
const told = { ours: count(), zbar: count() };
function count() {
  return { found: 0, falseSplits: 0, seconds: 0 };
}

try {
  for (const { path, text } of samples) {
    const pixels = join(folder, 'page.png');
    // Both are given the same gray picture.
    const drawn = await sharp(path).flatten({ background: 'white' }).grayscale().png().toFile(pixels).catch(() => undefined);
    if (!drawn) continue;
    note(told.ours, text, await ours(pixels));
    if (hasZbar) note(told.zbar, text, zbar(pixels));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const coded = samples.filter(({ text }) => text !== undefined).length;
for (const [name, { found, falseSplits, seconds }] of Object.entries(told)) {
  if (name === 'zbar' && !hasZbar) continue;
  console.log(`separators, ${name}: ${found} of ${coded} found, ${falseSplits} parted without a declared code of ${samples.length} images, ${((seconds / samples.length) * 1000).toFixed(0)} CPU-ms an image`);
}
if (hasZbar) console.log(`separators: found ${(told.ours.found / Math.max(1, told.zbar.found)).toFixed(2)}x as many as zbarimg, at ${(told.ours.seconds / told.zbar.seconds).toFixed(2)}x its processor time`);

async function ours(path) {
  const before = process.cpuUsage();
  const found = await readCodes(await toGray(sharp(path)), { anyFormat: true });
  const { user, system } = process.cpuUsage(before);
  const parts = judgeCodes(found, { entityId: 'bench', foreignCodes: declared }).foreign;
  return { parts, texts: found.map(({ text }) => text), seconds: (user + system) / 1e6 };
}

function zbar(path) {
  const before = process.resourceUsage ? children() : 0;
  const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', path], { encoding: 'utf8' });
  const texts = stdout.split('\n').map((line) => line.trim()).filter(Boolean);
  return { parts: texts.some((text) => declared.some((code) => code.text === text)), texts, seconds: children() - before };
}

/** Processor seconds of ended children, from Linux's own counters (clock ticks of 10 ms); elsewhere 0. */
function children() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

function note(tally, text, { parts, texts, seconds }) {
  tally.seconds += seconds;
  if (text !== undefined && texts.includes(text)) tally.found++;
  if (parts && (text === undefined || !texts.includes(text))) tally.falseSplits++;
}
