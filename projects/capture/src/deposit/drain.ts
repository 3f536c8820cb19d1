import type { IncomingMessage } from 'node:http';

/**
 * Lets the rest of a refused request come, and forgets it: who still sends would otherwise lose the connection before they
 * have read why they are refused. Up to so many bytes and milliseconds; a sender of more is cut off.
 */
export async function drained(request: IncomingMessage, most: { readonly bytes: number; readonly ms: number }): Promise<void> {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  let left = most.bytes;
  let late: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    late = setTimeout(resolve, most.ms);
    request.on('data', (piece: Buffer) => {
      left -= piece.length;
      if (left < 0) resolve();
    });
    request.once('end', resolve).once('close', resolve).once('error', () => resolve());
    request.resume();
  });
  clearTimeout(late);
}
