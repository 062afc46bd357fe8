/** Dutch: all from memory. */
import { type Language } from './language';

export const dutch: Language = {
  code: 'nl',
  dates: 'day-first',
  telling: ['het|een|niet|regel|opdracht|adres|naam|verbinding|Nee|bestand'],
  seen: {},
  remembered: {
    rules: ['\\bregels?\\b'],
    elevation: ['verhog', 'bevoegdhed'],
    denied: ['toegang geweigerd'],
    yes: ['ja'],
    no: ['nee'],
    on: ['aan'],
    off: ['uit'],
    ruleName: ['regelnaam'],
    profile: ['profiel'],
    settings: ['instelling'],
    domain: ['domein'],
    private: ['privé'],
    public: ['openbaar', 'openbare'],
    domainLabel: ['domein'],
    wirelessAdapter: ['Draadloos LAN-adapter'],
    tunnelAdapter: ['Tunnel-adapter'],
    unknownAdapter: ['Onbekende adapter'],
  },
};
