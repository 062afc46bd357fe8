/** The command that settles most while nothing is known, and that shows after a repair whether it worked. */
import { describeLadder, type NextCommand } from '../../analyzers/index';

export function securityAssociationsCommand(): NextCommand {
  const rung = describeLadder().find(({ step }) => step === 'infra.main-mode');
  if (rung === undefined) throw new Error('The ladder has no main mode step.');
  return rung.next;
}
