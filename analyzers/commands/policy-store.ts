/** Which store a cmdlet of the firewall read: without `-PolicyStore` it is the local one, where Group Policy may still say otherwise. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Output } from './command';

/** Whether the settings are those in force. A file without a command line is believed: these cmdlets are asked for with the store. */
export const isActiveStore = ({ typed }: Output): boolean =>
  typed === null || /\s-policystore\s+['"]?activestore/i.test(typed);

/** `cmdlet` is the one to run again, without its store. */
export const localStore = (cmdlet: string): Problem => ({
  code: 'local-store',
  message: `This is not the store that counts: Group Policy may say otherwise. Run ${cmdlet} -PolicyStore ActiveStore.`,
});
