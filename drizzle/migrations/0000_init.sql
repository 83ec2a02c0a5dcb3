CREATE TABLE `conversations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`page_id` text NOT NULL,
	`channel` text NOT NULL,
	`psid` text NOT NULL,
	`display_name` text,
	`picture_url` text,
	`profile_checked_ms` integer,
	`preview` text DEFAULT '' NOT NULL,
	`preview_kind` text DEFAULT 'none' NOT NULL,
	`preview_direction` text DEFAULT 'in' NOT NULL,
	`preview_ms` integer,
	`preview_mid` text,
	`last_activity_ms` integer,
	`last_inbound_ms` integer,
	`unread_count` integer DEFAULT 0 NOT NULL,
	`staff_read_message_id` integer DEFAULT 0 NOT NULL,
	`delivered_watermark_ms` integer DEFAULT 0 NOT NULL,
	`read_watermark_ms` integer DEFAULT 0 NOT NULL,
	`status` text DEFAULT 'open' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_person` ON `conversations` (`page_id`,`psid`);--> statement-breakpoint
CREATE INDEX `conversations_recent` ON `conversations` (`last_activity_ms`);--> statement-breakpoint
CREATE INDEX `conversations_page_recent` ON `conversations` (`page_id`,`last_activity_ms`);--> statement-breakpoint
CREATE INDEX `conversations_unread` ON `conversations` (`last_activity_ms`) WHERE unread_count > 0;--> statement-breakpoint
CREATE INDEX `conversations_no_profile` ON `conversations` (`id`) WHERE profile_checked_ms IS NULL;--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`conversation_id` integer NOT NULL,
	`page_id` text NOT NULL,
	`mid` text,
	`mid_hash` integer,
	`direction` text NOT NULL,
	`author` text NOT NULL,
	`kind` text NOT NULL,
	`field` text,
	`text` text,
	`attachments` text,
	`payload` text,
	`reply_to_mid` text,
	`sent_ms` integer NOT NULL,
	`status` text NOT NULL,
	`notification_id` integer,
	`client_id` text,
	`send_key` text,
	`user_id` text,
	`delivery_error_id` integer
);
--> statement-breakpoint
CREATE INDEX `messages_mid` ON `messages` (`mid_hash`) WHERE mid_hash IS NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_thread` ON `messages` (`conversation_id`,`sent_ms`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_client` ON `messages` (`conversation_id`,`client_id`) WHERE client_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_send_key` ON `messages` (`send_key`) WHERE send_key IS NOT NULL;--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`field` text NOT NULL,
	`key` text NOT NULL,
	`key_hash` integer NOT NULL,
	`timestamp_ms` integer,
	`outcome` text NOT NULL,
	`error` text,
	`first_event_id` integer,
	`repeats` integer DEFAULT 0 NOT NULL,
	`message_id` integer,
	`conversation_id` integer
);
--> statement-breakpoint
CREATE INDEX `events_key` ON `events` (`key_hash`) WHERE first_event_id IS NULL;--> statement-breakpoint
CREATE INDEX `events_entry` ON `events` (`entry_id`);--> statement-breakpoint
CREATE INDEX `events_parked` ON `events` (`entry_id`) WHERE outcome = 'parked';--> statement-breakpoint
CREATE TABLE `interpretations` (
	`notification_id` integer PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`object` text,
	`page_ids` text NOT NULL,
	`fields` text NOT NULL,
	`event_count` integer NOT NULL,
	`error` text,
	`duration_ms` real
);
--> statement-breakpoint
CREATE INDEX `interpretations_outcome` ON `interpretations` (`outcome`) WHERE outcome <> 'applied';--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`received_ms` integer NOT NULL,
	`body` blob NOT NULL,
	`headers` text NOT NULL,
	`signature` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`status` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notifications_rejected` ON `notifications` (`id`) WHERE signature <> 'valid';--> statement-breakpoint
CREATE TABLE `progress` (
	`name` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhook_counters` (
	`name` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `delivery_errors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at_ms` integer NOT NULL,
	`page_id` text NOT NULL,
	`conversation_id` integer,
	`message_id` integer,
	`operation` text NOT NULL,
	`code` integer,
	`subcode` integer,
	`type` text,
	`unanswered` text,
	`message` text NOT NULL,
	`fbtrace_id` text,
	`http_status` integer,
	`status` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `delivery_errors_page` ON `delivery_errors` (`page_id`,`id`);--> statement-breakpoint
CREATE INDEX `delivery_errors_status` ON `delivery_errors` (`status`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`message_id` integer PRIMARY KEY NOT NULL,
	`conversation_id` integer NOT NULL,
	`sending_since_ms` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_conversation` ON `outbox` (`conversation_id`,`message_id`);--> statement-breakpoint
CREATE TABLE `pages` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`picture_url` text,
	`category` text,
	`instagram_account_id` text,
	`linked_ms` integer,
	`linked_by_user_id` text,
	`token_encrypted` text,
	`token_status` text NOT NULL,
	`desired_fields` text NOT NULL,
	`actual_fields` text NOT NULL,
	`problems` text NOT NULL,
	`checked_ms` integer,
	`last_notification_ms` integer,
	`unread_conversations` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_instagram_account_id_unique` ON `pages` (`instagram_account_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at_ms` integer NOT NULL,
	`user_id` text,
	`action` text NOT NULL,
	`target` text,
	`detail` text
);
--> statement-breakpoint
CREATE TABLE `page_consents` (
	`user_id` text PRIMARY KEY NOT NULL,
	`asid` text NOT NULL,
	`token_encrypted` text NOT NULL,
	`expires_ms` integer,
	`created_ms` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_ms` integer NOT NULL,
	`expires_ms` integer NOT NULL,
	`revoked_ms` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`asid` text NOT NULL,
	`name` text NOT NULL,
	`picture_url` text,
	`role` text NOT NULL,
	`created_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_asid_unique` ON `users` (`asid`);