/**
 * One value a process. Next bundles a module several times (pages, route handlers, instrumentation), and `server.ts` is
 * a bundle of its own, so a module-level value would exist once in each: the bus, the database and the workers may not.
 */
export function onGlobal<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`pagedesk.${name}`);
  store[key] ??= make();
  return store[key];
}
