/** Texts of many megabytes as they come: a day's transcript of a console, outputs without their command lines, one endless listing. */
import { type Deployment } from '../virtual-client/deployment';
import { EVIDENCE } from '../virtual-client/evidence';
import { healthyDeployment } from '../virtual-client/healthy-deployments';
import { run } from '../virtual-client/technician';

/** Event exports are benchmarks of their own. */
const OUTPUTS = EVIDENCE.filter(([, commandLine]) => !commandLine.startsWith('wevtutil'));
const PROMPT = /\r\n[^\r\n]*>$/;

/** Every command of the evidence at its prompt, one after another; the clock goes on, so that times and cookies differ. */
export const promptedTranscript = (bytes: number): Buffer => rounds(bytes, OUTPUTS, 'transcript');

/** The same outputs without prompts: each is known by its words alone. */
export const barePrints = (bytes: number): Buffer => rounds(bytes, OUTPUTS, 'output');

/** One listing of main mode SAs that goes on and on, as a server with many clients prints it. */
export function endlessListing(bytes: number): Buffer {
  const listings = rounds(bytes, [['', 'netsh advfirewall monitor show mmsa', 'client']], 'output').toString('utf8');
  return Buffer.from(listings.replaceAll(/^Ok\.\r\n/gm, ''), 'utf8');
}

function rounds(bytes: number, outputs: typeof EVIDENCE, what: 'transcript' | 'output'): Buffer {
  const texts: string[] = [];
  let deployment: Deployment = healthyDeployment();
  for (let length = 0; length < bytes;) {
    for (const [, commandLine, side] of outputs) {
      const answer = run(deployment, { commandLine, side, elevated: true });
      // The prompt that ends one answer stands on the line of the next command.
      const text = `${answer[what].replace(PROMPT, '')}\r\n`;
      texts.push(text);
      length += text.length;
      deployment = answer.after;
    }
  }
  return Buffer.from(texts.join(''), 'utf8');
}
