import { type Agent, request } from "node:http";
import { signature } from "./signed-post";

type Load = {
  url: string;
  appSecret: string;
  agent: Agent;
  connections: number;
  nextBody: () => string;
  onAnswer: (body: string, status: number) => void;
  /** The connection ended before there was an answer: it may be stored or not. */
  onNoAnswer: (body: string) => void;
};

/** Posts one notification after the other over several connections, until nobody answers any more. */
export async function postUntilGone(load: Load): Promise<void> {
  const drive = async () => {
    for (;;) {
      const body = load.nextBody();
      const status = await post(body, load);
      if (status === null) {
        load.onNoAnswer(body);
        return;
      }
      load.onAnswer(body, status);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, drive));
}

function post(body: string, { url, appSecret, agent }: Load): Promise<number | null> {
  const headers = { "content-type": "application/json", "x-hub-signature-256": signature(body, appSecret) };
  return new Promise((resolve) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      // A cut answer is one as soon as its head says 200: Meta looks at nothing else.
      resolve(response.statusCode ?? null);
      response.on("error", () => undefined);
    });
    sent.on("error", () => resolve(null));
    sent.end(body);
  });
}
