/** What an uploaded file is called: it is shown and quoted, and often says which machine it is of. */
import { RefusedError } from '../refused-error';

const MAX_NAME_CHARACTERS = 255;

/** Of `?name=` or of a part of a form, else of `Content-Disposition`. Throws a RefusedError where there is none that can be used. */
export function fileNameOf(given: string | undefined, disposition: string | undefined): string {
  const name = (given ?? nameIn(disposition ?? '') ?? '').trim();
  if (name === '') {
    throw new RefusedError(
      'no-name',
      'Say what the file is called: ?name=mmsa.txt, or a part of a form with a file name.',
    );
  }
  if (name.length > MAX_NAME_CHARACTERS || /\p{Cc}/u.test(name)) {
    throw new RefusedError(
      'bad-name',
      `A file name has at most ${MAX_NAME_CHARACTERS} characters and no control characters: send the file under another one.`,
    );
  }
  return name;
}

/** RFC 6266: `filename*` is the better one. null where it has none. */
function nameIn(disposition: string): string | null {
  const extended = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended);
    } catch {
      return null;
    }
  }
  const quoted = /;\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1];
  // Node gives headers as Latin-1, and names are sent as UTF-8.
  if (quoted !== undefined) return Buffer.from(quoted.replace(/\\(.)/g, '$1'), 'latin1').toString('utf8');
  return /;\s*filename\s*=\s*([^\s";]+)/i.exec(disposition)?.[1] ?? null;
}
