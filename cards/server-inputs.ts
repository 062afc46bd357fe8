/** The inputs for the public addresses of the DirectAccess server, alike on a card and in a dialog. */
import { type TextInput } from './elements';
import { words } from './words';

/** As a person wrote them; empty where nothing is known. */
export interface WrittenServer {
  readonly first: string;
  readonly second: string;
}

/** Longer than any IPv4 address, so that a typing error is answered rather than cut off. */
export const MAX_ADDRESS_CHARACTERS = 40;

export const serverInputs = ({ first, second }: WrittenServer): readonly [TextInput, TextInput] => [
  {
    type: 'Input.Text',
    id: 'first',
    label: words`First public IPv4 address of the DirectAccess server`,
    isMultiline: false,
    maxLength: MAX_ADDRESS_CHARACTERS,
    value: first,
    placeholder: words`Like 131.107.0.2`,
    spacing: 'Medium',
  },
  {
    type: 'Input.Text',
    id: 'second',
    label: words`Second one, if it is not the next address`,
    isMultiline: false,
    maxLength: MAX_ADDRESS_CHARACTERS,
    value: second,
    placeholder: words`Like 131.107.0.3`,
    spacing: 'Small',
  },
];
