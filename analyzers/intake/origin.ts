/** Whose output a document is, as far as names tell: a bundle's manifest, a host name, the name of the file and its folder. */
import { type Origin } from '../diagnosis/diagnosis';
import { type Document } from '../document';

/** What the manifest of a bundle says of the machine on which it was collected. */
export interface Manifest {
  /** The folder or archive that it speaks for, with its separator at the end. */
  readonly folder: string;
  readonly origin: Origin;
  readonly computer: string | null;
}

/** The largest manifest that is looked at. */
const MAX_MANIFEST_BYTES = 64 * 1024;

/** The manifest in a document named `manifest.json` with `machine` (`client` or `server`) and `computer`; null for other documents. */
export function manifestOf(document: Document): Manifest | null {
  const name = /(?:^|[\\/])manifest\.json$/i.exec(document.name);
  if (name === null || document.bytes > MAX_MANIFEST_BYTES) return null;
  const content = parsed(document.lines.map(({ raw }) => raw).join('\n'));
  if (content === null) return null;
  const folder = document.name.slice(0, document.name.length - 'manifest.json'.length);
  const { machine, computer } = content;
  return {
    folder,
    origin: machine === 'client' || machine === 'server' ? machine : 'unknown',
    computer: typeof computer === 'string' ? computer : null,
  };
}

function parsed(text: string): { readonly machine?: unknown; readonly computer?: unknown } | null {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? content : null;
  } catch {
    return null;
  }
}

const SERVER =
  /(?:^|[^a-z])(?:da-?|edge-?|uag-?)?(?:server|srv|gateway)\d{0,3}(?![a-z0-9])|(?:^|[^a-z])(?:da|edge|uag)\d{1,3}(?![a-z0-9])/i;
/** `NET_DAcli` is the scenario of Microsoft's TSS for the client, `_DirectAccessCli_` the file of its collector. */
const CLIENT = /(?:^|[^a-z])(?:(?:da|directaccess)cli|client|laptop|notebook|pc)\d{0,4}(?![a-z])/i;

/**
 * The machine that the name of a file says, else that of its folder, else that of its archive; null where none does. Folders further
 * up belong to whoever keeps the file.
 */
export function originInName(name: string): 'client' | 'server' | null {
  const archives = name.split('!/');
  const ownParts = archives.flatMap((path, index) => {
    const parts = path.split(/[\\/]/);
    return index === 0 ? parts.slice(-2) : parts;
  });
  for (const part of ownParts.reverse()) {
    const [server, client] = [SERVER.test(part), CLIENT.test(part)];
    if (server !== client) return server ? 'server' : 'client';
  }
  return null;
}
