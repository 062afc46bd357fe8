/** What is known without a case: the ladder, and what codes mean. */
import { describeLadder, explain } from '../../analyzers/index';
import { RefusedError } from '../refused-error';
import { type Handlers } from './operation';

export const knowledgeHandlers: Pick<Handlers, 'listSteps' | 'explainCode'> = {
  listSteps: () => Promise.resolve({ status: 200, type: 'application/json', body: describeLadder() }),
  explainCode: ({ path }) => {
    const explanation = explain(path.code);
    if (explanation.meanings.length === 0) return Promise.reject(notKnown());
    return Promise.resolve({ status: 200, type: 'application/json', body: explanation });
  },
};

const notKnown = (): RefusedError =>
  new RefusedError(
    'no-such-code',
    'This is no code that I know: give it as Windows prints it: 13801, 0x35E9, its name, %%8222 (written %25%258222), or an event id.',
  );
