/** Teams' CodeBlock, which the renderer does not know: the lines as they are, and a button that copies them. */
import { CardElement, GlobalRegistry, type SerializationContext } from 'adaptivecards';

import { made } from './page-elements';

const TYPE_NAME = 'CodeBlock';
const COPIED_MS = 2000;

class CodeBlock extends CardElement {
  private snippet = '';

  override getJsonTypeName(): string {
    return TYPE_NAME;
  }

  protected override internalParse(source: Readonly<Record<string, unknown>>, context: SerializationContext): void {
    super.internalParse(source, context);
    this.snippet = typeof source['codeSnippet'] === 'string' ? source['codeSnippet'] : '';
  }

  protected override internalRender(): HTMLElement {
    const block = made('div', 'code-block');
    const lines = made('pre', '', this.snippet);
    const copy = made('button', '', 'Copy');
    copy.type = 'button';
    copy.addEventListener('click', () => void this.copy(copy, lines));
    block.append(lines, copy);
    return block;
  }

  /** Without the right to the clipboard the lines are selected, so that a key copies them. */
  private async copy(button: HTMLButtonElement, lines: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.snippet);
      button.textContent = 'Copied';
    } catch {
      getSelection()?.selectAllChildren(lines);
      button.textContent = 'Selected';
    }
    setTimeout(() => {
      button.textContent = 'Copy';
    }, COPIED_MS);
  }
}

/** From now on every card on the page is drawn with it instead of with its fallback. */
export function registerCodeBlock(): void {
  GlobalRegistry.elements.register(TYPE_NAME, CodeBlock);
}
