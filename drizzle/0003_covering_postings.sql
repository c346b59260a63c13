-- The INCLUDE clauses are written by hand: see db/schema/knowledge-index.ts.
DROP INDEX "postings_impact_idx";--> statement-breakpoint
CREATE INDEX "postings_impact_idx" ON "postings" USING btree ("term_id","audience","weight" desc) INCLUDE ("entry_id");--> statement-breakpoint
ALTER TABLE "postings" DROP CONSTRAINT "postings_entry_id_term_id_pk";--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_entry_id_term_id_pk" PRIMARY KEY ("entry_id","term_id") INCLUDE ("weight");
