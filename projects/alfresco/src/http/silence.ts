/** Aborts an exchange when the server is silent for too long. The time runs from the start, until `rest` or `stop`. */
export interface SilenceWatch {
  readonly signal: AbortSignal;
  readonly expired: () => boolean;
  /** The server is waited for from now on. */
  await(): void;
  /** It is our turn: a slow reader or source is not the server's silence. */
  rest(): void;
}

export function watchSilence(milliseconds: number): SilenceWatch {
  const controller = new AbortController();
  const start = (): NodeJS.Timeout => setTimeout(() => controller.abort(), milliseconds);
  let timer = start();
  return {
    signal: controller.signal,
    expired: () => controller.signal.aborted,
    await: () => {
      clearTimeout(timer);
      timer = start();
    },
    rest: () => clearTimeout(timer),
  };
}
