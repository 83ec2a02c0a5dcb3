-- Trigram finds parts of words and works for Chinese and Korean; it needs three characters or more.
CREATE VIRTUAL TABLE messages_fts USING fts5(text, content='messages', content_rowid='id', tokenize='trigram');
--> statement-breakpoint
CREATE VIRTUAL TABLE conversations_fts USING fts5(display_name, content='conversations', content_rowid='id', tokenize='trigram');
