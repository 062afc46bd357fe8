/** What a sample passes whole: a cut of it may pass nothing more. */
import { analyse, type AnyUpload, type Context, type StepId } from '../../analyzers/index';
import { passedIn } from './judgement';

export type PassedWhole = (
  key: string,
  uploads: () => readonly AnyUpload[],
  context: Context,
) => Promise<readonly StepId[]>;

/** Judged once for each key; `key` names sample, form and context. */
export function passedWhole(): PassedWhole {
  const known = new Map<string, Promise<readonly StepId[]>>();
  return (key, uploads, context) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const judged = analyse(uploads(), context).then(({ diagnosis }) => passedIn(diagnosis));
    known.set(key, judged);
    return judged;
  };
}
