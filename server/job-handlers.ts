import "./listeners";
import { sweepOutbox } from "./events/publish-event";
import { registerJobs } from "./jobs/registry";
import { sendQueuedMail } from "./mail/send-queued-mail";
import { SEND_MAIL_JOB } from "./mail/write-mail";
import { releaseAbsentAgents } from "./routing/release-absent-agents";
import { loadMailServer } from "./settings/load-mail-server";

/** The composition root of background work: every domain's job handlers by job name, and its sweeps. */
registerJobs({ [SEND_MAIL_JOB]: sendQueuedMail(loadMailServer) }, [
  { name: "outbox", everySeconds: 5, run: sweepOutbox },
  { name: "absent-agents", everySeconds: 10, run: releaseAbsentAgents },
]);
