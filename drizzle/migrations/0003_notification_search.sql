-- The words of every payload (values, not keys), and what it is about: `page=…`, `field=…`. Only the index is kept here.
-- Ids stay whole: the characters they contain do not end a word. No positions: words are looked for, not phrases.
CREATE VIRTUAL TABLE notifications_fts USING fts5(words, content='', contentless_delete=1, detail=none,
  tokenize="unicode61 remove_diacritics 2 tokenchars '_-.$:=@'");
