/** The tables of the store; JSON stands in text columns and is checked when it is read. */
import { type Generated } from 'kysely';

export interface Tables {
  readonly conversations: {
    readonly key: string;
    readonly reference: string;
    /** Milliseconds since 1970. */
    readonly updated_at: number;
  };
  readonly cases: {
    readonly number: Generated<number>;
    readonly conversation: string;
    readonly state: 'open' | 'closed';
    readonly version: number;
    readonly evidence: string;
    readonly diagnosis: string | null;
    readonly card_activity_id: string | null;
    readonly updated_at: number;
  };
  readonly seen_activities: {
    readonly conversation: string;
    readonly activity: string;
    readonly seen_at: number;
  };
}
