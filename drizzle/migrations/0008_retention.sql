DROP INDEX `media_files_fetched`;--> statement-breakpoint
CREATE INDEX `media_files_age` ON `media_files` (`fetched_ms`,`size_bytes`);--> statement-breakpoint
CREATE INDEX `message_edits_conversation` ON `message_edits` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `reactions_conversation` ON `reactions` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `waiting_receipts_conversation` ON `waiting_receipts` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `invitations_expiry` ON `invitations` (`expires_ms`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_ms`);--> statement-breakpoint
CREATE INDEX `sessions_revoked` ON `sessions` (`revoked_ms`) WHERE revoked_ms IS NOT NULL;