/** The theme of the page: as the system, or as chosen and remembered by this browser. */

export type ThemeName = 'light' | 'dark' | 'contrast';

export interface Theme {
  readonly current: () => ThemeName;
  readonly changed: (listen: () => void) => void;
}

const REMEMBERED = 'tunnel-triage-theme';

export function startTheme(choice: HTMLSelectElement): Theme {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(forced-colors: active), (prefers-contrast: more)');
  const listeners: (() => void)[] = [];
  const current = (): ThemeName => {
    if (choice.value === 'light' || choice.value === 'dark' || choice.value === 'contrast') return choice.value;
    return contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
  };
  const apply = (): void => {
    document.documentElement.dataset['theme'] = current();
    for (const listen of listeners) listen();
  };

  choice.value = localStorage.getItem(REMEMBERED) ?? 'system';
  if (choice.selectedIndex < 0) choice.value = 'system';
  choice.addEventListener('change', () => {
    localStorage.setItem(REMEMBERED, choice.value);
    apply();
  });
  for (const media of [dark, contrast]) media.addEventListener('change', apply);
  apply();
  return { current, changed: (listen) => listeners.push(listen) };
}
