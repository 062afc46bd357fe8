/** How a text is written in PowerShell so that it is exactly that text. */

/**
 * A literal in single quotes: nothing acts in it but the quote itself, which is doubled (about_Quoting_Rules). PowerShell also takes the
 * typographic quotes for it, so they are doubled too.
 */
export const literal = (text: string): string => `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
