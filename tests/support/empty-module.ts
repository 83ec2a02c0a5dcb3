// Stands in for `server-only` in tests, which run on the server side of that border by definition.
export {};
