/** The Teams app: what the manifest promises, the bot does; sizes that the schema of Teams cannot check. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import { intentOf } from '../../bot/teams/message-intent';

const read = (name: string): Buffer => readFileSync(join(__dirname, '../../manifest', name));

/** Limits of the schema of manifest 1.25 for what stands in ours. */
const manifest = z
  .object({
    manifestVersion: z.literal('1.25'),
    name: z.object({ short: z.string().max(30), full: z.string().max(100) }),
    description: z.object({ short: z.string().max(80), full: z.string().max(4000) }),
    icons: z.object({ color: z.string(), outline: z.string() }),
    bots: z
      .array(
        z.object({
          botId: z.guid(),
          scopes: z.tuple([z.literal('personal')]),
          supportsFiles: z.literal(true),
          commandLists: z.array(
            z.object({
              commands: z.array(z.object({ title: z.string().max(32), description: z.string().max(128) })).max(12),
            }),
          ),
        }),
      )
      .length(1),
  })
  .parse(JSON.parse(read('manifest.json').toString('utf8')));

/** Width and height of a PNG, from its header. */
const sizeOf = (name: string): readonly number[] => [read(name).readUInt32BE(16), read(name).readUInt32BE(20)];

describe('The Teams app', () => {
  it('has icons of the sizes that Teams wants', () => {
    expect([sizeOf(manifest.icons.color), sizeOf(manifest.icons.outline)]).toEqual([
      [192, 192],
      [32, 32],
    ]);
  });

  it('offers commands that the bot knows', () => {
    const titles = manifest.bots.flatMap(({ commandLists }) =>
      commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
    );
    expect(titles.filter((title) => intentOf(title).kind === 'line')).toEqual([]);
    expect(titles.length).toBeGreaterThan(0);
  });
});
