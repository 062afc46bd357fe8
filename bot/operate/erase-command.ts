/** The program behind `npm run erase`. */
import { eraseSubject } from './erase';
import { runCommand } from './run-command';

void runCommand(eraseSubject);
