/**
 * Failure reasons as a Windows in another language writes them, with their codes. Windows formats `FailureReason` in the language of the
 * system; no public list of those texts exists, so these are the ones that logs and Microsoft's translated pages show (System Error
 * Codes 12000-15999). A text that is not here gives no code, and the event's id, point and state speak for it.
 */

/** By code; several wordings where the sources differ. */
export const translatedFailures: readonly (readonly [code: number, texts: readonly string[]])[] = [
  [
    13801,
    [
      'Die IKE-Anmeldeinformationen zur Authentifizierung können nicht akzeptiert werden',
      'Anmeldeinformationen für die IKE-Authentifizierung sind nicht akzeptabel',
      'Die Anmeldeinformationen für die IKE-Authentifizierung sind unzulässig',
      'IKE-Authentifizierungsinformationen sind nicht akzeptabel',
      'Учетные данные проверки подлинности IKE недопустимы',
      'Неприемлемые учетные данные проверки подлинности IKE',
      "Les informations d'authentification IKE ne sont pas acceptables",
      'Las credenciales de autenticación IKE no son aceptables',
      'IKE 認証資格情報は受け付けられません',
    ],
  ],
  [13802, ['Атрибуты безопасности IKE недопустимы']],
  [13803, ['Выполняется согласование IKE']],
  [
    13805,
    [
      'Zeitüberschreitung bei der Aushandlung',
      'Превышено время согласования',
      'Истекло время ожидания согласования',
      'ネゴシエーションがタイムアウトしました',
    ],
  ],
  [13806, ['IKE не удалось найти допустимый сертификат компьютера']],
  [13807, ['SA IKE удалено одноранговым узлом перед завершением установки']],
  [13808, ['SA IKE удалено до завершения установки']],
  [13813, ['Нет ответа от однорангового узла']],
  [13814, ['Согласование заняло слишком много времени']],
  [13815, ['Согласование заняло слишком много времени']],
  [13817, ['Проверка отзыва сертификата не пройдена']],
  [13818, ['Недопустимое использование ключа сертификата']],
  [13819, ['Недопустимый тип сертификата']],
  [13820, ['Сбой согласования IKE, так как используемый сертификат компьютера не имеет закрытого ключа']],
  [13825, ['Keine Richtlinie konfiguriert', 'Политика не настроена', 'ポリシーが構成されていません']],
  [13826, ['Не удалось проверить подпись']],
  [13827, ['Не удалось выполнить проверку подлинности с помощью Kerberos']],
  [13847, ['Узлу не удалось отправить действительный сертификат компьютера']],
  [13848, ['Сбой проверки отзыва сертификата узла']],
  [13850, ['Нет доступной политики IKE основного режима']],
];
