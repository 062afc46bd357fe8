/** Which skeleton the words ask for, or what is wrong with them. */
import { cardSkeleton } from './card-skeleton';
import { commandSkeleton } from './command-skeleton';
import { type Skeleton } from './skeleton';
import { stepSkeleton } from './step-skeleton';

export function skeletonOf(kind = '', name = ''): Skeleton | { readonly fault: string } {
  const isKebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name);
  switch (kind) {
    case 'command':
      return isKebab ? commandSkeleton(name) : { fault: 'Name it like netsh-isatap: npm run new -- command NAME.' };
    case 'card':
      return isKebab ? cardSkeleton(name) : { fault: 'Name it like maintenance: npm run new -- card NAME.' };
    case 'step': {
      const isStep = /^[a-z]+\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name);
      const skeleton = isStep ? stepSkeleton(name) : null;
      return (
        skeleton ?? {
          fault:
            'Name it like client.clock, with the group client, infra, intranet or security: npm run new -- step NAME.',
        }
      );
    }
    default:
      return { fault: 'npm run new makes a command, a step or a card: npm run new -- command|step|card NAME.' };
  }
}
