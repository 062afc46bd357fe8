/** The redactor of what is redacted again and again: it goes on with the stand-ins that it gave before. */
import { z } from 'zod';

import { createRedactor, REDACTION_MAP_SCHEMA, type RedactionMap, type Redactor } from '../../analyzers/index';

/** `kept`: its map as JSON, as it was stored; null where nothing was redacted so far. */
export const redactorWith = (kept: string | null): Redactor =>
  createRedactor(kept === null ? undefined : (mapOf(kept) ?? undefined));

/** The inside is not checked: only this program writes it, and the version changes with the shape. */
const ofThisVersion = z.looseObject({ schema: z.literal(REDACTION_MAP_SCHEMA) });

/** null for a map of another release: there are other stand-ins from then on, which is better than none. */
function mapOf(json: string): RedactionMap | null {
  try {
    const map = ofThisVersion.safeParse(JSON.parse(json));
    return map.success ? (map.data as unknown as RedactionMap) : null;
  } catch {
    return null;
  }
}
