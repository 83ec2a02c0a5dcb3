const TRIGRAM = 3;

/**
 * SQL for "the name or a message has this text". The trigram index needs three characters; shorter input is looked for
 * in names and previews, row by row along the list.
 */
export function searchCondition(text: string): { sql: string; values: string[] } | null {
  // To FTS5 a query ends at the first NUL, in the middle of the phrase.
  const wanted = text.replaceAll("\0", "").trim();
  if (wanted === "") return null;
  if ([...wanted].length < TRIGRAM) {
    const like = `%${wanted.replace(/[\\%_]/g, "\\$&")}%`;
    return { sql: "(display_name LIKE ? ESCAPE '\\' OR preview LIKE ? ESCAPE '\\')", values: [like, like] };
  }
  const phrase = `"${wanted.replaceAll('"', '""')}"`;
  return {
    sql: `id IN (SELECT rowid FROM conversations_fts WHERE conversations_fts MATCH ?
      UNION SELECT conversation_id FROM messages WHERE id IN (SELECT rowid FROM messages_fts WHERE messages_fts MATCH ?))`,
    values: [phrase, phrase],
  };
}
