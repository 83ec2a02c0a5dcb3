CREATE TABLE `app_status` (
	`id` integer PRIMARY KEY NOT NULL,
	`subscriptions` text NOT NULL,
	`checked_ms` integer,
	`verified_ms` integer,
	`handshake_ms` integer,
	`handshake_error` text,
	`only_roles_ms` integer
);
--> statement-breakpoint
CREATE TABLE `deletion_requests` (
	`code` text PRIMARY KEY NOT NULL,
	`request_hash` text NOT NULL,
	`requested_ms` integer NOT NULL,
	`subject_id` text,
	`done_ms` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deletion_requests_hash` ON `deletion_requests` (`request_hash`);--> statement-breakpoint
CREATE INDEX `deletion_requests_open` ON `deletion_requests` (`requested_ms`) WHERE done_ms IS NULL;--> statement-breakpoint
CREATE TABLE `desk_settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_ms` integer NOT NULL,
	`user_id` text
);
--> statement-breakpoint
CREATE TABLE `field_job_pages` (
	`job_id` integer NOT NULL,
	`page_id` text NOT NULL,
	`fields` text NOT NULL,
	`before` text NOT NULL,
	`status` text NOT NULL,
	`problem` text,
	PRIMARY KEY(`job_id`, `page_id`)
);
--> statement-breakpoint
CREATE INDEX `field_job_pages_status` ON `field_job_pages` (`job_id`,`status`);--> statement-breakpoint
CREATE TABLE `field_jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`created_ms` integer NOT NULL,
	`user_id` text,
	`status` text NOT NULL,
	`undoes_id` integer,
	`finished_ms` integer
);
--> statement-breakpoint
CREATE TABLE `page_history` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`page_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	`kind` text NOT NULL,
	`code` text,
	`facts` text NOT NULL,
	`user_id` text
);
--> statement-breakpoint
CREATE INDEX `page_history_page` ON `page_history` (`page_id`,`id`);--> statement-breakpoint
CREATE TABLE `page_hours` (
	`page_id` text NOT NULL,
	`hour` integer NOT NULL,
	`events` integer NOT NULL,
	`standby` integer NOT NULL,
	PRIMARY KEY(`page_id`, `hour`)
);
--> statement-breakpoint
ALTER TABLE `pages` ADD `instagram_username` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `token_source` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `token_owner_asid` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `token_owner_name` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `token_expires_ms` integer;--> statement-breakpoint
ALTER TABLE `pages` ADD `token_scopes` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `tasks` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `other_apps` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `next_check_ms` integer;--> statement-breakpoint
ALTER TABLE `pages` ADD `last_sent_ms` integer;--> statement-breakpoint
CREATE INDEX `delivery_errors_conversation` ON `delivery_errors` (`conversation_id`) WHERE conversation_id IS NOT NULL;