/** The program behind `npm run move`. */
import { move } from './move';
import { runCommand } from './run-command';

void runCommand(move);
