/** What `/metrics` said, read: the text form of Prometheus, and Prometheus' own judgement of it. */
import { spawnSync } from 'node:child_process';

export interface Exposition {
  /** The names of all samples and of all families, those without a sample among them. */
  readonly names: ReadonlySet<string>;
  /** The label names of a family's samples; of one without samples none. */
  readonly labelsOf: (family: string) => ReadonlySet<string>;
  /** The sum of the samples of that name that have at least those labels; null where there is none. */
  readonly value: (name: string, labels?: Readonly<Record<string, string>>) => number | null;
}

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{([^{}]*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;

/** Throws at a line that is no sample, comment or blank. */
export function readExposition(text: string): Exposition {
  const lines = text.split('\n').filter((line) => line !== '');
  const families = lines.flatMap((line) => {
    const [, name, type] = /^# TYPE (\S+) (\w+)$/.exec(line) ?? [];
    if (name === undefined) return [];
    return type === 'histogram' ? [name, ...['bucket', 'sum', 'count'].map((part) => `${name}_${part}`)] : [name];
  });
  const samples = lines.filter((line) => !line.startsWith('#')).map(sampleOf);
  return {
    names: new Set([...families, ...samples.map(({ name }) => name)]),
    labelsOf: (family) =>
      new Set(
        samples
          .filter(({ name }) => name.replace(/_(?:bucket|sum|count)$/, '') === family || name === family)
          .flatMap(({ labels }) => Object.keys(labels)),
      ),
    value: (name, labels = {}) => {
      const found = samples.filter(
        (each) => each.name === name && Object.entries(labels).every(([label, value]) => each.labels[label] === value),
      );
      return found.length === 0 ? null : found.reduce((sum, each) => sum + each.value, 0);
    },
  };
}

function sampleOf(line: string): Sample {
  const [, name, labels = '', value] = LINE.exec(line) ?? [];
  if (name === undefined) throw new Error(`This is no sample: ${line}`);
  const read = [...labels.matchAll(LABEL)].map(([, label = '', given = '']) => [label, given] as const);
  return { name, labels: Object.fromEntries(read), value: Number(value) };
}

/** The metrics of a running bot. */
export const expositionOf = async (origin: string): Promise<Exposition> =>
  readExposition(await (await fetch(`${origin}/metrics`)).text());

export interface Judged {
  readonly status: number | null;
  /** What it printed, on both outputs. */
  readonly said: string;
}

/** Prometheus' own checker; throws where it is not installed. */
export function promtool(words: readonly string[], input = ''): Judged {
  const { status, stdout, stderr, error } = spawnSync('promtool', words, { input, encoding: 'utf8' });
  if (error !== undefined)
    throw new Error('promtool is not installed: install the Debian package prometheus', { cause: error });
  return { status, said: stdout + stderr };
}
