import "./listeners";
import { finishAbandonedAnswers } from "./assistant/finish-abandoned-answers";
import { TRAIN_ENSEMBLE_JOB, trainEnsembleJob } from "./assistant/recogniser/ensemble/ensemble-job";
import { refreshRecognisers, TRAIN_RECOGNISER_JOB, trainRecogniserJob } from "./assistant/recogniser/train-job";
import { forgetArticleViews } from "./assistant/recommendations/article-views";
import { forgetAttempts } from "./auth/sign-in-attempts";
import { closeIdleConversations } from "./conversations/close-idle-conversations";
import { MAIL_RATING_JOB, mailRatingForm } from "./conversations/mail-rating-form";
import { MAIL_UNREAD_JOB, mailUnreadReply } from "./conversations/mail-unread-reply";
import { sweepAttachments } from "./conversations/sweep-attachments";
import { sweepOutbox } from "./events/publish-event";
import { GATHER_GAPS_JOB, gatherGaps, gatherGapsJob } from "./gaps/gather-gaps";
import { registerJobs } from "./jobs/registry";
import { EMBED_JOB, embedJob, embedWhatWaits } from "./knowledge/meaning/embed-job";
import { REFRESH_PINYIN_JOB, refreshPinyin, refreshPinyinJob } from "./knowledge/pinyin/refresh-pinyin";
import { publishDueArticles } from "./knowledge/publish-due-articles";
import { REFRESH_INDEX_JOB, refreshIndex, refreshIndexJob } from "./knowledge/rebuild-index";
import { sendQueuedMail } from "./mail/send-queued-mail";
import { SEND_MAIL_JOB } from "./mail/write-mail";
import { EVALUATE_JOB } from "./quality/evaluation/begin-run";
import { evaluateJob } from "./quality/evaluation/evaluate-job";
import { EVALUATE_CHANGE_JOB, evaluateChangeJob, keepEvaluationsUp } from "./quality/evaluation/keep-up";
import { forgetIdempotencyKeys } from "./rest/idempotency";
import { forgetCounts } from "./rest/rate-counts";
import { releaseAbsentAgents } from "./routing/release-absent-agents";
import { LOAD_DEMO_JOB, runLoadDemo } from "./settings/load-demo";
import { loadMailServer } from "./settings/load-mail-server";
import { askForRatings } from "./tickets/ask-for-ratings";

/** The composition root of background work: every domain's job handlers by job name, and its sweeps. */
const HANDLERS = {
  [SEND_MAIL_JOB]: sendQueuedMail(loadMailServer),
  [MAIL_UNREAD_JOB]: mailUnreadReply,
  [MAIL_RATING_JOB]: mailRatingForm,
  [LOAD_DEMO_JOB]: runLoadDemo,
  [TRAIN_RECOGNISER_JOB]: trainRecogniserJob,
  [TRAIN_ENSEMBLE_JOB]: trainEnsembleJob,
  [GATHER_GAPS_JOB]: gatherGapsJob,
  [REFRESH_INDEX_JOB]: refreshIndexJob,
  [EMBED_JOB]: embedJob,
  [REFRESH_PINYIN_JOB]: refreshPinyinJob,
  [EVALUATE_JOB]: evaluateJob,
  [EVALUATE_CHANGE_JOB]: evaluateChangeJob,
};
registerJobs(HANDLERS, [
  { name: "outbox", everySeconds: 5, run: sweepOutbox },
  { name: "abandoned-answers", everySeconds: 5, run: finishAbandonedAnswers },
  { name: "idempotency-keys", everySeconds: 3600, run: forgetIdempotencyKeys },
  { name: "rate-counts", everySeconds: 60, run: forgetCounts },
  { name: "sign-in-attempts", everySeconds: 3600, run: forgetAttempts },
  { name: "unsent-attachments", everySeconds: 3600, run: sweepAttachments },
  { name: "idle-conversations", everySeconds: 60, run: closeIdleConversations },
  { name: "article-views", everySeconds: 3600, run: forgetArticleViews },
  { name: "absent-agents", everySeconds: 10, run: releaseAbsentAgents },
  { name: "ticket-ratings", everySeconds: 5, run: askForRatings },
  { name: "due-articles", everySeconds: 10, run: (ctx) => publishDueArticles({ ctx }) },
  { name: "recognisers", everySeconds: 600, run: refreshRecognisers },
  { name: "evaluations", everySeconds: 60, run: keepEvaluationsUp },
  { name: "gaps", everySeconds: 600, run: gatherGaps },
  { name: "embeddings", everySeconds: 600, run: embedWhatWaits },
  { name: "pinyin", everySeconds: 3600, run: refreshPinyin },
  { name: "knowledge-index", everySeconds: 3600, run: refreshIndex },
]);
