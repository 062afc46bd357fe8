/** The program behind `npm run keys`. */
import { keys } from './keys';
import { runCommand } from './run-command';

void runCommand(keys);
