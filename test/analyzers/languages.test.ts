/**
 * What is read of each language of Windows, one list for each; and that an output in a language that nobody knows is unreadable, with how to get
 * it in a form that can be read. Addresses, numbers, SIDs, GUIDs and codes are read in every language by their form.
 */
import { takeIn } from '../../analyzers/read';

type Language = 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'pl' | 'ru' | 'ja' | 'zh';

/** What a Windows prints in each language; a place that is left out has no wording that is known. */
interface Words {
  /** `netsh advfirewall monitor show consec` without a rule. */
  readonly noRules?: string;
  /** The label of a rule and its word for yes. */
  readonly rule?: readonly [label: string, yes: string];
  readonly elevation?: string;
  /** `net view \\fs1`, not reached. */
  readonly systemError?: string;
  /** What ends `net view` where the server has no share, or its list. */
  readonly done?: string;
  readonly hostNotFound?: string;
  /** The title of `whoami /groups` and the type of a well-known group. */
  readonly groups?: readonly [title: string, type: string];
  /** The three modes of IPsec, or GUIDs where the names are not known, and the setting "Success and Failure". */
  readonly audit?: readonly [main: string, quick: string, extended: string, both: string];
  readonly adapter?: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  de: {
    noRules: 'Keine Regeln stimmen mit den angegebenen Kriterien überein.',
    rule: ['Regelname', 'Ja'],
    elevation: 'Der angeforderte Vorgang erfordert erhöhte Rechte (Als Administrator ausführen).',
    systemError: 'Systemfehler 53 aufgetreten.',
    done: 'Der Befehl wurde erfolgreich ausgeführt.',
    hostNotFound:
      'Ping-Anforderung konnte Host "fs1" nicht finden. Überprüfen Sie den Namen, und versuchen Sie es erneut.',
    groups: ['GRUPPENINFORMATIONEN', 'Bekannte Gruppe'],
    audit: ['IPsec-Hauptmodus', 'IPsec-Schnellmodus', 'IPsec-Erweiterungsmodus', 'Erfolg und Fehler'],
    adapter: 'Ethernet-Adapter Ethernet:',
  },
  fr: {
    noRules: 'Aucune règle ne correspond aux critères spécifiés.',
    rule: ['Nom de la règle', 'Oui'],
    elevation: "L'opération demandée nécessite une élévation (Exécuter en tant qu'administrateur).",
    systemError: "L'erreur système 53 s'est produite.",
    done: "La commande s'est terminée correctement.",
    hostNotFound: "La requête Ping n'a pas pu trouver l'hôte fs1. Vérifiez le nom et essayez à nouveau.",
    groups: ['INFORMATIONS DE GROUPE', 'Groupe bien connu'],
    audit: ['Mode principal IPsec', 'Mode rapide IPsec', 'Mode étendu IPsec', 'Succès et échec'],
    adapter: 'Carte Ethernet Ethernet :',
  },
  es: {
    noRules: 'Ninguna regla coincide con los criterios especificados.',
    rule: ['Nombre de regla', 'Sí'],
    elevation: 'La operación solicitada requiere elevación de privilegios (Ejecutar como administrador).',
    systemError: 'Error de sistema 53.',
    done: 'Se ha completado el comando correctamente.',
    hostNotFound: 'La solicitud de ping no pudo encontrar el host fs1. Compruebe el nombre y vuelva a intentarlo.',
    groups: ['INFORMACIÓN DE GRUPO', 'Grupo conocido'],
    audit: ['Modo principal de IPsec', 'Modo rápido de IPsec', 'Modo extendido de IPsec', 'Aciertos y errores'],
    adapter: 'Adaptador de Ethernet Ethernet:',
  },
  it: {
    noRules: 'Nessuna regola corrisponde ai criteri specificati.',
    rule: ['Nome regola', 'Sì'],
    elevation: "L'operazione richiesta richiede privilegi più elevati (Esegui come amministratore).",
    systemError: 'Errore di sistema 53.',
    done: 'Esecuzione comando riuscita.',
    hostNotFound: "Impossibile trovare l'host fs1. Verificare che il nome sia corretto e riprovare.",
    groups: ['INFORMAZIONI SUI GRUPPI', 'Gruppo conosciuto'],
    audit: GUIDS_WITH('Operazioni riuscite e non riuscite'),
    adapter: 'Scheda Ethernet Ethernet:',
  },
  pt: {
    noRules: 'Nenhuma regra corresponde aos critérios especificados.',
    rule: ['Nome da Regra', 'Sim'],
    elevation: 'A operação solicitada requer privilégios elevados (Executar como administrador).',
    systemError: 'Erro de sistema 53.',
    done: 'Comando concluído com êxito.',
    hostNotFound: 'A solicitação ping não pôde encontrar o host fs1. Verifique o nome e tente novamente.',
    groups: ['INFORMAÇÕES DE GRUPO', 'Grupo conhecido'],
    audit: GUIDS_WITH('Sucesso e falha'),
    adapter: 'Adaptador Ethernet Ethernet:',
  },
  nl: {
    rule: ['Regelnaam', 'Ja'],
    elevation: 'Voor de gevraagde bewerking zijn verhoogde bevoegdheden nodig (Als administrator uitvoeren).',
    systemError: 'Systeemfout 53 opgetreden.',
    hostNotFound: 'Ping-verzoek kon host fs1 niet vinden. Controleer de naam en probeer het opnieuw.',
    groups: ['GROEPSGEGEVENS', 'Bekende groep'],
    audit: GUIDS_WITH('Geslaagd en mislukt'),
  },
  pl: {
    noRules: 'Żadne reguły nie spełniają określonych kryteriów.',
    rule: ['Nazwa reguły', 'Tak'],
    elevation: 'Żądana operacja wymaga podniesienia uprawnień (Uruchom jako administrator).',
    systemError: 'Wystąpił błąd systemu 53.',
    done: 'Polecenie zostało wykonane pomyślnie.',
    hostNotFound: 'Żądanie polecenia ping nie może znaleźć hosta fs1. Sprawdź nazwę i ponów próbę.',
    groups: ['INFORMACJE O GRUPACH', 'Dobrze znana grupa'],
    audit: GUIDS_WITH('Powodzenie i niepowodzenie'),
  },
  ru: {
    noRules: 'Нет правил, соответствующих указанным критериям.',
    rule: ['Имя правила', 'Да'],
    elevation: 'Запрошенная операция требует повышения прав (запуск от имени администратора).',
    systemError: 'Системная ошибка 53.',
    done: 'Команда выполнена успешно.',
    hostNotFound: 'При проверке связи не удалось обнаружить узел fs1. Проверьте имя узла и повторите попытку.',
    groups: ['Сведения о группах', 'Хорошо известная группа'],
    audit: ['Основной режим IPsec', 'Быстрый режим IPsec', 'Расширенный режим IPsec', 'Успех и сбой'],
  },
  ja: {
    noRules: '指定された条件に一致する規則はありません。',
    rule: ['規則名', 'はい'],
    elevation: '要求された操作には管理者特権への昇格が必要です (管理者として実行)。',
    systemError: 'システム エラー 53 が発生しました。',
    done: 'コマンドは正常に終了しました。',
    hostNotFound: 'ping 要求ではホスト fs1 が見つかりませんでした。ホスト名を確認してもう一度実行してください。',
    groups: ['グループ情報', '既知のグループ'],
    audit: ['IPsec メイン モード', 'IPsec クイック モード', 'IPsec 拡張モード', '成功および失敗'],
    adapter: 'イーサネット アダプター イーサネット:',
  },
  zh: {
    noRules: '没有与指定条件相匹配的规则。',
    rule: ['规则名称', '是'],
    elevation: '请求的操作需要提升(以管理员身份运行)。',
    systemError: '发生系统错误 53。',
    done: '命令成功完成。',
    hostNotFound: 'Ping 请求找不到主机 fs1。请检查该名称,然后重试。',
    groups: ['组信息', '已知组'],
    audit: GUIDS_WITH('成功和失败'),
    adapter: '以太网适配器 以太网:',
  },
};

