/** The program behind `npm run backup`. */
import { backUp } from './back-up';
import { runCommand } from './run-command';

void runCommand(backUp);
