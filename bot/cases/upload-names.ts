/** Gives uploads of one message names of their own, because quotes name the upload that they stand in. */

/** The second `mmsa.txt` becomes `mmsa (2).txt`, as a browser would name it. */
export function withoutRepeatedNames<Named extends { readonly name: string }>(
  uploads: readonly Named[],
): readonly Named[] {
  const taken = new Set<string>();
  return uploads.map((upload) => {
    const name = freeName(upload.name, taken);
    taken.add(name);
    return { ...upload, name };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`;
    if (!taken.has(candidate)) return candidate;
  }
}
