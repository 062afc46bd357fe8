/** The text of a message that Teams keeps as HTML: its lines as a person sees them, code blocks as they were pasted. */
import { flatHtml } from '../../analyzers/intake/flat-html';

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

/** Linear in the length of the text. */
export function textOfHtml(html: string): string {
  const lines: string[] = [''];
  let silent = 0;
  let verbatim = 0;
  const add = (text: string): void => {
    lines[lines.length - 1] = (lines.at(-1) ?? '') + text;
  };
  const endLine = (): void => {
    if (lines.at(-1) !== '') lines.push('');
  };
  const parser = flatHtml({
    onopentagname: (name) => {
      if (SILENT.has(name)) silent += 1;
      if (VERBATIM.has(name)) verbatim += 1;
      if (name === 'br') lines.push('');
      if (name === 'td' && lines.at(-1) !== '') add('\t');
      if (BLOCKS.has(name)) endLine();
    },
    onclosetag: (name) => {
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
  parser.write(html);
  parser.end();
  return lines.join('\n');
}
