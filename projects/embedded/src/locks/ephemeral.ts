/** Locks that live in memory only, as ACS keeps `EPHEMERAL` ones; they lie over a persistent lock. */
export interface Lock {
  readonly owner: string;
  readonly type: 'WRITE_LOCK' | 'READ_ONLY_LOCK';
  readonly lifetime: 'PERSISTENT' | 'EPHEMERAL';
  readonly expires?: Date;
}

export function ephemeralLocks() {
  const held = new Map<string, Lock>();
  return {
    get(node: string): Lock | undefined {
      const lock = held.get(node);
      if (lock?.expires !== undefined && lock.expires.getTime() <= Date.now()) {
        held.delete(node);
        return undefined;
      }
      return lock;
    },
    set: (node: string, lock: Lock): void => void held.set(node, lock),
    delete: (node: string): boolean => held.delete(node),
  };
}

export type EphemeralLocks = ReturnType<typeof ephemeralLocks>;
