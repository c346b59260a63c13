import "./listeners";
import { sweepOutbox } from "./events/publish-event";
import { registerJobs } from "./jobs/registry";
import { releaseAbsentAgents } from "./routing/release-absent-agents";

/** The composition root of background work: every domain's job handlers by job name, and its sweeps. */
registerJobs({}, [
  { name: "outbox", everySeconds: 5, run: sweepOutbox },
  { name: "absent-agents", everySeconds: 10, run: releaseAbsentAgents },
]);
