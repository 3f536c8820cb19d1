import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A Dockerfile's stages: `{ name, from, steps: [{ word, text }] }`. */
export function stagesOf(text) {
  const lines = text.replace(/^\s*#.*\n/gm, '').replace(/\\\n/g, ' ').split('\n').map((line) => line.trim()).filter(Boolean);
  const stages = [];
  for (const line of lines) {
    const [word, rest = ''] = [line.split(/\s+/, 1)[0].toUpperCase(), line.slice(line.split(/\s+/, 1)[0].length).trim()];
    if (word === 'FROM') {
      const [, from, name = String(stages.length)] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest) ?? [];
      stages.push({ name, from, steps: [] });
    } else stages.at(-1)?.steps.push({ word, text: rest });
  }
  return stages;
}

/** What the last stage says of the process: its entry, command, environment, user, health check. */
export function processOf(stages) {
  const last = (word) => stages.at(-1).steps.filter((step) => step.word === word).map(({ text }) => text);
  const one = (word) => last(word).at(-1);
  return {
    entrypoint: JSON.parse(one('ENTRYPOINT') ?? '[]'),
    command: JSON.parse(one('CMD') ?? '[]'),
    health: JSON.parse(/CMD\s+(\[.*\])$/.exec(one('HEALTHCHECK') ?? '')?.[1] ?? '[]'),
    user: one('USER'),
    env: Object.fromEntries(last('ENV').flatMap((text) => [...text.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]))),
  };
}

/**
 * Does what the stages say, each in a folder that stands for its root; `instead` may do a command in another way.
 * Commands that need a system of their own (apt-get) are left out and answered.
 */
export function follow(stages, folder, context, instead = () => false) {
  const leftOut = [];
  const roots = {};
  for (const stage of stages) {
    const root = (roots[stage.name] = join(folder, `stage-${stage.name}`));
    mkdirSync(root, { recursive: true });
    if (roots[stage.from]) link(`${roots[stage.from]}/.`, root);
    let workdir = '/';
    for (const { word, text } of stage.steps) {
      if (word === 'WORKDIR') mkdirSync(join(root, (workdir = text)), { recursive: true });
      if (word === 'COPY') bring(text, join(root, workdir), roots, context);
      if (word === 'RUN' && /\bapt-get\b/.test(text)) leftOut.push(text);
      else if (word === 'RUN' && !instead(text, join(root, workdir))) shell(text, join(root, workdir));
    }
  }
  return { root: roots[stages.at(-1).name], leftOut };
}

function bring(text, workdir, roots, context) {
  const [, from, source, target] = /^(?:--from=(\S+)\s+)?(\S+)\s+(\S+)$/.exec(text) ?? [];
  if (!source || target.startsWith('/')) throw new Error(`COPY ${text}: not understood here`);
  const into = join(workdir, target);
  if (!from) return context(into);
  const origin = join(roots[from], source);
  mkdirSync(target.endsWith('/') ? into : dirname(into), { recursive: true });
  link(target.endsWith('/') ? `${origin}/.` : origin, into);
}

/** A copy of links to the same bytes: quick, and removing one leaves the other. */
const link = (from, to) => shell(`cp -al '${from}' '${to}' 2>/dev/null || cp -a '${from}' '${to}'`, '/');

function shell(command, cwd) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 });
  if (status !== 0) throw new Error(`${command}: ended with ${status}\n${stdout}\n${stderr}`);
}

/** The files that git knows or would take, but for those the build must not see. */
export function contextOf(project, ignored) {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: project, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 });
  const files = stdout.split('\0').filter((file) => file && !ignored(file));
  return (target) => {
    for (const file of files) cpSync(join(project, file), join(target, file), { recursive: true, force: true, errorOnExist: false });
  };
}