/** Names of subcategories that are not known are told by their GUID, which `/r` prints. */
function GUIDS_WITH(both: string): readonly [string, string, string, string] {
  return [
    '{0CCE9218-69AE-11D9-BED3-505054503030}',
    '{0CCE9219-69AE-11D9-BED3-505054503030}',
    '{0CCE921A-69AE-11D9-BED3-505054503030}',
    both,
  ];
}

/** A rule as netsh prints it, of which Windows translates the label and the word for yes. */
const RULE = `Rule Name:                            DirectAccess Policy-ClientToCorp
----------------------------------------------------------------------
Enabled:                              Yes
Profiles:                             Private,Public
Type:                                 Static
Mode:                                 Tunnel
LocalTunnelEndpoint:                  Any
RemoteTunnelEndpoint:                 2002:836b:3::836b:3
Endpoint1:                            ::/0
Endpoint2:                            fd00::/8
Protocol:                             Any
Action:                               RequireInRequireOut
Auth1:                                ComputerCert
Auth2:                                UserKerb
Ok.`;

const prompt = (command: string, printed: string): string =>
  `C:\\Windows\\system32>${command}\n${printed}\n\nC:\\Windows\\system32>\n`;

async function readingOf(text: string) {
  const { reports } = await takeIn([{ name: 'out.txt', bytes: Buffer.from(text.replaceAll('\n', '\r\n')) }], {
    call: 1,
    awaited: null,
  });
  return reports[0]!;
}

