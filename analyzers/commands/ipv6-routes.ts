/** `netsh interface ipv6 show route`: which prefixes the server has, and which of them it publishes to its clients. */
import { isIpv6 } from '../grammars/address';
import { whole } from '../grammars/languages/spoken';
import { type Draft } from '../reading';
import { type Command, defineCommand, type Output } from './command';
import { isKnownWhole, wholeLines } from './whole-lines';

/**
 * A table with one route a line:
 *
 *     Publish  Type      Met  Prefix                    Idx  Gateway/Interface Name
 *     -------  --------  ---  ------------------------  ---  ------------------------
 *     Yes      Manual    256  2001:db8:9:1000::/64       14  IPHTTPSInterface
 *     No       System    256  fe80::/64                  14  IPHTTPSInterface
 */
export const ipv6Routes: Command<'netsh-ipv6-route'> = defineCommand({
  id: 'netsh-ipv6-route',
  typed: 'netsh interface ipv6 show route',
  shell: 'cmd',
  runOn: 'server',
  elevated: false,
  shows: 'Which IPv6 routes there are, and whether the server publishes that of its clients.',
  sources: ['commandReference'],
  runs: (commandLine) => /^netsh(?:\.exe)?\s+int(?:erface)?\s+ipv6\s+show\s+routes?\b/i.test(commandLine),
  opens: (text) => HEADING.test(text),
  begins: (lines, index) => HEADING.test(lines[index]?.text ?? '') && RULE.test(lines[index + 1]?.text ?? ''),
  ends: () => false,
  once: true,
  named: (fileName) => /ipv6-?_?routes?/i.test(fileName),
  read,
});

/** The names of the columns, in any language. */
const HEADING = /^\S{2,20}\s{2,}\S{2,20}\s{2,}\S{2,10}\s/;
/** Six groups of dashes. */
const RULE = /^-+(?:\s+-+){5}\s*$/;
const ROW =
  /^(\S{1,12})\s{1,12}(\S{1,20})\s{1,12}(\d{1,6})\s{1,8}([0-9a-f:.]{2,45}\/\d{1,3})\s{1,40}(\d{1,6})\s{1,8}(\S.{0,200}?)\s*$/i;
const YES = whole('yes');
const NO = whole('no');
export const MAX_ROUTES = 2000;

function read(output: Output): Draft<'netsh-ipv6-route'> {
  const lines = wholeLines(output);
  const proofs: Record<string, number> = {};
  const routes = lines
    .flatMap((line) => {
      const found = ROW.exec(line.text);
      const [, publish = '', , , prefix = '', , via = ''] = found ?? [];
      return found === null || !isIpv6(prefix.split('/')[0] ?? '') ? [] : [{ publish, prefix, via, line }];
    })
    .slice(0, MAX_ROUTES);
  routes.forEach(({ line }, index) => (proofs[`routes[${index}]`] = line.number));
  const last = routes.at(-1);
  if (last !== undefined) proofs['closing'] = last.line.number;
  const isTold = routes.every(({ publish }) => YES.test(publish) || NO.test(publish));
  return {
    data: {
      routes: routes.map(({ publish, prefix, via }) => ({
        prefix: prefix.toLowerCase(),
        published: YES.test(publish) ? true : NO.test(publish) ? false : null,
        via,
      })),
    },
    complete: routes.length > 0 && isTold && isKnownWhole(output, lines.at(-1)?.text.trim() === ''),
    proofs,
  };
}
