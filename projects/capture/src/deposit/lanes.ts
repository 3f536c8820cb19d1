import type { Channel, ReadingLane } from '@bannette/domain';
import type { JobOptions, Tx } from '@bannette/store';

const readTask = 'capture.read';

/** Names of the jobs that read files, one a lane: each lane has workers of its own, so that none stands behind another's files. */
export const readTasks: Readonly<Record<ReadingLane, string>> = { counter: 'capture.readCounter', normal: readTask, backlog: 'capture.readBacklog' };

/** A file of more bytes is no letter that somebody waits for. */
const BIG = 15 * 1024 * 1024;

interface Received {
  readonly channel: Channel;
  /** It comes from an older register. */
  readonly imported: boolean;
  /** What the scanner's profile says. */
  readonly declared?: ReadingLane;
  readonly size: number;
}

/** In which lane a file waits: somebody stands at the counter, somebody waits for the day's mail, nobody waits. */
export function laneOf({ channel, imported, declared, size }: Received): ReadingLane {
  if (declared) return declared;
  if (channel === 'counter') return 'counter';
  return imported || size > BIG ? 'backlog' : 'normal';
}

export function enqueueReading(tx: Tx, file: { readonly id: string; readonly lane: ReadingLane }, options: Pick<JobOptions, 'runAt'> = {}): Promise<void> {
  return tx.enqueue(readTasks[file.lane], { fileId: file.id }, { ...options, key: `${readTask}:${file.id}` });
}
