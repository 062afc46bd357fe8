/** How much is looked at: sizes, depths and counts of what comes in. */

/** The largest text, and the largest archive within an archive, that is held in memory to be looked at. */
export const MAX_UPLOAD_BYTES = 100 * 1024 * 1024;
/** The largest event log: it is read piece by piece and never held. What all logs of one archive may have together is the same. */
export const MAX_EVENT_LOG_BYTES = 4 * 1024 * 1024 * 1024;
/** What all members of one upload that are held may have together, nested ones included. */
export const MAX_UNPACKED_BYTES = 4 * MAX_UPLOAD_BYTES;
/** An archive in an archive in an archive is opened; one more is not. */
export const MAX_ARCHIVE_DEPTH = 3;
export const MAX_ARCHIVE_ENTRIES = 2000;
/** Exports of repetitive XML shrink to a fiftieth; what shrinks further is made to burst. Small members may. */
export const MAX_COMPRESSION_RATIO = 250;
/** What all texts of one call may have together: they are held in memory until they are read. */
export const MAX_HELD_BYTES = 1024 * 1024 * 1024;
