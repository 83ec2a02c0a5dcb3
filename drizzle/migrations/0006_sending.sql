CREATE TABLE `delivery_error_days` (
	`page_id` text NOT NULL,
	`cause` text NOT NULL,
	`day` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`page_id`, `cause`, `day`)
);
--> statement-breakpoint
CREATE TABLE `delivery_error_groups` (
	`page_id` text NOT NULL,
	`cause` text NOT NULL,
	`total` integer NOT NULL,
	`open` integer NOT NULL,
	`first_ms` integer NOT NULL,
	`last_ms` integer NOT NULL,
	`last_error_id` integer NOT NULL,
	PRIMARY KEY(`page_id`, `cause`)
);
--> statement-breakpoint
CREATE INDEX `delivery_error_groups_last` ON `delivery_error_groups` (`last_ms`);--> statement-breakpoint
CREATE TABLE `one_time_notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`page_id` text NOT NULL,
	`conversation_id` integer NOT NULL,
	`topic` text NOT NULL,
	`title` text,
	`state` text NOT NULL,
	`asked_ms` integer,
	`granted_ms` integer,
	`expires_ms` integer,
	`spent_ms` integer,
	`message_id` integer,
	`token_encrypted` text,
	`token_hash` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_time_token` ON `one_time_notifications` (`token_hash`) WHERE token_hash IS NOT NULL;--> statement-breakpoint
CREATE INDEX `one_time_conversation` ON `one_time_notifications` (`conversation_id`,`id`);--> statement-breakpoint
CREATE INDEX `one_time_page_topic` ON `one_time_notifications` (`page_id`,`topic`,`state`);--> statement-breakpoint
CREATE INDEX `one_time_message` ON `one_time_notifications` (`message_id`) WHERE message_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `one_time_expiry` ON `one_time_notifications` (`expires_ms`) WHERE state = 'granted';--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`page_id` text NOT NULL,
	`channel` text NOT NULL,
	`attachment_id` text NOT NULL,
	`type` text NOT NULL,
	`filename` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`user_id` text,
	`created_ms` integer NOT NULL,
	`expires_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `uploads_attachment` ON `uploads` (`page_id`,`attachment_id`);--> statement-breakpoint
CREATE INDEX `uploads_file` ON `uploads` (`page_id`,`sha256`);--> statement-breakpoint
CREATE INDEX `uploads_expiry` ON `uploads` (`expires_ms`);--> statement-breakpoint
ALTER TABLE `conversations` ADD `last_ad_ms` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `one_time_tokens` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `app_id` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `own_reaction` text;--> statement-breakpoint
ALTER TABLE `delivery_errors` ADD `cause` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `delivery_errors_group` ON `delivery_errors` (`page_id`,`cause`,`status`,`id`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `page_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `content` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `is_media` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `state` text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `not_before_ms` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `next_lookup_ms` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `lookups` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`not_before_ms`);--> statement-breakpoint
CREATE INDEX `outbox_lookup` ON `outbox` (`next_lookup_ms`) WHERE next_lookup_ms IS NOT NULL;--> statement-breakpoint
ALTER TABLE `pages` ADD `human_agent` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `pages` ADD `one_time` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
-- What waited, and what had failed, keeps what it would send: so far that was always a text.
UPDATE `outbox` SET
  `page_id` = (SELECT `page_id` FROM `messages` WHERE `id` = `message_id`),
  `content` = json_object('text', (SELECT `text` FROM `messages` WHERE `id` = `message_id`)),
  `state` = CASE WHEN `sending_since_ms` IS NULL THEN 'waiting' ELSE 'sending' END;
--> statement-breakpoint
INSERT OR IGNORE INTO `outbox` (`message_id`, `conversation_id`, `page_id`, `content`, `state`)
SELECT `id`, `conversation_id`, `page_id`, json_object('text', `text`), `status` FROM `messages`
WHERE `client_id` IS NOT NULL AND `status` IN ('failed', 'unconfirmed') AND `text` IS NOT NULL;
--> statement-breakpoint
UPDATE `delivery_errors` SET `cause` = CASE
  WHEN `unanswered` IS NOT NULL THEN `unanswered`
  WHEN `subcode` IS NOT NULL THEN `code` || '/' || `subcode`
  ELSE CAST(`code` AS text) END;
--> statement-breakpoint
INSERT INTO `delivery_error_groups` (`page_id`, `cause`, `total`, `open`, `first_ms`, `last_ms`, `last_error_id`)
SELECT `page_id`, `cause`, count(*), sum(`status` = 'open'), min(`at_ms`), max(`at_ms`), max(`id`)
FROM `delivery_errors` GROUP BY `page_id`, `cause`;
--> statement-breakpoint
INSERT INTO `delivery_error_days` (`page_id`, `cause`, `day`, `count`)
SELECT `page_id`, `cause`, `at_ms` / 86400000, count(*) FROM `delivery_errors` GROUP BY 1, 2, 3;
