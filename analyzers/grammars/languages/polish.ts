/** Polish: all from memory. */
import { type Language } from './language';

export const polish: Language = {
  code: 'pl',
  dates: 'day-first',
  telling: ['nie|jest|reguła|polecenie|Adres|Nazwa|Tak|połączenia|karta'],
  seen: {},
  remembered: {
    rules: ['reguł'],
    criteria: ['kryteri'],
    elevation: ['podniesieni'],
    denied: ['odmowa dostępu'],
    yes: ['tak'],
    no: ['nie'],
    on: ['włącz\\w*'],
    off: ['wyłącz\\w*'],
    ruleName: ['nazwa reguły'],
    settings: ['ustawieni'],
    domain: ['domen'],
    private: ['prywatn'],
    public: ['publiczn'],
    domainLabel: ['domena'],
  },
};
