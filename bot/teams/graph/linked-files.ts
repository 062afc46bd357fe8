/** A file of SharePoint or OneDrive of which a message has only the link, by Microsoft Graph. */
import { RefusedError } from '../../refused-error';
import { type PoolUpload } from '../../workers/analysis-task';
import { type Room, tooLarge } from '../../uploads/kept-upload';
import { downloadFile, hostRefused } from '../download-file';
import { allowedFileAddress, type DownloadRules } from '../download-hosts';
import { type Patience } from '../wait-error';
import { driveFileOf, type PostedLink, sitePathOf } from './drive-item';
import { type GraphOf } from './graph-client';
import { fileUnreadable, type RightsHolder } from './missing-rights';

/** What is needed to read a file behind a link. */
export interface LinkedFilesParts {
  readonly graphOf: GraphOf;
  readonly downloads: DownloadRules;
  readonly app: RightsHolder;
}

/**
 * Reads the file of a link that was posted in that tenant. Rejects with a RefusedError where it alone cannot be read, and with a WaitError where
 * it is to be asked for later.
 */
export type LinkedFiles = (link: PostedLink, tenant: string, room: Room, patience: Patience) => Promise<PoolUpload>;

export function createLinkedFiles({ graphOf, downloads, app }: LinkedFilesParts): LinkedFiles {
  return async (link, tenant, room, patience) => {
    const graph = graphOf(tenant);
    const url = allowedFileAddress(link.url, downloads);
    if (url === null) throw hostRefused(link.name);
    const sitePath = sitePathOf(url);
    const site = sitePath === null ? null : `${url.origin}${sitePath}`;
    const file = await driveFileOf(graph, link, patience, async () =>
      fileUnreadable(link.name, site, await graph.roles(), app),
    );
    const { downloadUrl, size } = file;
    if (size !== null && size > room.bytes) throw tooLarge(link.name, room.bytes);
    const upload = await downloadFile({ name: link.name, downloadUrl }, downloads, {
      ...room,
      bytes: size ?? room.bytes,
    }).catch((error: unknown) => {
      throw size !== null && error instanceof RefusedError && error.code === 'too-large' ? changed(link.name) : error;
    });
    const came = 'path' in upload ? upload.size : upload.bytes.byteLength;
    if (size !== null && came !== size) throw changed(link.name);
    return upload;
  };
}

/** The library told another size than came. */
const changed = (name: string): RefusedError =>
  new RefusedError(
    'file-changed',
    `${name} changed while I read it, so I took nothing of it. Wait until nothing writes to it, and post it again.`,
  );
