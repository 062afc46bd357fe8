/** Which store a cmdlet of the firewall read: without `-PolicyStore` it is the local one, where Group Policy may still say otherwise. */
import { type Problem } from '../diagnosis/diagnosis';
import { type Output } from './command';

/** Whether the settings are shown to be those in force, which the command line alone does: the output of either store looks the same. */
export const isActiveStore = ({ typed }: Output): boolean =>
  typed !== null && /\s-policystore\s+['"]?activestore/i.test(typed);

/** `cmdlet` is the one to run again, without its store. */
export const localStore = (cmdlet: string, { typed }: Output): Problem =>
  typed === null
    ? {
        code: 'store-unknown',
        message: `Nothing shows which store this is, and in the local one Group Policy may say otherwise. Run ${cmdlet} -PolicyStore ActiveStore, and send the line of the command too.`,
      }
    : {
        code: 'local-store',
        message: `This is not the store that counts: Group Policy may say otherwise. Run ${cmdlet} -PolicyStore ActiveStore.`,
      };
