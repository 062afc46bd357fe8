/** Puts what a person posts in the local channel where Graph has it: the message, and its files in the library of the channel. */
import { channelMessagePath, createGraphWorld, graphMessage, type GraphWorld } from './graph-world';
import { CHANNEL_ID, TEAM } from './chat-identity';
import { type ChatMessage, type SentMessage } from './chat-message';
import { type FileShelf } from './file-shelf';

export interface ChannelPosts {
  readonly world: GraphWorld;
  /** `origin` is `http://127.0.0.1:PORT`. */
  readonly post: (origin: string, message: ChatMessage, sent: SentMessage) => void;
}

/** So many messages are kept; the oldest go first, with their files. */
export const MAX_CHANNEL_POSTS = 500;

export function createChannelPosts(shelf: FileShelf): ChannelPosts {
  const world = createGraphWorld();
  return {
    world,
    post: (origin, { id, thread }, { text, files }) => {
      const linked = files.map((file) => {
        const url = `${origin}/sites/support/Shared%20Documents/Tickets/${file.id}/${encodeURIComponent(file.name)}`;
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
      const root = thread === id ? null : thread;
      world.messages.set(
        channelMessagePath(TEAM.aadGroupId, CHANNEL_ID, root, id),
        graphMessage(id, escaped(text), linked),
      );
      forgetOldest(world.messages);
      forgetOldest(world.items);
    },
  };
}

function forgetOldest(kept: Map<string, unknown>): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_CHANNEL_POSTS) return;
    kept.delete(oldest);
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
