/** The program behind `npm run status`. */
import { runCommand } from './run-command';
import { status } from './status';

void runCommand(status);
