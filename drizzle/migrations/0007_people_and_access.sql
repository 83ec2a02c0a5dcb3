CREATE TABLE `media_files` (
	`id` integer PRIMARY KEY NOT NULL,
	`url_hash` text NOT NULL,
	`conversation_id` integer,
	`content_type` text NOT NULL,
	`body` blob NOT NULL,
	`size_bytes` integer NOT NULL,
	`fetched_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_files_url` ON `media_files` (`url_hash`);--> statement-breakpoint
CREATE INDEX `media_files_conversation` ON `media_files` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `media_files_fetched` ON `media_files` (`fetched_ms`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`hint` text NOT NULL,
	`role` text NOT NULL,
	`has_all_pages` integer NOT NULL,
	`page_ids` text NOT NULL,
	`created_ms` integer NOT NULL,
	`used_ms` integer,
	`revoked_ms` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_key_hash_unique` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE INDEX `api_keys_user` ON `api_keys` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`note` text NOT NULL,
	`role` text NOT NULL,
	`has_all_pages` integer NOT NULL,
	`page_ids` text NOT NULL,
	`created_by` text,
	`created_ms` integer NOT NULL,
	`expires_ms` integer NOT NULL,
	`user_id` text,
	`accepted_ms` integer,
	`revoked_ms` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `user_pages` (
	`user_id` text NOT NULL,
	`page_id` text NOT NULL,
	PRIMARY KEY(`user_id`, `page_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `audit_log` ADD `page_id` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `ip` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `api_key_id` text;--> statement-breakpoint
CREATE INDEX `audit_log_user` ON `audit_log` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_page` ON `audit_log` (`page_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at_ms`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `seen_ms` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `user_agent` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `ip` text;--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
ALTER TABLE `users` ADD `email` text;--> statement-breakpoint
ALTER TABLE `users` ADD `password_hash` text;--> statement-breakpoint
ALTER TABLE `users` ADD `has_all_pages` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `deactivated_ms` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`) WHERE email IS NOT NULL;