import "server-only";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { sendMessage } from "@/lib/graph/send-api";
import { log } from "@/lib/log";
import { findOneTimeToken } from "@/lib/one-time/one-time-queries";
import { findPageToken } from "@/lib/pages/page-token";
import type { Claim } from "./claim-message";
import { firstLookupMs } from "./lookup-schedule";
import { type SendFailure, toSendFailure, withoutRequest } from "./outbox-failure";
import type { PaceSettings } from "./page-pace";
import type { Outcome } from "./record-outcome";
import type { SendPace } from "./send-pace";
import { toSendBody } from "./to-send-body";

type Tokens = { pageToken: string; oneTimeToken: string | null };

/** One request for one message. */
export class SendAttempt {
  constructor(
    private readonly db: Db,
    private readonly graph: GraphClient,
    private readonly pace: SendPace,
    private readonly settings: PaceSettings,
  ) {}

  /** Never rejects: whatever goes wrong is an outcome. */
  async run(claim: Claim): Promise<Outcome> {
    const tokens = await this.#findTokens(claim);
    if ("failure" in tokens) return this.#failed(claim, tokens);
    const { messageId: _, pageId, content, psid, way, sendKey } = claim;
    const { pageToken, oneTimeToken } = tokens;
    try {
      const body = toSendBody(content, { psid, way, oneTimeToken, sendKey });
      const onUsage = (headers: Readonly<Record<string, string>>) => this.pace.noteUsage(pageId, headers);
      const fetchesVideo = content.attachment?.type === "video" && "url" in content.attachment;
      const mid = await sendMessage(this.graph, { pageId, pageToken, body, onUsage, fetchesVideo });
      this.pace.noteAnswer(pageId);
      return { claim, mid };
    } catch (error) {
      return this.#failed(claim, toSendFailure(error));
    }
  }

  /** What goes wrong here went wrong before anything left. */
  async #findTokens({ messageId, pageId, content }: Claim): Promise<Tokens | SendFailure> {
    try {
      const pageToken = await findPageToken(this.db, pageId);
      if (pageToken === null) {
        return withoutRequest("not_sent", "No key of this desk fits the Page's token: connect the Page again.");
      }
      if (content.oneTimeId === undefined) return { pageToken, oneTimeToken: null };
      const oneTimeToken = await findOneTimeToken(this.db, messageId);
      if (oneTimeToken !== null) return { pageToken, oneTimeToken };
      return withoutRequest("not_sent", "The one-time notification it was to use is not there any more.");
    } catch (error) {
      log.error({ err: error, messageId }, "a message could not be made ready to send");
      return withoutRequest("not_sent", "Something went wrong in the desk before sending. Nothing was sent.");
    }
  }

  #failed(claim: Claim, sendFailure: SendFailure): Outcome {
    const lookupInMs = firstLookupMs(this.settings.retryMs);
    const { failure, retry } = sendFailure;
    if (retry === "rate") {
      return { claim, sendFailure, retryInMs: this.pace.noteRateLimit(claim.pageId, failure.code), lookupInMs };
    }
    if (failure.unanswered === null) this.pace.noteAnswer(claim.pageId);
    return { claim, sendFailure, retryInMs: this.pace.retryDelayMs(claim.attempts), lookupInMs };
  }
}
