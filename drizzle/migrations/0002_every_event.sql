CREATE TABLE `message_edits` (
	`id` integer PRIMARY KEY NOT NULL,
	`conversation_id` integer NOT NULL,
	`mid` text NOT NULL,
	`mid_hash` integer NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`edited_ms` integer NOT NULL,
	`notification_id` integer
);
--> statement-breakpoint
CREATE INDEX `message_edits_mid` ON `message_edits` (`mid_hash`);--> statement-breakpoint
CREATE TABLE `reactions` (
	`id` integer PRIMARY KEY NOT NULL,
	`conversation_id` integer NOT NULL,
	`mid` text NOT NULL,
	`mid_hash` integer NOT NULL,
	`emoji` text,
	`name` text,
	`is_removed` integer NOT NULL,
	`reacted_ms` integer NOT NULL,
	`tie` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reactions_mid` ON `reactions` (`mid_hash`);--> statement-breakpoint
CREATE TABLE `waiting_receipts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`conversation_id` integer NOT NULL,
	`mid` text NOT NULL,
	`mid_hash` integer NOT NULL,
	`status` text NOT NULL,
	`noted_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `waiting_receipts_mid` ON `waiting_receipts` (`mid_hash`);--> statement-breakpoint
CREATE TABLE `interpretation_retries` (
	`notification_id` integer PRIMARY KEY NOT NULL,
	`attempts` integer NOT NULL,
	`due_ms` integer
);
--> statement-breakpoint
CREATE INDEX `interpretation_retries_due` ON `interpretation_retries` (`due_ms`) WHERE due_ms IS NOT NULL;--> statement-breakpoint
CREATE TABLE `parked_entries` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`object` text NOT NULL,
	`event_count` integer NOT NULL,
	`first_ms` integer NOT NULL,
	`last_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `replays` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`created_ms` integer NOT NULL,
	`user_id` text,
	`notification_ids` text,
	`since_ms` integer,
	`is_dry_run` integer NOT NULL,
	`status` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`still_failing` integer DEFAULT 0 NOT NULL,
	`after_id` integer DEFAULT 0 NOT NULL,
	`until_id` integer NOT NULL,
	`finished_ms` integer
);
--> statement-breakpoint
CREATE TABLE `webhook_clocks` (
	`page_id` text PRIMARY KEY NOT NULL,
	`since_ms` integer NOT NULL,
	`last_ms` integer NOT NULL,
	`count` integer NOT NULL,
	`cause` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhook_failures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`cause` text NOT NULL,
	`first_ms` integer NOT NULL,
	`last_ms` integer NOT NULL,
	`count` integer NOT NULL,
	`duration_ms` integer,
	`notification_id` integer
);
--> statement-breakpoint
CREATE INDEX `webhook_failures_last` ON `webhook_failures` (`last_ms`);--> statement-breakpoint
DROP INDEX `messages_thread`;--> statement-breakpoint
ALTER TABLE `messages` ADD `details` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `tie` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `unsent_ms` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `is_standby` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `edit_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_thread` ON `messages` (`conversation_id`,`sent_ms`,`tie`);--> statement-breakpoint
ALTER TABLE `conversations` ADD `preview_tie` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `owner_app_id` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `owner_kind` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `owner_ms` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `owner_tie` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `standby_ms` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `primary_ms` integer;--> statement-breakpoint
ALTER TABLE `interpretations` ADD `interpreted_ms` integer;--> statement-breakpoint
ALTER TABLE `notifications` ADD `secret_index` integer;--> statement-breakpoint
ALTER TABLE `notifications` ADD `signature_hash` text;--> statement-breakpoint
ALTER TABLE `notifications` ADD `signature_cause` text;--> statement-breakpoint
ALTER TABLE `notifications` ADD `redacted_ms` integer;--> statement-breakpoint
CREATE INDEX `notifications_received` ON `notifications` (`received_ms`);--> statement-breakpoint
ALTER TABLE `pages` ADD `policy_action` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `policy_reason` text;--> statement-breakpoint
ALTER TABLE `pages` ADD `policy_ms` integer;--> statement-breakpoint
CREATE INDEX `events_repetition` ON `events` (`first_event_id`) WHERE first_event_id IS NOT NULL;--> statement-breakpoint
UPDATE `events` SET `outcome` = 'not_recognised' WHERE `outcome` = 'not_interpreted';
