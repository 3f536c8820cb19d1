import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bin, run } from './run.mjs';

/** A Chromium of this machine; installed when that can be done; undefined, with a word, when not. */
export async function findChromium() {
  const found = present();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('Chromium is missing: installing it with apt…');
    await run('apt-get', ['update', '-qq'], { quiet: true });
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (present()) return present();
  }
  console.log('Chromium is missing: fetching the one that Playwright knows…');
  await run(bin('playwright-core'), ['install', 'chromium'], { quiet: true });
  return present();
}

function present() {
  const named = process.env.CHROME_BIN;
  if (named && existsSync(named)) return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const fixed = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];
  return names.map(onPath).find(Boolean) ?? fixed.find((path) => existsSync(path)) ?? ofPlaywright();
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function ofPlaywright() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), process.platform === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright');
  if (!existsSync(cache)) return undefined;
  for (const folder of readdirSync(cache).filter((name) => name.startsWith('chromium-')).sort().reverse()) {
    for (const path of ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe']) {
      const full = join(cache, folder, path);
      if (existsSync(full)) return full;
    }
  }
  return undefined;
}
