/** What the elements of an event mean by where they stand: which are wanted, and what is inside them. */
import { damaged } from './damage';
import { type Context, type SystemField } from './template-plan';

/** Elements of System whose text is wanted. */
export const SYSTEM_TEXTS: ReadonlyMap<string, SystemField> = new Map([
  ['EventID', 'eventId'],
  ['Version', 'version'],
  ['EventRecordID', 'recordId'],
  ['Channel', 'channel'],
  ['Computer', 'computer'],
]);

/** Contexts that are the same everywhere. */
const EVENT: Context = { place: 'event' };
const SYSTEM: Context = { place: 'system' };
const EVENT_DATA: Context = { place: 'event-data' };
const USER_DATA: Context = { place: 'user-data', path: '' };
const TEXT: Context = { place: 'text' };

/** Whether substitutions in this place are elements, not text. */
export function holdsElements(context: Context): boolean {
  if (context.place === 'user-data') return context.path === '';
  return context.place !== 'text';
}

/** Whether an element says something that is wanted; another is skipped by its size. */
export function isOfUse(around: Context, name: string): boolean {
  if (around.place === 'system') return name === 'Provider' || name === 'TimeCreated' || SYSTEM_TEXTS.has(name);
  // What a collector rendered for people: the texts of the event in its language.
  return around.place !== 'event' || name !== 'RenderingInfo';
}

/** What the content of an element means. */
export function contextOf(around: Context, name: string): Context {
  switch (around.place) {
    case 'document':
      return name === 'Event' ? EVENT : damaged();
    case 'event':
      if (name === 'System') return SYSTEM;
      if (name === 'EventData') return EVENT_DATA;
      return name === 'UserData' ? USER_DATA : { place: 'user-data', path: name };
    case 'system':
    case 'event-data':
    case 'text':
      return TEXT;
    case 'user-data':
      return { place: 'user-data', path: around.path === '' ? name : `${around.path}/${name}` };
  }
}
