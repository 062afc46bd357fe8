/** The titles of firewall profiles: `Public Profile:` above networks, `Public Profile Settings:` above settings, and translations. */
import { containing } from '../grammars/languages/spoken';
import { type ProfileName, profileNamed } from '../grammars/profile-names';

export interface ProfileTitle {
  readonly profile: ProfileName;
  /** The settings of the profile stand below, not its networks. */
  readonly ofSettings: boolean;
}

const PROFILE = containing('profile');
const SETTINGS = containing('settings');
const MAX_TITLE_CHARACTERS = 80;

/** The profile that a title names; null for any other line. A title ends in a colon and has no value. */
export function profileInTitle(text: string): ProfileTitle | null {
  const title = text.trim();
  if (title.length > MAX_TITLE_CHARACTERS || !/[:：]$/.test(title) || !PROFILE.test(title)) return null;
  const profile = profileNamed(title);
  return profile === null ? null : { profile, ofSettings: SETTINGS.test(title) };
}
