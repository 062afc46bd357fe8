/** The titles of firewall profiles: `Public Profile:` above networks, `Public Profile Settings:` above settings, and translations. */

export interface ProfileTitle {
  readonly profile: 'domain' | 'private' | 'public';
  /** The settings of the profile stand below, not its networks. */
  readonly ofSettings: boolean;
}

const PROFILE = /profil|perfil|профил|プロファイル|配置文件|設定檔|프로필/i;
const SETTINGS = /settings|einstellung|paramètres|configuraci|configuraç|impostazion|параметр|設定:|设置|설정/i;
const NAMES = [
  ['domain', /domain|domän|domaine|dominio|domínio|домен|ドメイン|域|網域|도메인/i],
  ['private', /priva|privé|частн|プライベート|专用|私人|개인/i],
  ['public', /publi|públi|öffentlich|общ|パブリック|公用|公|공용/i],
] as const;
const MAX_TITLE_CHARACTERS = 80;

/** The profile that a title names; null for any other line. A title ends in a colon and has no value. */
export function profileInTitle(text: string): ProfileTitle | null {
  const title = text.trim();
  if (title.length > MAX_TITLE_CHARACTERS || !/[:：]$/.test(title) || !PROFILE.test(title)) return null;
  const named = NAMES.find(([, name]) => name.test(title));
  return named === undefined ? null : { profile: named[0], ofSettings: SETTINGS.test(title) };
}
