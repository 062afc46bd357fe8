/** Draws an Adaptive Card as Teams would, by its own renderer and host configuration, and reports the buttons that are pressed. */
import { type Action, AdaptiveCard, ExecuteAction, HostConfig, SubmitAction } from 'adaptivecards';
import MarkdownIt from 'markdown-it';

import { type SentAction } from '../chat-message';
import { type ThemeName } from './theme';

export type Pressed = Omit<SentAction, 'messageId'>;

const markdown = new MarkdownIt({ html: false });
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

export async function drawnCard(
  payload: unknown,
  theme: ThemeName,
  pressed: (press: Pressed) => void,
): Promise<HTMLElement> {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(await hostConfig(theme));
  card.onExecuteAction = (action) => {
    const press = pressOf(action);
    if (press !== null) pressed(press);
  };
  card.parse(payload);
  const drawn = card.render();
  if (drawn === undefined) throw new Error('The card cannot be drawn.');
  return drawn;
}

/** Toggles and cards that open are done by the renderer itself. */
function pressOf(action: Action): Pressed | null {
  if (action instanceof ExecuteAction) return { kind: 'execute', verb: action.verb, data: dataOf(action) };
  if (!(action instanceof SubmitAction)) return null;
  const { verb, ...data } = dataOf(action);
  return { kind: 'submit', verb: String(verb), data };
}

/** The card's own data with the inputs of the person in it. */
const dataOf = ({ data }: Pick<SubmitAction, 'data'>): Record<string, unknown> => ({
  ...(typeof data === 'object' ? data : {}),
});

const configs = new Map<ThemeName, Promise<unknown>>();

function hostConfig(theme: ThemeName): Promise<unknown> {
  const known =
    configs.get(theme) ??
    fetch(`/chat/host-config/${theme}.json`).then((response) => response.json() as Promise<unknown>);
  configs.set(theme, known);
  return known;
}
