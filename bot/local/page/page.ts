/** The page of the local chat: puts its parts together. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { registerCodeBlock } from './code-block';
import { startComposer } from './composer';
import { createMessageActionDialog } from './message-action-dialog';
import { PERSONAL_CHAT, threadsOf } from './message-places';
import { element } from './page-elements';
import { startPlace } from './place';
import { followEvents, sendMessage } from './server-calls';
import { startTheme } from './theme';
import { createTranscriptView } from './transcript-view';

registerCodeBlock();
const theme = startTheme(element('theme', HTMLSelectElement));
const status = element('status', HTMLElement);
const dialog = createMessageActionDialog(theme, (sentence) => view.say(sentence));
const place = startPlace();
const view = createTranscriptView(element('transcript', HTMLElement), status, theme, PERSONAL_CHAT, dialog.open);
const channel = createTranscriptView(
  element('channel', HTMLElement),
  status,
  theme,
  threadsOf(place.replyIn),
  dialog.open,
);
startComposer(view.say, place.channel);
element('compose-action', HTMLButtonElement).addEventListener('click', () => dialog.open(null));
element('sample', HTMLButtonElement).addEventListener('click', () => {
  sendMessage({ text: 'sample', files: [], channel: place.channel() }).catch(view.fail);
});
followEvents({
  connected: view.connected,
  on: (event) => {
    view.on(event);
    // One line says for both that the bot is reading.
    if (event.kind !== 'typing') channel.on(event);
  },
});
