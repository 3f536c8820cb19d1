/**
 * Processor seconds a page: our reader against the bare `tesseract` command on the same pages.
 * Usage: node projects/capture/bench/ocr.mjs [file…]   (without files: a letter of ours, clean, at 300 dpi)
 * With BANNETTE_BENCH_SWEEP=<folder>, every file of the folder is read as well and its outcome printed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { createReader } from '../dist/reading/index.js';
import { letterScan } from '../dist/reading/spec-support/letters.js';

const ROUNDS = 3;
const bareOptions = { stdio: 'ignore', env: { ...process.env, OMP_THREAD_LIMIT: '1' } };
const folder = mkdtempSync(join(tmpdir(), 'bannette-bench-ocr-'));
const native = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout?.split('\n').includes('fra') ?? false;

try {
  const files = process.argv.length > 2 ? process.argv.slice(2) : [await letter()];
  await compare(files);
  if (process.env.BANNETTE_BENCH_SWEEP) await sweep(process.env.BANNETTE_BENCH_SWEEP);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function letter() {
  const path = join(folder, 'letter.png');
  await (await letterScan(300)).png().withMetadata({ density: 300 }).toFile(path);
  return path;
}

async function compare(files) {
  if (!native) console.log('native Tesseract with French is not installed: no ratio can be given');
  for (const file of files) {
    const wasm = await ours(file, 'wasm');
    console.log(`${basename(file)}: wasm ${wasm.toFixed(2)} CPU-s/page`);
    if (!native) continue;
    const { path, pages } = bareInput(file);
    const bare = best(() => childSeconds(() => execFileSync('tesseract', [path, join(folder, 'bare'), '-l', 'fra', 'txt', 'pdf'], bareOptions))) / pages;
    const installed = await ours(file, 'native');
    console.log(`  bare tesseract ${bare.toFixed(2)} CPU-s; ours native ${installed.toFixed(2)} (ratio ${(installed / bare).toFixed(2)}), wasm ratio ${(wasm / bare).toFixed(2)}`);
  }
}

/** Tesseract reads images only: a PDF is given to it as the pages that pdftoppm draws at 300 dpi, which is not counted. */
function bareInput(file) {
  if (!readFileSync(file).subarray(0, 5).equals(Buffer.from('%PDF-'))) return { path: file, pages: 1 };
  execFileSync('pdftoppm', ['-r', '300', '-gray', file, join(folder, 'pages')]);
  const drawn = readdirSync(folder).filter((name) => /^pages-\d+\.pgm$/.test(name)).sort();
  const list = join(folder, 'pages.txt');
  writeFileSync(list, drawn.map((name) => join(folder, name)).join('\n'));
  return { path: list, pages: drawn.length };
}

/** Best of some rounds, per page; the first round of a process also starts it, so it is left out. */
async function ours(file, engine) {
  const reader = createReader({ engine, processes: 1 });
  let least = Infinity;
  for (let round = 0; round <= ROUNDS; round++) {
    const outputDir = mkdtempSync(join(folder, 'out-'));
    const reading = await reader.read({ inputPath: file, fileName: basename(file), outputDir });
    if (reading.outcome === 'rejected') throw new Error(`${file}: ${reading.reason}`);
    if (round > 0) least = Math.min(least, reading.cpuSeconds / reading.pages.length);
  }
  await reader.close();
  return least;
}

function best(measure) {
  return Math.min(...Array.from({ length: ROUNDS }, measure));
}

/** Processor seconds of the programs that `run` waits for (Linux: /proc/self/stat, 100 ticks a second). */
function childSeconds(run) {
  const ticks = () => readFileSync('/proc/self/stat', 'latin1').replace(/^.*\) /s, '').split(' ').slice(13, 15).reduce((sum, field) => sum + Number(field), 0);
  const before = ticks();
  run();
  return (ticks() - before) / 100;
}

async function sweep(root) {
  const reader = createReader();
  for (const name of readdirSync(root, { recursive: true }).sort()) {
    const inputPath = join(root, name);
    if (!statSync(inputPath).isFile()) continue;
    const outputDir = mkdtempSync(join(folder, 'out-'));
    const reading = await reader.read({ inputPath, fileName: basename(inputPath), outputDir });
    const told = reading.outcome === 'read' ? `${reading.pages.length} p, ${reading.cpuSeconds.toFixed(1)} CPU-s, confidence ${reading.confidence.toFixed(0)} ${reading.warnings.join(' ')}` : reading.reason;
    console.log(`${reading.outcome.padEnd(8)} ${name}: ${told}`);
    rmSync(outputDir, { recursive: true });
  }
  await reader.close();
}
