/** Where names stand in what Windows prints: after labels, before and after backslashes, in distinguished names, in addresses of the web. */
import { type NameKind } from './stand-in-names';

/** One way in which a name is written; the first group is the name. */
export interface NamePattern {
  readonly pattern: RegExp;
  /** An `account` is of a user or a computer by its form, a `phrase` a name of several words; numbers and GUIDs are no names. */
  readonly kind: NameKind | 'account' | 'phrase' | 'number' | 'guid';
}

/** After a label come blanks, dots, quotes, a tag's end or an equals sign; before a value a quote, a brace or backslashes. */
const labelled = (labels: string, value: string, flags = 'giu'): RegExp =>
  new RegExp(
    String.raw`(?:${labels})["'\])]{0,2}(?:[ .]{0,40}[:=]|>|\s{0,3}:)[ \t"'{(\[]{0,40}\\{0,4}(${value})`,
    flags,
  );

const NAME = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}._-]{0,252}[\p{L}\p{N}_])?(?![\p{L}\p{N}])`;
const WHOLE_LINE = String.raw`[^\s"<>:][^\r\n"<>]{0,120}`;
const HEXADECIMAL = String.raw`[0-9a-f]{6,64}(?![0-9a-z])|[0-9a-f]{2}(?: [0-9a-f]{2}){3,63}(?![0-9a-z])`;
const GUID = String.raw`[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`;

const HOST_LABELS =
  'host ?name|computer(?: ?name)?|machine ?name|pscomputername|workstation(?: ?name)?|logon server|proxy server\\(s\\)|rechnername|computername|' +
  'anmeldeserver|nombre de host|nombre del equipo|servidor de inicio de sesión|nom de l.hôte|nom de l.ordinateur|nome host|nome do host|имя узла|ホスト名|主机名';
const USER_LABELS =
  'user ?name|account ?name|sam ?account ?name|target ?user|subject ?user|user|benutzer(?:name)?|kontoname|utilisateur|nom d.utilisateur|nom du compte|' +
  'nombre de usuario|nombre de cuenta|nome utente|nome account|имя пользователя|имя учетной записи';
const DOMAIN_LABELS =
  'domain(?: ?name)?|dom name|forest name|dns suffix|suffix search list|suffix +|domäne|kontodomäne|dominio|domaine|dns-suffix|sufijo dns principal|' +
  'suffixe dns principal|домен';

/** In the order in which they are learnt: what a name is called first it stays. */
export const NAME_PATTERNS: readonly NamePattern[] = [
  { pattern: labelled(HOST_LABELS, NAME), kind: 'host' },
  { pattern: labelled('dc', String.raw`(?<=\\\\)${NAME}`), kind: 'host' },
  { pattern: labelled(DOMAIN_LABELS, NAME), kind: 'domain' },
  { pattern: labelled(USER_LABELS, NAME), kind: 'user' },
  { pattern: labelled('principal ?name|first ?id|second ?id', NAME), kind: 'name' },
  { pattern: labelled('site name|standortname', NAME), kind: 'site' },
  {
    pattern: labelled(
      'registered (?:owner|organization)|registrierter benutzer|registrierte organisation|key container|schlüsselcontainer',
      WHOLE_LINE,
    ),
    kind: 'phrase',
  },
  { pattern: labelled('unique container name|eindeutiger containername|product id|produkt-id', NAME), kind: 'key' },
  {
    pattern: labelled('serial(?: ?number)?|seriennummer|numéro de série|número de serie|numero di serie', HEXADECIMAL),
    kind: 'number',
  },
  {
    pattern: labelled(
      String.raw`thumbprint|fingerabdruck|hash(?:\(sha1\))?|hash\((?:sha256|md5)\)|cert|key ?id`,
      HEXADECIMAL,
    ),
    kind: 'number',
  },
  { pattern: labelled('dom guid|interface ?guid|machine ?guid', GUID), kind: 'guid' },
  { pattern: new RegExp(String.raw`(?:isatap\.|interfaces\\)\{?(${GUID})`, 'giu'), kind: 'guid' },
  { pattern: /rsop data for [^\r\n]{1,200}? on ([\p{L}\p{N}_-]{1,63}) ?:/giu, kind: 'host' },
  { pattern: /(?<![\p{L}\p{N}\\])\\{2,4}([\p{L}\p{N}][\p{L}\p{N}_.-]{0,252})/giu, kind: 'host' },
  { pattern: /(?<![\p{L}\p{N}_-])(?!admin\$)([\p{L}\p{N}][\p{L}\p{N}_-]{0,62})\$(?![\p{L}\p{N}{(])/giu, kind: 'host' },
  { pattern: /\[([\p{L}\p{N}][\p{L}\p{N}_.-]{0,252})\]: ?PS /giu, kind: 'host' },
  { pattern: /\b(?:https?|ldaps?):\/\/([\p{L}\p{N}][\p{L}\p{N}_.-]{0,252})/giu, kind: 'host' },
  { pattern: /(?:find host|pinging) ([\p{L}\p{N}][\p{L}\p{N}_-]{0,62})(?=\.? |\. )/giu, kind: 'host' },
  {
    pattern: /(?:^|>)[ \t]*ping(?:\.exe)?(?: -[46at]| -n \d{1,6})* ([\p{L}\p{N}][\p{L}\p{N}_-]{0,62})[ \t]*$/gimu,
    kind: 'host',
  },
  {
    pattern:
      /(?:users|documents and settings|benutzer|utilisateurs|usuarios)\\{1,2}([\p{L}\p{N}][\p{L}\p{N}_.-]{0,62})(?=[\\>"'\s])/giu,
    kind: 'user',
  },
  { pattern: /(?<![\p{L}\p{N}_.+-])([\p{L}\p{N}][\p{L}\p{N}_.+-]{0,63})@[\p{L}\p{N}]/giu, kind: 'user' },
  {
    pattern:
      /(?<![\p{L}\p{N}\\/:._-])([\p{L}\p{N}][\p{L}\p{N}._-]{0,62}\\{1,2}[\p{L}\p{N}_][\p{L}\p{N}._-]{0,62}\$?)(?![\\\p{L}\p{N}_-])/giu,
    kind: 'account',
  },
];

/** A part of a distinguished name: its key and its value. */
export const DISTINGUISHED =
  /(?<![\p{L}\p{N}_])(CN|OU|O|DC|E|L|ST|STREET|UID)=("[^"\r\n]{1,128}"|[^,"<>\r\n;+|&'\\{}]{1,128})/gu;
