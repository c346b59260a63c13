CREATE TABLE "rate_counts" (
	"caller" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "rate_counts_ends_idx" ON "rate_counts" USING btree ("ends_at");