/** Files of UTF-16 to which a console program appended 8-bit text, as collecting scripts leave them. */

/** A stretch of bytes of one kind. */
export interface Stretch {
  readonly isWide: boolean;
  readonly bytes: Uint8Array;
}

const [RETURN, FEED] = [0x0d, 0x0a];

/**
 * The stretches of a little-endian UTF-16 file in their order: PowerShell's Out-File writes the headings in UTF-16, and the `>>` of
 * cmd.exe puts what netsh printed behind them in the code page of the console (psSDP's `RunNetSH`). 8-bit text has no NULs and has line
 * ends of two bytes side by side, which in UTF-16 would be a letter that no language has. One stretch where the file is of one kind.
 */
export function stretches(bytes: Uint8Array): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  let at = 0;
  const close = (end: number, isWide: boolean): void => {
    if (end > from) found.push({ isWide, bytes: bytes.subarray(from, end) });
    from = end;
  };
  while (at + 1 < bytes.length) {
    if (bytes[at + 1] === 0) {
      at += 2;
      continue;
    }
    const nul = bytes.indexOf(0, at);
    // The byte before a NUL is the first half of the next wide character.
    const end = nul < 0 ? bytes.length : nul - 1;
    if (hasLineEnd(bytes, at, end)) {
      close(at, true);
      close(end, false);
      at = end;
    } else at = nul < 0 ? bytes.length : Math.max(at + 2, at + 2 * Math.floor((end - at) / 2));
  }
  close(bytes.length, true);
  return found;
}

function hasLineEnd(bytes: Uint8Array, start: number, end: number): boolean {
  const part = bytes.subarray(start, end);
  for (let at = part.indexOf(RETURN); at >= 0; at = part.indexOf(RETURN, at + 1)) {
    if (part[at + 1] === FEED) return true;
  }
  return false;
}
