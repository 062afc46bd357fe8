/** Event logs: the binary form, and every text form in which Windows exports them. */
import { type Upload } from '../../analyzers/index';
import { evtxMutantSource } from '../support/evtx-mutant-source';
import { mutant, type MutantSource } from '../support/mutants';
import { type SeededRandom } from '../support/seeded-random';
import { type FuzzPath, type Trial } from './fuzz-path';
import { faultsOf } from './judgement';
import { passedWhole } from './passed-whole';
import { type ByteSample, contextOf } from './samples';
import { mutatedText } from './text-mutations';

const AT = '2026-11-24T12:00:00Z';
const ONE_CUT_OF = 4;
const MAX_NUMBER = 0xffff_ffff;
/** Words of the text forms. */
const WORDS = [
  '<Event>',
  '</Event>',
  '<EventData>',
  '<Data Name="RemoteAddress">',
  '<!DOCTYPE x [<!ENTITY a "&a;&a;">]>',
  '&a;',
  '<![CDATA[',
  '&#x0;',
  '"',
  '""',
  ',',
  '{"Id":4653',
  '[',
  ']',
  '}',
  '\\u0000',
  'S N="Message"',
  '_x000D__x000A_',
  'Event[0]:',
];

export function eventPaths(texts: readonly ByteSample[], binaries: readonly ByteSample[]): readonly FuzzPath[] {
  const whole = passedWhole();
  const context = contextOf(AT, undefined);
  const ofTexts: MutantSource = { samples: texts.map(({ bytes }) => bytes), words: WORDS };
  const { words = [] } = evtxMutantSource();
  const small: MutantSource = { samples: binaries.map(({ bytes }) => bytes), words };

  const cutOf = (samples: readonly ByteSample[], random: SeededRandom, ending: string): Trial => {
    const { title, name, bytes } = random.pick(samples);
    const cut: Upload = { name, bytes: bytes.slice(0, random.below(bytes.length)) };
    return {
      what: `${title}, cut at ${cut.bytes.length}`,
      bytes: cut.bytes,
      ending,
      faults: async () => {
        const allowed = await whole(title, () => [{ name, bytes }], context);
        return faultsOf({ uploads: [cut], context, allowed });
      },
    };
  };
  const damaged = (name: string, bytes: Uint8Array, what: string, ending: string): Trial => ({
    what,
    bytes,
    ending,
    faults: () => faultsOf({ uploads: [{ name, bytes }], context, allowed: null }),
  });

  return [
    {
      name: 'event text',
      share: 90,
      trial: (random) => {
        if (random.below(ONE_CUT_OF) === 0) return cutOf(texts, random, 'txt');
        const { name, bytes } = random.pick(texts);
        if (random.below(2) === 0) {
          const one = { ...ofTexts, samples: [bytes, random.pick(ofTexts.samples)] };
          return damaged(name, mutant(one, random.below(MAX_NUMBER)), `${name}, bytes`, 'txt');
        }
        const others = [Buffer.from(random.pick(ofTexts.samples)).toString('utf8')];
        const text = mutatedText(Buffer.from(bytes).toString('utf8'), random, others);
        return damaged(name, Buffer.from(text, 'utf8'), `${name}, text`, 'txt');
      },
    },
    {
      name: 'evtx',
      share: 50,
      trial: (random) =>
        random.below(ONE_CUT_OF) === 0
          ? cutOf(binaries, random, 'evtx')
          : damaged('Security.evtx', mutant(small, random.below(MAX_NUMBER)), 'evtx, bytes', 'evtx'),
    },
  ];
}
