/** zone.js stands its own promise in for the browser's, without `Promise.try`, which pdf.js calls. */
interface Trying {
  try?: <T>(call: (...args: unknown[]) => T | PromiseLike<T>, ...args: unknown[]) => Promise<T>;
}
(Promise as unknown as Trying).try ??= (call, ...args) => new Promise((resolve) => resolve(call(...args)));

export {};
