/** Events as PowerShell's table, which cuts the messages off: known by its heading, and answered with what to send instead. */
import { type OpenForm } from './event-form';

/** `TimeCreated  Id LevelDisplayName Message` over a line of dashes. */
export const TABLE_HEADING =
  /^[ \t]*(?:TimeCreated|TimeGenerated|Index)[ \t]{1,80}[^\r\n]{0,200}\bMessage[ \t]*\r?\n[ \t]*-{2,40}[ \t]+-/m;

/** Nothing is read: a failure without its reason and its addresses would be taken for one that says nothing. */
export const tableForm: OpenForm = (window) => ({
  read: () => window.text().length,
  abandon: () => 0,
  isWhole: () => false,
});
