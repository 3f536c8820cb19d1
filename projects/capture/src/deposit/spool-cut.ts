import { createReadStream } from 'node:fs';
import type { House } from '@bannette/house';
import type { Spooled } from '@bannette/store';
import type { CutFile } from '../reading/index.js';

const maxBytes = 2 * 1024 ** 3;

/** Keeps a file that a reading process made; what a crash leaves there before a row names it is swept. */
export async function spoolCut(house: House, { path }: Pick<CutFile, 'path'>): Promise<Spooled> {
  return house.spool.write(createReadStream(path), { maxBytes });
}
