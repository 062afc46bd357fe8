/** Copies the embedded file page by page, in turns with the work of the bot. */
import { type EmbeddedHome } from './home';

/** Pages of 4 kB in one turn: about five milliseconds. */
const PAGES_IN_A_TURN = 500;

/**
 * SQLite copies nothing while a transaction is open on the connection, and the driver takes the copy for finished where one is open at its
 * very beginning; among many transactions it might never find a gap. So it waits in the same queue as they do, and copies while it has
 * the connection.
 */
export async function copyInTurns({ db, file }: EmbeddedHome, target: string): Promise<void> {
  let turn: Turn = await nextTurn(db);
  let copies = false;
  /** The driver asks after each step how many pages the next one has. */
  const progress = (): number => {
    if (copies) {
      turn.end();
      turn = queued(db);
    }
    copies = turn.hasBegun();
    return copies ? PAGES_IN_A_TURN : 0;
  };
  try {
    await file.backup(target, { progress });
  } finally {
    turn.end();
  }
}

interface Turn {
  /** Whether no other work can be in the middle of something now. */
  readonly hasBegun: () => boolean;
  /** Gives the connection back, or gives up waiting for it. */
  readonly end: () => void;
}

async function nextTurn(db: EmbeddedHome['db']): Promise<Turn> {
  return new Promise((resolve, reject) => {
    const turn = queued(db, () => resolve(turn), reject);
  });
}

function queued(
  db: EmbeddedHome['db'],
  begun: () => void = nothing,
  /** The store was closed: the copy meets the same at its next step. */
  failed: (error: unknown) => void = nothing,
): Turn {
  let hasBegun = false;
  let end: () => void = nothing;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  db.connection()
    .execute(() => {
      hasBegun = true;
      begun();
      return ended;
    })
    .catch(failed);
  return { hasBegun: () => hasBegun, end };
}

const nothing = (): void => undefined;
