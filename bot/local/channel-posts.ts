/** Puts what a person sends where Graph has it: the files in a library, to which a message links, and a message of the channel as its readers see it. */
import { channelMessagePath, createGraphWorld, graphMessage, type GraphWorld } from './graph-world';
import { CHANNEL_ID, TEAM } from './chat-identity';
import { type ChatFile, type ChatMessage, type SentMessage } from './chat-message';
import { type FileShelf } from './file-shelf';

export interface ChannelPosts {
  readonly world: GraphWorld;
  /** `origin` is `http://127.0.0.1:PORT`. */
  readonly post: (origin: string, message: ChatMessage, sent: SentMessage) => void;
}

/** So many messages are kept, and as many files that they link to; the oldest go first. */
export const MAX_CHANNEL_POSTS = 500;

export function createChannelPosts(shelf: FileShelf): ChannelPosts {
  const world = createGraphWorld();
  return {
    world,
    post: (origin, { id, thread }, { text, files }) => {
      const linked = files.map((file) => {
        const url = linkOf(origin, file);
        world.items.set(url, {
          id: file.id,
          name: file.name,
          size: shelf.get(file.id)?.byteLength ?? 0,
          cTag: `c:${file.id}`,
          file: { mimeType: 'application/octet-stream' },
          '@microsoft.graph.downloadUrl': `${origin}/chat/files/${file.id}?tempauth=local`,
        });
        return { name: file.name, url };
      });
      forgetOldest(world.items);
      if (thread === null) return;
      const root = thread === id ? null : thread;
      world.messages.set(
        channelMessagePath(TEAM.aadGroupId, CHANNEL_ID, root, id),
        graphMessage(id, escaped(text), linked),
      );
      forgetOldest(world.messages);
    },
  };
}

/** Where a person would open the file. */
export const linkOf = (origin: string, { id, name }: ChatFile): string =>
  `${origin}/sites/support/Shared%20Documents/Tickets/${id}/${encodeURIComponent(name)}`;

function forgetOldest(kept: Map<string, unknown>): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_CHANNEL_POSTS) return;
    kept.delete(oldest);
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
