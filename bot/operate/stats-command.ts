/** The program behind `npm run stats`. */
import { runCommand } from './run-command';
import { stats } from './stats';

void runCommand(stats);
