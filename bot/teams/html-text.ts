/** The text of a message that Teams keeps as HTML: its lines as a person sees them, code blocks as they were pasted. */
import { Parser } from 'htmlparser2';

/** Each of these stands on lines of its own. */
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'pre',
  'codeblock',
  'blockquote',
  'li',
  'ul',
  'ol',
  'table',
  'tr',
  'h1',
  'h2',
  'h3',
  'hr',
]);
/** What stands between their tags is no text of the message. */
const SILENT: ReadonlySet<string> = new Set(['style', 'script', 'title']);
/** Line ends within these are those of the output. */
const VERBATIM: ReadonlySet<string> = new Set(['pre', 'codeblock', 'code']);

/** The parser looks through all elements that are open at each tag, so it gets no more of a message at a time … */
const PIECE_CHARACTERS = 8192;
/** … and where more are open than a message of a person has, all of them count as closed. */
const MAX_OPEN_ELEMENTS = 1000;

/** Linear in the length of the text. */
export function textOfHtml(html: string): string {
  const lines: string[] = [''];
  let silent = 0;
  let verbatim = 0;
  let open = 0;
  const add = (text: string): void => {
    lines[lines.length - 1] = (lines.at(-1) ?? '') + text;
  };
  const endLine = (): void => {
    if (lines.at(-1) !== '') lines.push('');
  };
  const parser = new Parser({
    onopentag: (name) => {
      open += 1;
      if (SILENT.has(name)) silent += 1;
      if (VERBATIM.has(name)) verbatim += 1;
      if (name === 'br') lines.push('');
      if (name === 'td' && lines.at(-1) !== '') add('\t');
      if (BLOCKS.has(name)) endLine();
    },
    onclosetag: (name) => {
      open -= 1;
      if (SILENT.has(name)) silent -= 1;
      if (VERBATIM.has(name)) verbatim -= 1;
      if (BLOCKS.has(name)) endLine();
    },
    ontext: (text) => {
      if (silent > 0) return;
      if (verbatim > 0) {
        const [first = '', ...more] = text.split(/\r?\n/);
        add(first);
        lines.push(...more);
        return;
      }
      // Between tags a line end is only how the HTML was written.
      if (text.trim() === '' && /[\r\n]/.test(text)) return;
      add(text.replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? ' ' : blanks)));
    },
  });
  for (let at = 0; at < html.length; at += PIECE_CHARACTERS) {
    parser.write(html.slice(at, at + PIECE_CHARACTERS));
    if (open <= MAX_OPEN_ELEMENTS) continue;
    parser.end();
    parser.reset();
  }
  parser.end();
  return lines.join('\n');
}
