/** Languages of which a few words are known: enough to refuse an output that was not elevated, hardly to read one. All from memory. */
import { type Language } from './language';

const other = (
  code: string,
  dates: Language['dates'],
  remembered: Language['remembered'],
  script?: RegExp,
): Language => ({
  code,
  dates,
  telling: [],
  ...(script === undefined ? {} : { script }),
  seen: {},
  remembered,
});

export const otherLanguages: readonly Language[] = [
  other(
    'ko',
    'year-first',
    {
      systemError: ['시스템'],
      criteria: ['조건'],
      rules: ['규칙'],
      associations: ['연결'],
      administrator: ['관리자'],
      elevation: ['승격', '권한'],
      yes: ['예'],
      no: ['아니요'],
      on: ['켜짐', '설정'],
      off: ['꺼짐', '해제'],
      profile: ['프로필'],
      settings: ['설정'],
      domain: ['도메인'],
      private: ['개인'],
      public: ['공용'],
      inside: ['내부'],
      outside: ['외부'],
      domainLabel: ['도메인'],
      error: ['오류'],
      registry: ['레지스트리'],
      notFound: ['찾을 수 없'],
    },
    /[\uac00-\ud7af]/g,
  ),
  other(
    'tr',
    'day-first',
    {
      ok: ['tamam\\.?'],
      rules: ['kural'],
      administrator: ['yönetici'],
      elevation: ['yükselt'],
      yes: ['evet'],
      no: ['hayır'],
      on: ['açık'],
      off: ['kapalı'],
    },
    /[ğşıİĞŞ]/g,
  ),
  other('el', 'day-first', { administrator: ['διαχειριστ'], elevation: ['ανύψωσ'] }, /[\u0370-\u03ff]/g),
  other('fi', 'day-first', { administrator: ['järjestelmänvalvoja'] }),
  other('hu', 'year-first', { administrator: ['rendszergazda'] }),
  other('sv', 'year-first', { elevation: ['förhöj'], no: ['nej'], on: ['på'], off: ['av'] }),
  other('da', 'day-first', { elevation: ['forhøj', 'hævet'], no: ['nej'] }),
  other('nb', 'day-first', { on: ['på'], off: ['av'] }),
  other('cs', 'day-first', {}),
];
