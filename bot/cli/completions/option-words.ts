/** The options of a command as a shell completes them. */
import { type CommandForm } from '../command-form';

export const optionWords = ({ options }: CommandForm): readonly string[] => [
  ...Object.keys(options).map((name) => `--${name}`),
  '--help',
];
