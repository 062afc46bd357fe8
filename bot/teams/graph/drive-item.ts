/** Where the bytes of a posted link are: the item of a SharePoint or OneDrive library that it leads to. */
import { z } from 'zod';

import { RefusedError } from '../../refused-error';
import { isPatient, NOT_THERE_YET_LIMIT_MS, type Patience, pauseAfter, WaitError } from '../wait-error';
import { type GraphClient, GraphRefusal } from './graph-client';

/** A file whose bytes can be had. */
export interface DriveFile {
  /** As the library has it. */
  readonly name: string;
  /** In bytes; null where the library does not say. */
  readonly size: number | null;
  /** Has its own short-lived credential, and takes no bearer. */
  readonly downloadUrl: string;
}

export interface PostedLink {
  readonly name: string;
  readonly url: string;
}

/** Microsoft Graph, resource driveItem. */
const driveItem = z.looseObject({
  name: z.string().nullish(),
  size: z.number().nonnegative().nullish(),
  folder: z.unknown().optional(),
  package: z.looseObject({ type: z.string().nullish() }).nullish(),
  '@microsoft.graph.downloadUrl': z.string().max(8000).nullish(),
});
const SELECTED = ['id', 'name', 'size', 'file', 'folder', 'package', '@microsoft.graph.downloadUrl'];

/** Rejects with a RefusedError that names the file, with `forbidden()` where Graph forbids it, and with a WaitError where it may still come. */
export async function driveFileOf(
  graph: GraphClient,
  link: PostedLink,
  patience: Patience,
  forbidden: () => Promise<RefusedError>,
): Promise<DriveFile> {
  const { name } = link;
  try {
    return fileIn(await itemOf(graph, link), name);
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    if (error.status === 401 || error.status === 403) throw await forbidden();
    if (error.status === 404) {
      if (isPatient(patience, NOT_THERE_YET_LIMIT_MS)) throw new WaitError('not-there-yet', pauseAfter(patience));
      throw new RefusedError(
        'file-gone',
        `${name} is not where the message says: it was moved or deleted. Post it again, or paste its text.`,
      );
    }
    throw new RefusedError(
      'link-refused',
      `${name} cannot be read from its link (Microsoft Graph answers ${error.status}). Attach the file itself, or paste its text.`,
    );
  }
}

function fileIn(json: unknown, posted: string): DriveFile {
  const parsed = driveItem.safeParse(json);
  const item = parsed.data;
  if (item?.package?.type?.toLowerCase() === 'onenote' || /\.one(?:toc2)?$/i.test(item?.name ?? posted)) {
    throw new RefusedError(
      'onenote',
      `${posted} is a OneNote page, which is no text file. Copy the output out of the page, and paste it here.`,
    );
  }
  if (item?.folder !== undefined || (item?.package ?? null) !== null) {
    throw new RefusedError('folder', `${posted} is a folder. Attach the files themselves, or a zip of it.`);
  }
  const downloadUrl = item?.['@microsoft.graph.downloadUrl'] ?? '';
  if (downloadUrl === '') {
    throw new RefusedError(
      'no-download',
      `${posted} may not be downloaded: a policy of its site forbids it. Paste its text.`,
    );
  }
  return { name: item?.name ?? posted, size: item?.size ?? null, downloadUrl };
}

/**
 * By the link itself; where that is forbidden, by the site that the file lies in: with Sites.Selected only the sites that were opened can be
 * asked, and the documentation does not promise `/shares` there.
 */
async function itemOf(graph: GraphClient, { url }: PostedLink): Promise<unknown> {
  const token = `u!${Buffer.from(url).toString('base64url')}`;
  try {
    return await graph.get(`/shares/${token}/driveItem`, SELECTED);
  } catch (error) {
    if (!(error instanceof GraphRefusal) || error.status !== 403) throw error;
    return itemBySite(graph, new URL(url), error);
  }
}

/** Goes into a path, which half a character cannot. */
const pathId = z.string().refine((id) => id.isWellFormed());
const site = z.looseObject({ id: pathId });
const drives = z.looseObject({ value: z.array(z.looseObject({ id: pathId, webUrl: z.string() })) });

async function itemBySite(graph: GraphClient, url: URL, refusal: GraphRefusal): Promise<unknown> {
  const path = sitePathOf(url);
  if (path === null) throw refusal;
  const found = site.safeParse(await graph.get(`/sites/${url.hostname}:${path}`, ['id'])).data;
  if (found === undefined) throw refusal;
  const listed = drives.safeParse(await graph.get(`/sites/${encodeURIComponent(found.id)}/drives`, ['id', 'webUrl']));
  const within = listed.data?.value
    .filter(({ webUrl }) => URL.canParse(webUrl) && url.pathname.startsWith(`${new URL(webUrl).pathname}/`))
    .sort((one, other) => other.webUrl.length - one.webUrl.length)[0];
  if (within === undefined) throw refusal;
  const inDrive = url.pathname.slice(new URL(within.webUrl).pathname.length);
  return graph.get(`/drives/${encodeURIComponent(within.id)}/root:${inDrive}`, SELECTED);
}

/** `/sites/tickets` of a link into the site of that name; null where the link leads to none. */
export const sitePathOf = ({ pathname }: URL): string | null =>
  /^\/(?:sites|teams|personal)\/[^/]+(?=\/)/.exec(pathname)?.[0] ?? null;
