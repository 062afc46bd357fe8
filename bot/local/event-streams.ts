/** The open pages of the local chat, told of every change by server-sent events. */
import { type ServerResponse } from 'node:http';

import { type ChatTranscript } from './chat-transcript';

export interface EventStreams {
  readonly open: (response: ServerResponse) => void;
  /** Ends all of them, so that the process can stop. */
  readonly close: () => void;
}

export function createEventStreams(transcript: ChatTranscript): EventStreams {
  const responses = new Set<ServerResponse>();
  return {
    open: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      const stop = transcript.watch((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
      responses.add(response);
      response.once('close', () => {
        stop();
        responses.delete(response);
      });
    },
    close: () => {
      for (const response of responses) response.end();
    },
  };
}
