import { connect } from '../repository.js';
import { breakingLine } from '../testing/breaking-line.js';
import { freshRepository, type FreshRepository } from '../testing/fresh-repository.js';
import { asAdmin, installAll, lines, portrait, recordsOptions, rowD, rowT } from './installed.spec-support.js';
import { planInstall } from './plan.js';

/** Each takes two seconds: every fourth change, begun somewhere, or all with BANNETTE_CRASH_POINTS=all. */
const every = process.env['BANNETTE_CRASH_POINTS'] === 'all' ? 1 : 4;

describe('an installation that breaks off', () => {
  const inFresh = async <T>(act: (fresh: FreshRepository) => Promise<T>): Promise<T> => {
    const fresh = await freshRepository();
    try {
      return await act(fresh);
    } finally {
      await fresh.close();
    }
  };

  /** Lets the line break after some changes, then installs again over a good one. */
  const brokenAfter = (changes: number | undefined) =>
    inFresh(async (fresh) => {
      const options = await recordsOptions([rowD, rowT]);
      const passwords = new Map<string, string>();
      const line = await breakingLine(fresh.url, { lasts: changes });
      const broke = await installAll(asAdmin(line), options, passwords).then(() => false, () => true);
      await line.close();
      const admin = asAdmin(fresh);
      await installAll(admin, options, passwords);
      const people: string[] = [];
      for (const [user, password] of passwords) people.push((await connect({ url: fresh.url, retries: 0 }, { user, password }).me()).id);
      return { broke, changes: line.changes, state: await portrait(admin), people, left: lines(await planInstall(admin, options)) };
    });

  it('after any of its changes is completed by the next run, to the same end', async () => {
    const whole = await brokenAfter(undefined);
    expect([whole.broke, whole.left]).toEqual([false, []]);
    expect(whole.changes).toBeGreaterThan(25);
    for (let changes = Math.floor(Math.random() * every); changes < whole.changes; changes += every) {
      const { broke, state, people, left } = await brokenAfter(changes);
      expect([broke, left, [...people].sort()]).withContext(`after ${changes} changes`).toEqual([true, [], ['bannette-purge', 'bannette-svc']]);
      expect(state).withContext(`after ${changes} changes`).toEqual(whole.state);
    }
  }, 600_000);
});
