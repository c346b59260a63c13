CREATE TYPE "public"."action_kind" AS ENUM('builtin', 'http');--> statement-breakpoint
CREATE TYPE "public"."action_run_state" AS ENUM('collecting', 'verifying', 'confirming', 'running', 'done', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."assistant_rule_kind" AS ENUM('hand_over', 'refuse', 'exact');--> statement-breakpoint
CREATE TYPE "public"."fact_kind" AS ENUM('order_number', 'tracking_number', 'phone', 'email', 'date', 'amount', 'product', 'person', 'address');--> statement-breakpoint
CREATE TYPE "public"."question_state" AS ENUM('open', 'answered', 'handed_over', 'ticketed', 'dropped');--> statement-breakpoint
ALTER TYPE "public"."handoff_reason" ADD VALUE 'unhappy' BEFORE 'rule';--> statement-breakpoint
ALTER TYPE "public"."handoff_reason" ADD VALUE 'loop' BEFORE 'rule';--> statement-breakpoint
CREATE TABLE "action_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"action_key" text NOT NULL,
	"action_version" integer NOT NULL,
	"state" "action_run_state" NOT NULL,
	"slot" text,
	"asked" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"proven" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"given_encrypted" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"running_until" timestamp (3) with time zone,
	"failure" text,
	"result_encrypted" text,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "action_turns" (
	"answer_id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"turn" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" "action_kind" NOT NULL,
	"names" jsonb NOT NULL,
	"phrasings" jsonb NOT NULL,
	"parameters" jsonb NOT NULL,
	"confirm" boolean NOT NULL,
	"identity" boolean NOT NULL,
	"results" jsonb NOT NULL,
	"enabled" boolean NOT NULL,
	"http" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"purpose" text NOT NULL,
	"address_hash" text NOT NULL,
	"address_encrypted" text NOT NULL,
	"customer_id" text,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"answer_id" text NOT NULL,
	"position" integer NOT NULL,
	"article_id" text,
	"staff_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assistant_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" "assistant_rule_kind" NOT NULL,
	"phrases" text[] NOT NULL,
	"words" jsonb NOT NULL,
	"article_id" text,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "branches" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"names" jsonb NOT NULL,
	"addresses" jsonb NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"hours" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"sku" text NOT NULL,
	"names" jsonb NOT NULL,
	"words" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"stock" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_counts" (
	"caller" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "model_spending" (
	"day" date NOT NULL,
	"model" text NOT NULL,
	"answers" integer NOT NULL,
	"input_tokens" bigint NOT NULL,
	"output_tokens" bigint NOT NULL,
	"cost" numeric(16, 6) NOT NULL,
	CONSTRAINT "model_spending_day_model_pk" PRIMARY KEY("day","model")
);
--> statement-breakpoint
CREATE TABLE "embedding_models" (
	"model" text PRIMARY KEY NOT NULL,
	"dimensions" integer NOT NULL,
	"calibration" jsonb,
	"failure" text,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passage_vectors" (
	"version_id" text NOT NULL,
	"position" integer NOT NULL,
	"article_id" text NOT NULL,
	"model" text NOT NULL,
	"signs" bit varying NOT NULL,
	"vector" "bytea" NOT NULL,
	CONSTRAINT "passage_vectors_version_id_position_pk" PRIMARY KEY("version_id","position")
);
--> statement-breakpoint
CREATE TABLE "recognisers" (
	"locale" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"source" text NOT NULL,
	"model" text NOT NULL,
	"phrasings" integer NOT NULL,
	"labels" integer NOT NULL,
	"trials" jsonb NOT NULL,
	"trained_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "synonyms" (
	"id" text PRIMARY KEY NOT NULL,
	"locale" text NOT NULL,
	"origin" text DEFAULT 'editor' NOT NULL,
	"words" jsonb NOT NULL,
	"keys" jsonb NOT NULL,
	"tokens" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation_facts" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"kind" "fact_kind" NOT NULL,
	"value_encrypted" text NOT NULL,
	"value_hash" text NOT NULL,
	"masked" text NOT NULL,
	"valid" boolean NOT NULL,
	"message_id" text,
	"seq" integer NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"message_id" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"intent" text,
	"state" "question_state" DEFAULT 'open' NOT NULL,
	"answered_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "index_statistics" ADD COLUMN "format" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "resolutions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "preferences" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "action_runs" ADD CONSTRAINT "action_runs_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_turns" ADD CONSTRAINT "action_turns_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_turns" ADD CONSTRAINT "action_turns_run_id_action_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."action_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_codes" ADD CONSTRAINT "identity_codes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_codes" ADD CONSTRAINT "identity_codes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_rules" ADD CONSTRAINT "assistant_rules_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_vectors" ADD CONSTRAINT "passage_vectors_version_id_article_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."article_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_vectors" ADD CONSTRAINT "passage_vectors_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_facts" ADD CONSTRAINT "conversation_facts_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_facts" ADD CONSTRAINT "conversation_facts_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_questions" ADD CONSTRAINT "conversation_questions_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_questions" ADD CONSTRAINT "conversation_questions_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_questions" ADD CONSTRAINT "conversation_questions_answered_by_messages_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "action_runs_open_key" ON "action_runs" USING btree ("conversation_id") WHERE "action_runs"."state" in ('collecting', 'verifying', 'confirming', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "action_runs_idempotency_key" ON "action_runs" USING btree ("idempotency_key");--> statement-breakpoint
CREATE INDEX "action_runs_conversation_idx" ON "action_runs" USING btree ("conversation_id","created_at");--> statement-breakpoint
CREATE INDEX "action_runs_action_idx" ON "action_runs" USING btree ("action_key","created_at");--> statement-breakpoint
CREATE INDEX "action_turns_run_idx" ON "action_turns" USING btree ("run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "actions_key_key" ON "actions" USING btree ("key");--> statement-breakpoint
CREATE INDEX "identity_codes_conversation_idx" ON "identity_codes" USING btree ("conversation_id","created_at");--> statement-breakpoint
CREATE INDEX "identity_codes_expires_idx" ON "identity_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_corrections_place_key" ON "answer_corrections" USING btree ("answer_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "branches_code_key" ON "branches" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "products_sku_key" ON "products" USING btree ("sku");--> statement-breakpoint
CREATE INDEX "rate_counts_ends_idx" ON "rate_counts" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "passage_vectors_article_idx" ON "passage_vectors" USING btree ("article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_facts_value_key" ON "conversation_facts" USING btree ("conversation_id","kind","value_hash");--> statement-breakpoint
CREATE INDEX "conversation_facts_message_idx" ON "conversation_facts" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_questions_place_key" ON "conversation_questions" USING btree ("message_id","position");--> statement-breakpoint
CREATE INDEX "conversation_questions_conversation_idx" ON "conversation_questions" USING btree ("conversation_id","state");--> statement-breakpoint
CREATE INDEX "conversation_questions_answered_by_idx" ON "conversation_questions" USING btree ("answered_by");