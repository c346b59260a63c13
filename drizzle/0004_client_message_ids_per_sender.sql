DROP INDEX "messages_client_message_id_key";--> statement-breakpoint
DROP INDEX "ticket_messages_client_message_id_key";--> statement-breakpoint
CREATE UNIQUE INDEX "messages_client_message_id_key" ON "messages" USING btree ("conversation_id","sender_type",coalesce("sender_id", ''),"client_message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_messages_client_message_id_key" ON "ticket_messages" USING btree ("ticket_id","sender_type",coalesce("sender_id", ''),"client_message_id");