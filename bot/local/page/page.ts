/** The page of the local chat: puts its parts together. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { registerCodeBlock } from './code-block';
import { startComposer } from './composer';
import { element } from './page-elements';
import { followEvents, sendMessage } from './server-calls';
import { startTheme } from './theme';
import { createTranscriptView } from './transcript-view';

registerCodeBlock();
const theme = startTheme(element('theme', HTMLSelectElement));
const view = createTranscriptView(element('transcript', HTMLElement), element('status', HTMLElement), theme);
startComposer(view.say);
element('sample', HTMLButtonElement).addEventListener('click', () => {
  sendMessage({ text: 'sample', files: [] }).catch(view.fail);
});
followEvents(view);
