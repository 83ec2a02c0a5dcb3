export type SseEvent = { name: string; id: string | null; data: Record<string, unknown> };

/** Reads a stream of server-sent events as it comes. */
export class SseClient {
  readonly events: SseEvent[] = [];
  #buffer = "";
  readonly #abort = new AbortController();
  ended: Promise<void> = Promise.resolve();

  /** Resolves when the stream is open. */
  static async open(url: string, headers: Record<string, string>): Promise<SseClient> {
    const client = new SseClient();
    const response = await fetch(url, { headers, signal: client.#abort.signal });
    if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`);
    const decoder = new TextDecoder();
    client.ended = (async () => {
      for await (const chunk of response.body ?? []) client.#take(decoder.decode(chunk, { stream: true }));
    })().catch(() => {});
    return client;
  }

  named(name: string): SseEvent[] {
    return this.events.filter((event) => event.name === name);
  }

  close(): void {
    this.#abort.abort();
  }

  #take(text: string): void {
    this.#buffer += text;
    const frames = this.#buffer.split("\n\n");
    this.#buffer = frames.pop() ?? "";
    for (const frame of frames) {
      const field = (name: string) =>
        frame
          .split("\n")
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? null;
      const [name, data] = [field("event"), field("data")];
      if (name !== null && data !== null) this.events.push({ name, id: field("id"), data: JSON.parse(data) });
    }
  }
}
