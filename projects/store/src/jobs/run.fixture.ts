import { runJobs } from './run.js';

// A worker process that says when it has a job in hand and then never ends it.
const [databaseUrl = ''] = process.argv.slice(2);
const silent = () => undefined;
await runJobs({
  databaseUrl,
  concurrency: 2,
  log: { debug: silent, info: silent, warn: silent, error: silent },
  tasks: {
    mirror: ({ mail }) => {
      process.stdout.write(`${mail}\n`);
      return new Promise(() => undefined);
    },
  },
});
