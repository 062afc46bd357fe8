/** Plain counters of what the process has done, in the text form that Prometheus reads. */

/** Each counter with what it counts. */
const COUNTED = {
  turns: 'Activities that were accepted',
  turns_refused: 'Activities that were refused before the bot saw them',
  duplicates: 'Activities that came again and had no second effect',
  messages_sent: 'Messages and cards that were sent',
  analyses: 'Analyses that ended with a diagnosis',
  analyses_failed: 'Analyses that crashed or ran out of time',
  uploads: 'Uploads that were taken in',
  uploads_refused: 'Uploads that could not be fetched or were too large',
  answers_failed: 'Answers that ended in an error card',
} as const;
export type Counter = keyof typeof COUNTED;

export interface Counters {
  readonly count: (counter: Counter, by?: number) => void;
  readonly text: () => string;
}

export function createCounters(): Counters {
  const values = new Map<string, number>();
  return {
    count: (counter, by = 1) => void values.set(counter, (values.get(counter) ?? 0) + by),
    text: () =>
      Object.entries(COUNTED)
        .map(([counter, help]) => {
          const name = `tunnel_triage_${counter}_total`;
          return `# HELP ${name} ${help}\n# TYPE ${name} counter\n${name} ${values.get(counter) ?? 0}\n`;
        })
        .join(''),
  };
}
