// Runs compiled specs of one project: node scripts/lib/jasmine.mjs NAME FILES…. Last line of output: JSON counts.
import Jasmine from 'jasmine';
import { root } from './run.mjs';

const [name, ...files] = process.argv.slice(2);
const jasmine = new Jasmine({ projectBaseDir: root });
jasmine.loadConfig({ spec_dir: '.', spec_files: files, random: true });
jasmine.jasmine.DEFAULT_TIMEOUT_INTERVAL = 120_000;
jasmine.exitOnCompletion = false;

const counts = { passed: 0, failed: 0, skipped: 0 };
jasmine.clearReporters();
jasmine.addReporter({
  specDone: (spec) => {
    if (spec.status === 'passed') counts.passed++;
    else if (spec.status === 'failed') {
      counts.failed++;
      console.log(`\n✗ ${name}: ${spec.fullName}`);
      for (const { message, stack } of spec.failedExpectations) console.log(`  ${message}\n${(stack ?? '').split('\n').slice(0, 8).join('\n')}`);
    } else {
      counts.skipped++;
      console.log(`– ${name}: skipped: ${spec.fullName}${spec.pendingReason ? ` (${spec.pendingReason})` : ''}`);
    }
  },
  suiteDone: (suite) => {
    for (const { message, stack } of suite.failedExpectations ?? []) {
      counts.failed++;
      console.log(`\n✗ ${name}: ${suite.fullName}\n  ${message}\n${stack ?? ''}`);
    }
  },
  jasmineDone: (result) => {
    for (const { message, stack } of result.failedExpectations ?? []) {
      counts.failed++;
      console.log(`\n✗ ${name}: ${message}\n${stack ?? ''}`);
    }
    if (result.overallStatus === 'incomplete') console.log(`– ${name}: ${result.incompleteReason}`);
    if (result.overallStatus === 'incomplete' && counts.failed === 0 && result.incompleteCode !== 'noSpecsFound') counts.failed++;
  },
});
// BANNETTE_TEST_TIMES=1 tells what each file took, by this process's processor time and by the clock.
if (process.env.BANNETTE_TEST_TIMES) {
  const open = [];
  jasmine.addReporter({
    suiteStarted: () => void open.push({ at: Date.now(), cpu: process.cpuUsage() }),
    suiteDone: ({ description }) => {
      const { at, cpu } = open.pop();
      const { user, system } = process.cpuUsage(cpu);
      if (!open.length) console.log(`${((user + system) / 1e6).toFixed(1).padStart(7)} s of processor, ${((Date.now() - at) / 1000).toFixed(0).padStart(4)} s: ${description}`);
    },
  });
}
await jasmine.execute();
console.log(`\n${JSON.stringify(counts)}`);
process.exit(counts.failed ? 1 : 0);
