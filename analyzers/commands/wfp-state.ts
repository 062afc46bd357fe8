/** `netsh wfp show state`: what IKEEXT counted since it was started, error by error, in no language. */
import { ikeCode } from '../grammars/ike-codes';
import { readWfpState } from '../grammars/wfp-state-xml';
import { defineCommand } from './command';

/**
 * XML, which netsh writes into wfpstate.xml where no other place is named; `file=-` prints it. The counters are those of a file seen in
 * public; that an SA adds an item to `ikeextSas` follows Microsoft's documentation alone:
 *
 *     <wfpstate>
 *         <timeStamp>2026-04-27T06:11:02.295Z</timeStamp>
 *         <ikeextSas/>
 *         <ikeextStatistics>
 *             <authipStatistics>
 *                 <v6Statistics><totalMainModesStarted>14</totalMainModesStarted>…</v6Statistics>
 *                 <errorFrequencyTable numItems="97">
 *                     <item><error>ERROR_IPSEC_IKE_NO_CERT</error><frequency>14</frequency></item>
 */
export const wfpState = defineCommand({
  id: 'netsh-wfp-state',
  typed: 'netsh wfp show state file=-',
  shell: 'cmd',
  runOn: 'client',
  elevated: true,
  shows:
    'How many negotiations IKEEXT began, brought about and lost since it was started, and with which errors; never with whom, and never when.',
  sources: ['netEvents'],
  runs: (commandLine) => /^netsh(?:\.exe)?\s+wfp\s+show\s+state\b/i.test(commandLine),
  opens: (text) => ROOT.test(text),
  begins: (lines, index) => ROOT.test(lines[index]?.text ?? ''),
  ends: ({ text }) => /<\/wfpstate>\s*$/.test(text),
  named: (fileName) => /wfp-?state/i.test(fileName),
  read: ({ lines }) => {
    const { time, sas, counts, errors, whole, closing } = readWfpState(lines);
    const named = errors.map(({ module, name, count }) => ({ module, name, code: ikeCode(name)[0] ?? null, count }));
    return {
      data: {
        time: time?.text ?? null,
        mainModeSas: sas?.count ?? null,
        counts: counts.map(({ count }) => count),
        errors: named,
      },
      complete: whole,
      at: time?.text ?? null,
      proofs: {
        ...(time === null ? {} : { time: time.line }),
        ...(sas === null ? {} : { mainModeSas: sas.line }),
        ...Object.fromEntries(counts.map(({ line }, index) => [`counts[${index}]`, line])),
        ...Object.fromEntries(errors.map(({ line }, index) => [`errors[${index}]`, line])),
        ...(closing === null ? {} : { closing }),
      },
    };
  },
});

const ROOT = /^\s{0,8}<wfpstate[\s>]/;
