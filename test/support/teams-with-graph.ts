/** A bot in Teams with Microsoft Graph beside it, new for each test of a file. */
import { startTeams, type TeamsAround } from './bot-teams';
import { type GraphAround, startGraph } from './graph-around';

export interface TeamsWithGraph {
  readonly teams: TeamsAround;
  readonly graph: GraphAround;
}

/** `keep` is given those of each test before it; both end after it. `settings` and `now` are those of `startTeams`. */
export function startTeamsWithGraph(
  keep: (around: TeamsWithGraph) => void,
  settings: Readonly<Record<string, string>> = {},
  now: () => number = Date.now,
): void {
  let graph: GraphAround;
  let teams: TeamsAround;
  beforeEach(async () => {
    graph = await startGraph();
    teams = await startTeams(undefined, now, settings, graph.access);
    keep({ graph, teams });
  });
  afterEach(async () => {
    await teams.close();
    await graph.close();
  });
}
