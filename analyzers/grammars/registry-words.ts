/** What reg.exe says of a key or a value that is not there, in the languages that are known. */
import { containing, spoken } from './languages/spoken';

const ERROR = new RegExp(`^\\s*(?:${spoken('error')})\\s?[:：]`, 'iu');
const [REGISTRY, NOT_FOUND] = [containing('registry'), containing('notFound')];

/** `ERROR: The system was unable to find the specified registry key or value.`; another error of reg.exe says nothing of the kind. */
export const isMissingInRegistry = (text: string): boolean =>
  ERROR.test(text) && REGISTRY.test(text) && NOT_FOUND.test(text);
