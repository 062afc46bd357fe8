/** The first sign of a line is what the regular expressions behind it would take for no blank. */
import { firstSign } from '../../../analyzers/grammars/first-sign';

describe('The first sign of a line', () => {
  it('is the first character that \\s does not match, for every character', () => {
    const wrong: number[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `\t${String.fromCharCode(code)}x`;
      if (firstSign(text) !== (/\S/.exec(text)?.[0] ?? '')) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });

  it('is empty where a line has none', () => {
    expect([firstSign(''), firstSign(' \t\u00a0\u2003')]).toEqual(['', '']);
  });
});
