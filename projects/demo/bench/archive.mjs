/**
 * From scans to PDF/A: our reader against OCRmyPDF (`--jobs 2`, PDF/A), on the same letters, in processor seconds a page and
 * in characters wrong. Prints ratios, judges nothing. OCRmyPDF is looked for as `ocrmypdf`, or where OCRMYPDF says.
 * BANNETTE_BENCH_LETTERS: how many letters (12). Linux only for processor seconds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReader } from '../../capture/dist/reading/index.js';
import { letterScan, LETTER, speckled } from '../../capture/dist/testing.js';
import { batchOfLetters, generateLetter } from '../dist/index.js';

const count = Number(process.env.BANNETTE_BENCH_LETTERS ?? 12);
const ocrmypdf = process.env.OCRMYPDF ?? 'ocrmypdf';
const native = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout?.split('\n').includes('fra') ?? false;
const folder = mkdtempSync(join(tmpdir(), 'bannette-bench-archive-'));

try {
  const letters = [];
  for (const [index, spec] of batchOfLetters({ seed: 7, count, receivedAt: '2026-03-12' }).entries()) {
    const { bytes, truth } = await generateLetter({ ...spec, format: 'pdf-image', defects: { ...spec.defects, speckle: 0, rotation: 0, dpi: 300 } });
    const path = join(folder, `letter-${String(index).padStart(2, '0')}.pdf`);
    writeFileSync(path, bytes);
    letters.push({ path, truth: truth.text, pages: truth.pages });
  }
  const pages = letters.reduce((sum, letter) => sum + letter.pages, 0);
  console.log(`archive copies: ${letters.length} letters, ${pages} pages, scanned at 300 dpi`);
  const theirs = withOcrmypdf(letters);
  for (const engine of native ? ['wasm', 'native'] : ['wasm']) {
    const mine = await ours(letters, engine);
    console.log(`  Bannette (${engine}): ${told(mine, pages)}${theirs ? `; ratio to OCRmyPDF ${(theirs.cpu / mine.cpu).toFixed(2)}` : ''}`);
  }
  if (theirs) console.log(`  OCRmyPDF --jobs 2: ${told(theirs, pages)}`);
  else console.log(`  OCRmyPDF is not on this machine (${ocrmypdf}): no ratio can be given`);
  if (!native) console.log('  native Tesseract with French is not installed');
  await photocopy();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function told({ cpu, seconds, wrong, bytes }, pages) {
  return `${(cpu / pages).toFixed(2)} CPU-s/page, ${((pages * 60) / seconds).toFixed(0)} pages/min, ${Math.round(bytes / pages / 1024)} KiB/page, characters wrong ${(wrong * 100).toFixed(1)} %`;
}

/** Two files at a time, as OCRmyPDF reads two pages at a time; processes are started within what is measured. */
async function ours(letters, engine) {
  const reader = createReader({ engine, processes: 2 });
  const began = Date.now();
  const before = await childSeconds();
  const read = await Promise.all(letters.map(async ({ path, truth }) => {
    const reading = await reader.read({ inputPath: path, fileName: 'letter', outputDir: mkdtempSync(join(folder, 'out-')), others: ['eng'] });
    if (reading.outcome === 'rejected') throw new Error(`${path}: ${reading.reason}`);
    return { bytes: reading.searchablePdf.size, wrong: wrongIn(truth, reading.text), length: truth.length };
  }));
  const seconds = (Date.now() - began) / 1000;
  await reader.close();
  return { cpu: (await childSeconds()) - before, seconds, ...sums(read) };
}

function withOcrmypdf(letters) {
  if (spawnSync(ocrmypdf, ['--version']).status !== 0) return undefined;
  // All letters in one file, so that it starts once.
  const whole = join(folder, 'whole.pdf');
  if (spawnSync('qpdf', ['--empty', '--pages', ...letters.flatMap(({ path }) => [path, '1-z']), '--', whole]).status !== 0) return undefined;
  const [target, sidecar] = [join(folder, 'theirs.pdf'), join(folder, 'theirs.txt')];
  const began = Date.now();
  const before = childSecondsNow();
  const { status, stderr } = spawnSync(ocrmypdf, ['-q', '--jobs', '2', '-l', 'fra', '--output-type', 'pdfa', '--sidecar', sidecar, whole, target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`OCRmyPDF ended with ${status}: ${stderr}`);
  const cpu = childSecondsNow() - before;
  const seconds = (Date.now() - began) / 1000;
  const pages = readFileSync(sidecar, 'utf8').split('\f');
  let at = 0;
  const read = letters.map(({ truth, pages: own }) => ({ bytes: 0, wrong: wrongIn(truth, pages.slice(at, (at += own)).join('\n')), length: truth.length }));
  return { cpu, seconds, ...sums(read), bytes: statSync(target).size };
}

function sums(read) {
  return { bytes: read.reduce((sum, { bytes }) => sum + bytes, 0), wrong: read.reduce((sum, { wrong }) => sum + wrong, 0) / read.reduce((sum, { length }) => sum + length, 0) };
}

/** A letter of ours with salt and pepper on it. */
async function photocopy() {
  const path = join(folder, 'photocopy.png');
  await (await speckled(await letterScan(300), 0.05)).png({ compressionLevel: 3 }).withMetadata({ density: 300 }).toFile(path);
  for (const engine of native ? ['wasm', 'native'] : ['wasm']) {
    const reader = createReader({ engine, processes: 1 });
    const reading = await reader.read({ inputPath: path, fileName: 'photocopy', outputDir: mkdtempSync(join(folder, 'out-')) });
    await reader.close();
    if (reading.outcome === 'rejected') throw new Error(reading.reason);
    console.log(`  a photocopy of salt and pepper (${engine}): characters wrong ${((wrongIn(LETTER, reading.text) * 100) / plain(LETTER).length).toFixed(1)} %, ${reading.cpuSeconds.toFixed(1)} CPU-s, told legible at ${reading.pages[0].confidence}`);
  }
}

function plain(text) {
  return text.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}

/**
 * Characters of the truth that are missing or wrong. Recognisers differ in the order in which they read columns, so words are
 * matched wherever they stand: each of the truth's words costs its distance to the nearest one left of those read.
 */
function wrongIn(truth, text) {
  const left = new Map();
  for (const word of plain(text).split(' ')) left.set(word, (left.get(word) ?? 0) + 1);
  const missed = plain(truth).split(' ').filter((word) => {
    const many = left.get(word) ?? 0;
    if (many > 0) left.set(word, many - 1);
    return many === 0;
  });
  let wrong = 0;
  for (const word of missed) {
    let best = { distance: word.length, word: undefined };
    for (const [candidate, many] of left) {
      if (many < 1 || Math.abs(candidate.length - word.length) >= best.distance) continue;
      const distance = levenshtein(word, candidate);
      if (distance < best.distance) best = { distance, word: candidate };
    }
    if (best.word !== undefined) left.set(best.word, left.get(best.word) - 1);
    wrong += best.distance;
  }
  return wrong;
}

function levenshtein(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

/** Of programs that have ended and were waited for (Linux: /proc/self/stat, 100 ticks a second). */
function childSecondsNow() {
  const fields = readFileSync('/proc/self/stat', 'latin1').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** A process that has just ended is counted a moment later. */
async function childSeconds() {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return childSecondsNow();
}
