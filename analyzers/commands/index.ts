/** The registry: every command that can be read, and so every command that can be asked for. */
import { type Command } from './command';

export const commands: readonly Command[] = [];
