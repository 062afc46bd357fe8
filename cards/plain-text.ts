/** Plain text in columns: for the ticket note and the terminal. */

/**
 * The text in lines of at most `columns` characters, broken at blanks. `lead` stands before the first line; the others are
 * indented as far. A word that is longer than a line stands alone on its line and leaves it: a path or a command stays whole.
 */
export function wrapped(text: string, columns: number, lead = ''): readonly string[] {
  const room = Math.max(1, columns - lead.length);
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const margin = ' '.repeat(lead.length);
  return lines.length === 0 ? [lead.trimEnd()] : lines.map((line, index) => (index === 0 ? lead : margin) + line);
}
