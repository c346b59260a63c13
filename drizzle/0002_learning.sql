CREATE TABLE "article_views" (
	"customer_id" text NOT NULL,
	"article_id" text NOT NULL,
	"viewed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_views_customer_id_article_id_pk" PRIMARY KEY("customer_id","article_id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_results" (
	"run_id" text NOT NULL,
	"case_id" text NOT NULL,
	"outcome" text,
	"found" jsonb,
	"confidence" real,
	"knowledge" text,
	CONSTRAINT "evaluation_results_run_id_case_id_pk" PRIMARY KEY("run_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "evaluation_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"cause" text NOT NULL,
	"staff_id" text,
	"cases" integer NOT NULL,
	"knowledge" text NOT NULL,
	"counts" jsonb,
	"started_at" timestamp (3) with time zone NOT NULL,
	"worked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "evaluation_runs_counts_check" CHECK ("evaluation_runs"."state" <> 'done' or "evaluation_runs"."counts" is not null)
);
--> statement-breakpoint
CREATE TABLE "golden_case_articles" (
	"case_id" text NOT NULL,
	"article_id" text NOT NULL,
	CONSTRAINT "golden_case_articles_case_id_article_id_pk" PRIMARY KEY("case_id","article_id")
);
--> statement-breakpoint
CREATE TABLE "golden_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"locale" text NOT NULL,
	"question" text NOT NULL,
	"earlier" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"expected" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"origin" text NOT NULL,
	"key" text NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"staff_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gap_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"gap_id" text,
	"answer_id" text NOT NULL,
	"position" integer NOT NULL,
	"conversation_id" text NOT NULL,
	"source" text NOT NULL,
	"text" text NOT NULL,
	"terms" text[] NOT NULL,
	"label" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gaps" (
	"id" text PRIMARY KEY NOT NULL,
	"locale" text NOT NULL,
	"state" text DEFAULT 'gathering' NOT NULL,
	"title" text NOT NULL,
	"suggestion" jsonb,
	"suggested_at" timestamp (3) with time zone,
	"questions" integer DEFAULT 0 NOT NULL,
	"handoffs" integer DEFAULT 0 NOT NULL,
	"cost" integer DEFAULT 0 NOT NULL,
	"last_asked_at" timestamp (3) with time zone NOT NULL,
	"settled_until" timestamp (3) with time zone,
	"article_id" text,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"reason" text,
	"version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "accessories" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "circumstances" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "variant_of" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "applies_to" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "products" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "moment" text DEFAULT 'use' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_views" ADD CONSTRAINT "article_views_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_views" ADD CONSTRAINT "article_views_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_results" ADD CONSTRAINT "evaluation_results_run_id_evaluation_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."evaluation_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_results" ADD CONSTRAINT "evaluation_results_case_id_golden_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."golden_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_runs" ADD CONSTRAINT "evaluation_runs_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_case_articles" ADD CONSTRAINT "golden_case_articles_case_id_golden_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."golden_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_case_articles" ADD CONSTRAINT "golden_case_articles_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_cases" ADD CONSTRAINT "golden_cases_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_questions" ADD CONSTRAINT "gap_questions_gap_id_gaps_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."gaps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_questions" ADD CONSTRAINT "gap_questions_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_questions" ADD CONSTRAINT "gap_questions_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gaps" ADD CONSTRAINT "gaps_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gaps" ADD CONSTRAINT "gaps_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_views_article_idx" ON "article_views" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "article_views_viewed_idx" ON "article_views" USING btree ("viewed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "evaluation_runs_running_key" ON "evaluation_runs" USING btree ("state") WHERE "evaluation_runs"."state" = 'running';--> statement-breakpoint
CREATE INDEX "evaluation_runs_started_idx" ON "evaluation_runs" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "golden_cases_key" ON "golden_cases" USING btree ("key") WHERE "golden_cases"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "gap_questions_place_key" ON "gap_questions" USING btree ("answer_id","position");--> statement-breakpoint
CREATE INDEX "gap_questions_gap_idx" ON "gap_questions" USING btree ("gap_id","asked_at");--> statement-breakpoint
CREATE INDEX "gap_questions_conversation_idx" ON "gap_questions" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "gap_questions_terms_idx" ON "gap_questions" USING gin ("terms") WHERE "gap_questions"."gap_id" is not null;--> statement-breakpoint
CREATE INDEX "gaps_cost_idx" ON "gaps" USING btree ("state","cost" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "gaps_drafted_idx" ON "gaps" USING btree ("article_id") WHERE "gaps"."state" = 'drafted';--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_variant_of_articles_id_fk" FOREIGN KEY ("variant_of") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_feedback_unsolved_idx" ON "answer_feedback" USING btree ("updated_at") WHERE not "answer_feedback"."solved";--> statement-breakpoint
CREATE INDEX "answers_unanswered_idx" ON "answers" USING btree ("created_at") WHERE (decision ->> 'kind' = 'handoff' and (decision ->> 'confidence')::float < 1)
  or decision -> 'questions' @> '[{"outcome": "unanswered"}]';--> statement-breakpoint
CREATE INDEX "articles_place_idx" ON "articles" USING btree (((coalesce(variant_of, id) || case when variant_of is null then ' ~' else ' ' || id end) collate "C"));--> statement-breakpoint
CREATE INDEX "articles_products_idx" ON "articles" USING gin ("products");--> statement-breakpoint
CREATE INDEX "articles_variant_idx" ON "articles" USING btree ("variant_of") WHERE "articles"."variant_of" is not null;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_variant_check" CHECK ("articles"."variant_of" <> "articles"."id");