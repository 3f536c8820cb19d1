import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One part of a recorded multipart body: a field, or a file by its text or its bytes. */
export interface RecordedPart {
  readonly name: string;
  readonly value?: string;
  readonly filename?: string;
  readonly text?: string;
  readonly raw?: { readonly base64: string };
  readonly contentType?: string;
}

/** What was asked. Templates hold `{{name}}` for what an earlier answer gave. */
export interface RecordedRequest {
  readonly method: string;
  readonly pathTemplate: string;
  /** `admin`, `ticket`, `name:password`, `{{name}}` of a person made before, or nobody. */
  readonly user: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bodyTemplate?: unknown;
  readonly bodyTextTemplate?: string;
  readonly bodyBase64?: string;
  readonly multipart?: readonly RecordedPart[];
}

export interface RecordedResponse {
  readonly status: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bodyText?: string;
  readonly bodyBase64?: string;
  /** The answer did not arrive whole: only its status can be compared. */
  readonly brokenBody?: unknown;
}

/** One exchange with a real repository. */
export interface Recorded {
  readonly id: string;
  /** The answer depends on a search index, which the recorded repository had not: nothing is compared. */
  readonly indexNeeded?: boolean;
  /** Not from the recordings: done, and not judged. */
  readonly silent?: boolean;
  /** Names for later templates, and where in the answer their values are. */
  readonly binds?: Readonly<Record<string, string>>;
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
}

/** The recordings of one area, in the order in which they were made. */
export interface Area {
  readonly area: string;
  readonly given: Readonly<Record<string, string>>;
  readonly exchanges: readonly Recorded[];
}

const areaFile = /^(\d\d)-[\w-]+\.json$/;

/** Two-digit numbers of the areas that a directory holds, in order. */
export function areasIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory).flatMap((name) => areaFile.exec(name)?.[1] ?? []).sort();
}

/** @throws when the directory holds no recordings of that number */
export function readArea(directory: string, number: string): Area {
  const name = readdirSync(directory).find((one) => areaFile.exec(one)?.[1] === number);
  if (name === undefined) throw new Error(`${directory} holds no recordings of area ${number}`);
  const read = JSON.parse(readFileSync(join(directory, name), 'utf8')) as Partial<Area>;
  return { area: name.replace(/\.json$/, ''), given: read.given ?? {}, exchanges: read.exchanges ?? [] };
}
