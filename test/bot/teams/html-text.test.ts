/** The text of a message as a person sees it, out of the HTML that Teams keeps. */
import { textOfHtml } from '../../../bot/teams/html-text';

const lines = (html: string): readonly string[] => textOfHtml(html).split('\n');

describe('The text of a message', () => {
  it('has a line for each paragraph and each break', () => {
    expect(lines('<p>one</p><p>two<br>three</p>')).toEqual(['one', 'two', 'three', '']);
  });

  it('keeps the lines and the blanks of a code block, however they are written', () => {
    expect(lines('<codeblock class="Bash"><code>Main Mode SA<br>  Auth1:   ComputerCert</code></codeblock>')).toEqual([
      'Main Mode SA',
      '  Auth1:   ComputerCert',
      '',
    ]);
    expect(lines('<pre>Main Mode SA\r\n  Ok.\n</pre>').slice(0, 2)).toEqual(['Main Mode SA', '  Ok.']);
  });

  it('keeps empty lines of an output', () => {
    expect(lines('<code>a<br><br>b</code>')).toEqual(['a', '', 'b']);
  });

  it('has no text of what is not shown, and reads entities', () => {
    expect(textOfHtml('<style>p{}</style>a &lt;b&gt; &amp;<script>x</script>')).toBe('a <b> &');
  });

  it('takes line ends between tags for how it was written', () => {
    expect(lines('<div>\n<div>one</div>\n</div>').filter((line) => line !== '')).toEqual(['one']);
    expect(textOfHtml('one\ntwo')).toBe('one two');
  });

  it('is read in a time that grows with its length, tags that never close too', () => {
    const spent = (times: number): number => {
      const before = process.cpuUsage();
      textOfHtml('<div>'.repeat(times));
      textOfHtml('<'.repeat(5 * times));
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const least = (times: number): number => Math.min(spent(times), spent(times), spent(times));
    spent(20_000);
    // Four times the text takes four times as long; a square would take sixteen times.
    expect(least(80_000)).toBeLessThan(9 * least(20_000));
  });
});