/** Each thing that is looked for, with the output that shows it and what must be read; null where the language has no wording for it. */
const LOOKED_FOR: Readonly<Record<string, (words: Words) => readonly [text: string, read: object] | null>> = {
  'an empty list of rules': ({ noRules }) =>
    noRules === undefined
      ? null
      : [
          prompt('netsh advfirewall monitor show consec', noRules),
          { command: 'netsh-consec', complete: true, data: { rules: [] } },
        ],
  'the name of a rule': ({ rule }) =>
    rule === undefined
      ? null
      : [
          prompt('netsh advfirewall monitor show consec', RULE.replace('Rule Name', rule[0]).replace('Yes', rule[1])),
          { command: 'netsh-consec', data: { rules: [{ name: 'DirectAccess Policy-ClientToCorp', enabled: true }] } },
        ],
  'a refusal without elevation': ({ elevation }) =>
    elevation === undefined
      ? null
      : [prompt('netsh advfirewall monitor show mmsa', elevation), { command: 'netsh-mmsa', complete: false }],
  'the error of net view': ({ systemError }) =>
    systemError === undefined
      ? null
      : [`${systemError}\n`, { command: 'net-view', complete: true, data: { status: 53 } }],
  'the end of net view': ({ done }) =>
    done === undefined
      ? null
      : [
          `Xelor \\\\fs1\n\nA      B     C       D\n\n${'-'.repeat(79)}\nPublic      Disk\n${done}\n`,
          { command: 'net-view', complete: true, data: { status: 0, shares: ['Public'] } },
        ],
  'a name that ping does not find': ({ hostNotFound }) =>
    hostNotFound === undefined
      ? null
      : [`${hostNotFound}\n`, { command: 'ping-6', complete: true, data: { target: 'fs1', resolved: false } }],
  'the groups of the user without a command line': ({ groups }) =>
    groups === undefined
      ? null
      : [
          `${groups[0]}\n-----\n\nA      B     C     D\n====== ===== ===== =====\nx      ${groups[1]} S-1-1-0  y\n\n`,
          { command: 'whoami-groups', complete: true, data: { groups: [{ sid: 'S-1-1-0' }] } },
        ],
  'which failures are audited': ({ audit }) =>
    audit === undefined
      ? null
      : [
          audit[0].startsWith('{')
            ? prompt(
                'auditpol /get /category:* /r',
                audit
                  .slice(0, 3)
                  .map((guid) => `PC,System,x,${guid},${audit[3]},`)
                  .join('\n'),
              )
            : prompt(
                'auditpol /get /category:*',
                `System audit policy\nx   y\nz\n${audit
                  .slice(0, 3)
                  .map((name) => `  ${name}        ${audit[3]}`)
                  .join('\n')}`,
              ),
          {
            command: 'auditpol',
            complete: true,
            data: { subcategories: Array(3).fill({ success: true, failure: true }) },
          },
        ],
  'an adapter': ({ adapter }) =>
    adapter === undefined
      ? null
      : [
          prompt('ipconfig', `Windows IP\n\n\n${adapter}\n\n   IPv4 . . . : 192.168.1.5\n`),
          { command: 'ipconfig', data: { adapters: [{ kind: 'ethernet' }] } },
        ],
};

