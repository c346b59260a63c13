ALTER TABLE "recognisers" ADD COLUMN "ensemble" text;--> statement-breakpoint
ALTER TABLE "recognisers" ADD COLUMN "ensemble_version" text;