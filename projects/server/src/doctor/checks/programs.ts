import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Config } from '../../config.js';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

export interface Programs {
  readonly node: string;
  readonly tesseract: boolean;
  readonly workspace: boolean;
}

const workspaceFile = fileURLToPath(new URL('../../../../../dist/workspace-app/browser/index.html', import.meta.url));

/** What the machine has to have beside Bannette, and what a build leaves. */
export const programs = check('programs', 'machine', [], async ({ config }) =>
  judgePrograms({ node: process.versions.node, tesseract: await hasTesseract(), workspace: existsSync(workspaceFile) }, config.ocr));

const minimumNode = [20, 19] as const;

export function judgePrograms({ node, tesseract, workspace }: Programs, ocr: Config['ocr']): readonly Finding[] {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const found: Finding[] = [];
  if (major < minimumNode[0] || (major === minimumNode[0] && minor < minimumNode[1])) found.push(finding('nodeTooOld', { version: node, minimum: minimumNode.join('.') }));
  if (!workspace) found.push(finding('workspaceNotBuilt'));
  if (!tesseract && ocr === 'native') found.push(finding('tesseractMissing'));
  if (!tesseract && ocr === 'auto') found.push(finding('tesseractAbsent'));
  return found;
}

async function hasTesseract(): Promise<boolean> {
  const ask = async (option: string): Promise<string> => (await promisify(execFile)('tesseract', [option], { timeout: 10_000 })).stdout;
  try {
    return /^tesseract v?5\./.test(await ask('--version')) && /^fra$/m.test(await ask('--list-langs'));
  } catch {
    return false;
  }
}
