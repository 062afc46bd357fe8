/** Lists of PowerShell fall into records and properties. */
import {
  endsRecord,
  listEntries,
  powershellRecords,
  propertyOf,
  valueOf,
} from '../../../analyzers/grammars/powershell-list';
import { toLines } from '../../../analyzers/intake/lines';

const records = (text: string) => powershellRecords(toLines(text).lines);

describe('A list of PowerShell', () => {
  it('begins a record where a name comes again, with or without a blank line', () => {
    expect(records('Name : a\nSize : 1\nName : b\nSize : 2\n').map((record) => valueOf(record, 'Name'))).toEqual([
      'a',
      'b',
    ]);
    expect(records('Name : a\n\n\nName : b\n')).toHaveLength(2);
  });

  it('goes on with a value in indented lines', () => {
    const [record] = records('Dns : {2001:db8::1,\n      2001:db8::2}\nName : a\n');
    expect(listEntries(valueOf(record!, 'Dns')!)).toEqual(['2001:db8::1', '2001:db8::2']);
  });

  it('keeps the line of each property', () => {
    expect(records('\nName : a\nSize : 1\n')[0]!.get('size')!.line.number).toBe(3);
  });

  it('takes a Windows path and a sentence for no property', () => {
    expect(propertyOf('C:\\Windows : x')).toBeNull();
    expect(propertyOf('Get-NetIPsecMainModeSA : Access is denied.')).toBeNull();
  });

  it('ends in a blank line, or with as many properties as the first record has', () => {
    const ends = (text: string): boolean => endsRecord(toLines(text).lines, records(text));
    expect(ends('Name : a\nSize : 1\n\n')).toBe(true);
    expect(ends('Name : a\nSize : 1\n\nName : b\nSize : 2\n')).toBe(true);
    expect(ends('Name : a\nSize : 1\n\nName : b\n')).toBe(false);
  });
});
