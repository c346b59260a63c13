ALTER TABLE "index_entries" ADD COLUMN "packed_postings" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "index_entries" SET "packed_postings" = held.packed FROM (
  SELECT "entry_id", replace(encode(string_agg(int4send("term_id") || int2send("weight"), ''::bytea ORDER BY "term_id"), 'base64'), E'\n', '') AS packed
  FROM "postings" GROUP BY "entry_id"
) held WHERE held."entry_id" = "index_entries"."id";--> statement-breakpoint
ALTER TABLE "index_entries" ALTER COLUMN "packed_postings" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "index_statistics" ADD COLUMN "revision" uuid DEFAULT gen_random_uuid() NOT NULL;
