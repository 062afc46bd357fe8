/** The server's addresses as a person wrote them into a form. */
import { isIPv4 } from 'node:net';

import { type WrittenServer } from '../../cards/index';
import { type ServerAddresses } from '../cases/living-case';

/** The addresses; null where none were written; a sentence where they are none. */
export function writtenServer({ first, second }: WrittenServer): ServerAddresses | string | null {
  if (first === '' && second === '') return null;
  if (first === '') return `I need the first address too: ${second} alone does not tell it.`;
  for (const given of [first, second]) {
    if (given !== '' && !isIPv4(given)) {
      return `"${given}" is no IPv4 address. Write it like 131.107.0.2.`;
    }
  }
  return { first, ...(second === '' ? {} : { second }) };
}
