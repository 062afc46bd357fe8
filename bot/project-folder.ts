/** Finds the folder of the package, from a source file or from a bundle: pages and the sample case are read from there. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ServiceError } from './service-error';

/** The nearest folder above `start` that has a package.json. */
export function projectFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) {
      throw new ServiceError(
        'no-package',
        `No package.json stands above ${start}; start the bot from a whole checkout.`,
      );
    }
  }
}
