/** The lines of an event's message that have a label: `Network Address:` and what stands behind it. */

export interface MessageLine {
  readonly text: string;
  readonly label: string;
  /** Empty where the line is a heading. */
  readonly value: string;
  /** Where the label begins in the message. */
  readonly at: number;
}

/** A value of a message with its name in the XML form. */
export interface MessageValue {
  readonly name: string;
  readonly value: string;
  /** Where its label begins in the message. */
  readonly at: number;
}

/** More lines than any message of an IPsec event has. */
export const MAX_MESSAGE_LINES = 200;
/** French puts a blank before the colon, Chinese and Japanese may have their own sign. */
const LABELLED = /^([ \t]*)([^:\uff1a\t\r\n]{1,80})[:\uff1a](?:\s+(.*)|())$/;

/** Values are parted from their labels by tabs or blanks: a sentence with `http://` has no label. The first line is the sentence. */
export function messageLines(message: string): readonly MessageLine[] {
  const lines: MessageLine[] = [];
  let at = 0;
  for (const text of message.split(/\n/, MAX_MESSAGE_LINES)) {
    const found = LABELLED.exec(text.trimEnd());
    if (found?.[2] !== undefined && at > 0) {
      const indent = found[1]?.length ?? 0;
      lines.push({
        text: text.trimEnd(),
        label: found[2].trim(),
        value: (found[3] ?? '').trim(),
        at: at + indent,
      });
    }
    at += text.length + 1;
  }
  return lines;
}
