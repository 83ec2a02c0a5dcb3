-- Trigram finds parts of words and works for Chinese and Korean; it needs three characters or more.
-- Only the index is kept here, the texts are in their own tables; `contentless_delete` lets a row go without its text.
CREATE VIRTUAL TABLE messages_fts USING fts5(text, content='', contentless_delete=1, tokenize='trigram');
--> statement-breakpoint
CREATE VIRTUAL TABLE conversations_fts USING fts5(display_name, content='', contentless_delete=1, tokenize='trigram');
