/** The program behind `npm run stand-ins`. */
import { runCommand } from './run-command';
import { standIns } from './stand-ins';

void runCommand(standIns);
