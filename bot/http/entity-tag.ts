/** ETags: of a case its version, of everything else a digest; and the conditions that callers tie to them (RFC 9110, 13). */
import { createHash } from 'node:crypto';

import { RefusedError } from '../refused-error';

export const caseTag = (version: number): string => `"${version}"`;

const TAG_BYTES = 18;

export const contentTag = (content: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, TAG_BYTES).toString('base64url')}"`;

/** Whether the caller has it already. Compared weakly, as RFC 9110 has it for If-None-Match. */
export const isKnown = (tag: string, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || tagsIn(ifNoneMatch).some((each) => each.replace(/^W\//, '') === tag));

/** Throws a RefusedError where the case is not at the version any more that the caller knows. A weak tag matches none. */
export function checkUnchanged(version: number, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*' || tagsIn(ifMatch).includes(caseTag(version))) return;
  throw new RefusedError('changed-since', 'The case was changed since you read it: read it again, then decide.');
}

const tagsIn = (header: string): readonly string[] => header.split(',').map((each) => each.trim());
