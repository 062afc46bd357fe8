/** Where a person writes, pastes, picks and drops what is sent. */
import { type SentToChannel } from '../chat-message';
import { element, made } from './page-elements';
import { sendMessage } from './server-calls';

/** Teams takes about this much in one message. */
const MAX_MESSAGE_CHARACTERS = 20_000;

/** `say` shows a sentence in the status line; `channel` is where a message goes, null for the personal chat. */
export function startComposer(say: (sentence: string) => void, channel: () => SentToChannel | null): void {
  const form = element('composer', HTMLFormElement);
  const text = element('message', HTMLTextAreaElement);
  const picker = element('files', HTMLInputElement);
  const list = element('chosen', HTMLUListElement);
  const send = element('send', HTMLButtonElement);
  let chosen: readonly File[] = [];

  const show = (): void => {
    list.replaceChildren(...chosen.map((file) => chip(file, () => choose(chosen.filter((each) => each !== file)))));
  };
  const choose = (files: readonly File[]): void => {
    chosen = files;
    show();
  };
  const submit = async (): Promise<void> => {
    if (send.disabled || (text.value.trim() === '' && chosen.length === 0)) return;
    send.disabled = true;
    try {
      await sendMessage({ ...asSent(text.value, chosen), channel: channel() });
      text.value = '';
      choose([]);
      say('');
    } catch (error) {
      say(error instanceof Error ? error.message : 'It was not sent.');
    } finally {
      send.disabled = false;
      text.focus();
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  picker.addEventListener('change', () => {
    choose([...chosen, ...(picker.files ?? [])]);
    picker.value = '';
  });
  acceptDrops((files) => choose([...chosen, ...files]));
  text.focus();
}

/** A text that is longer than a message may be goes as a file, as a technician would send it in Teams. */
function asSent(text: string, files: readonly File[]): { readonly text: string; readonly files: readonly File[] } {
  if (text.length <= MAX_MESSAGE_CHARACTERS) return { text, files };
  return { text: '', files: [...files, new File([text], 'pasted.txt', { type: 'text/plain' })] };
}

/** A chosen file, with a button that takes it back. */
function chip(file: File, remove: () => void): HTMLLIElement {
  const item = made('li', '', file.name);
  const button = made('button', '', '×');
  button.type = 'button';
  button.setAttribute('aria-label', `Remove ${file.name}`);
  button.addEventListener('click', remove);
  item.append(button);
  return item;
}

/** The whole page takes files; a sheet over it says so while they are dragged. */
function acceptDrops(take: (files: readonly File[]) => void): void {
  const sheet = element('drop', HTMLDivElement);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    sheet.hidden = false;
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) sheet.hidden = true;
  });
  addEventListener('drop', (event) => {
    sheet.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
