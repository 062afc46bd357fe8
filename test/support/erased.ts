/** An erasure as `npm run erase` does it, without the file that it may hand out before. */
import { type Deleted } from '../../bot/store/deleted';
import { erase, type Subject } from '../../bot/store/erasure';
import { type Home } from '../../bot/store/home';

/** `at`: milliseconds since 1970. */
export const erased = (home: Home, subject: Subject, at: number): Promise<Deleted> =>
  erase(home, subject, { at, really: true, before: () => Promise.resolve() });