const NOT_READ: Readonly<Record<Language, readonly string[]>> = {
  de: [],
  fr: [],
  es: [],
  it: [],
  pt: [],
  nl: ['an empty list of rules', 'the end of net view', 'an adapter'],
  pl: ['an adapter'],
  ru: ['an adapter'],
  ja: [],
  zh: [],
};

describe.each(Object.keys(WORDS) as Language[])('Of the outputs of a Windows in %s', (language) => {
  it.each(Object.entries(LOOKED_FOR).filter(([what]) => !NOT_READ[language].includes(what)))(
    '%s is read',
    async (_what, shown) => {
      const [text, read] = shown(WORDS[language])!;
      expect((await readingOf(text)).readings).toEqual([expect.objectContaining({})]);
      expect((await readingOf(text)).readings[0]).toMatchObject(read);
    },
  );

  it('no more is claimed than there is a wording for', () => {
    const without = Object.entries(LOOKED_FOR).flatMap(([what, shown]) =>
      shown(WORDS[language]) === null ? [what] : [],
    );
    expect(without).toEqual(NOT_READ[language]);
  });
});

/** A language that nobody knows, in each place where words decide. */
const UNKNOWN: readonly (readonly [command: string, printed: string])[] = [
  ['netsh advfirewall monitor show mmsa', 'Ni xelor qurta vun denna.'],
  ['netsh advfirewall monitor show qmsa', 'Ni xelor qurta vun denna.'],
  ['netsh advfirewall monitor show consec', 'Ni pravok qurta vun denna.'],
  ['net view \\\\fs1', 'Zelt brun kam 53 lofen.'],
  ['ping -6 fs1', 'Zelt brun kam fs1 lofen.'],
  ['certutil -store my', 'Zelt brun kam lofen.'],
  ['gpresult /r /scope computer', 'Zelt brun kam lofen.'],
  ['nltest /dsgetdc: /force', 'Zelt brun kam lofen.'],
  [
    'auditpol /get /category:*',
    'System audit policy\nx   y\nz\n  IPsec Main Mode     Zelt\n  IPsec Quick Mode     Zelt\n  IPsec Extended Mode     Zelt',
  ],
];

describe('An output in a language that nobody knows', () => {
  it.each(UNKNOWN)(
    'of %s counts for nothing, and the answer says how to get one that can be read',
    async (command, printed) => {
      const { status, readings, problems } = await readingOf(prompt(command, printed));
      expect(status).not.toBe('analysed');
      expect(readings.filter(({ complete }) => complete)).toEqual([]);
      const said = problems.map(({ message }) => message).join(' ');
      expect(said).toMatch(/chcp 437|auditpol \/get \/category:\* \/r/);
    },
  );
});
