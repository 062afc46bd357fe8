/** The page of the local chat: puts its parts together. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { registerCodeBlock } from './code-block';
import { startComposer } from './composer';
import { createMessageActionDialog } from './message-action-dialog';
import { element } from './page-elements';
import { followEvents, sendMessage } from './server-calls';
import { startTheme } from './theme';
import { createTranscriptView } from './transcript-view';

registerCodeBlock();
const theme = startTheme(element('theme', HTMLSelectElement));
const status = element('status', HTMLElement);
const dialog = createMessageActionDialog(theme, (sentence) => view.say(sentence));
const view = createTranscriptView(element('transcript', HTMLElement), status, theme, dialog.open);
startComposer(view.say);
element('compose-action', HTMLButtonElement).addEventListener('click', () => dialog.open(null));
element('sample', HTMLButtonElement).addEventListener('click', () => {
  sendMessage({ text: 'sample', files: [] }).catch(view.fail);
});
followEvents(view);
