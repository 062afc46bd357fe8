/** Where the pages stand, seen from one folder below the reference. */

export const stepPlace = (id: string): string => `steps/${id}.md`;
export const commandPlace = (id: string): string => `commands/${id}.md`;
export const causePlace = (id: string): string => `causes/${id}.md`;
/** Questions are asked in commands, so they stand together on one page. */
export const questionPlace = (id: string): string => `questions.md#${id}`;
export const fromFolder = (place: string): string => `../${place}`;
