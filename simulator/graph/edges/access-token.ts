import { decodePart } from "../../http/decode-part";
import { findTokenDeath, issueUserToken } from "../../state/access-tokens";
import { isSameText } from "../../wire/appsecret-proof";
import type { World } from "../../world";
import { appAccessToken } from "../authenticate";
import { GraphError } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";

const CODE_LIFETIME_MS = 10 * 60_000;

/**
 * `/oauth/access_token`: a login code for a user token, a user token for a long-lived one, or the app's own token.
 * GET as Meta documents it and POST as OAuth has it; the secret in the body, the query or HTTP Basic.
 *
 * @see https://developers.facebook.com/documentation/facebook-login/guides/advanced/manual-flow
 */
export function exchangeAccessToken(world: World, request: GraphRequest): GraphAnswer {
  const { state, clock } = world;
  checkClient(world, request);
  const grantType = request.params.text("grant_type");
  if (grantType === "client_credentials") {
    return { body: { access_token: appAccessToken(world), token_type: "bearer" } };
  }
  const userToken =
    grantType === "fb_exchange_token" ? exchangeLongLived(world, request) : exchangeCode(world, request);
  const user = state.users.get(userToken.userId);
  if (user === undefined) throw badCode("Invalid verification code format.");
  const issued = issueUserToken(state, clock, user, { longLived: grantType === "fb_exchange_token" });
  const expiresIn = Math.floor((issued.expiresAtMs - clock.nowMs()) / 1000);
  return { body: { access_token: issued.value, token_type: "bearer", expires_in: expiresIn } };
}

function checkClient(world: World, request: GraphRequest): void {
  const basic = /^Basic\s+(.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const [basicId, basicSecret] =
    basic === undefined ? [] : Buffer.from(basic, "base64").toString().split(":", 2).map(decodePart);
  const id = request.params.text("client_id") ?? basicId;
  const secret = request.params.text("client_secret") ?? basicSecret ?? "";
  if (id !== world.state.app.id) {
    throw new GraphError("Error validating application. Invalid application ID.", {
      code: 101,
      challenge: "invalid_code",
    });
  }
  if (!isSameText(secret, world.state.app.secret)) {
    throw new GraphError("Error validating client secret.", { code: 1, challenge: "invalid_code" });
  }
}

function exchangeCode({ state, clock }: World, request: GraphRequest): { userId: string } {
  const redirectUri = request.params.text("redirect_uri");
  if (redirectUri === undefined || redirectUri === "") {
    throw new GraphError("Missing redirect_uri parameter.", { code: 191, challenge: "invalid_code" });
  }
  const code = state.codes.get(request.params.text("code") ?? "");
  if (code === undefined) throw badCode("Invalid verification code format.");
  if (code.isUsed) throw badCode("This authorization code has been used.", 36009);
  if (clock.nowMs() - code.issuedAtMs > CODE_LIFETIME_MS) throw badCode("This authorization code has expired.", 36007);
  if (code.redirectUri !== redirectUri) {
    throw badCode(
      "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request",
      36008,
    );
  }
  code.isUsed = true;
  return code;
}

function exchangeLongLived({ state, clock }: World, request: GraphRequest): { userId: string } {
  const token = state.tokens.get(request.params.text("fb_exchange_token") ?? "");
  if (token === undefined || token.kind !== "USER") {
    throw new GraphError("Invalid OAuth access token - Cannot parse access token", {
      code: 190,
      challenge: "invalid_token",
    });
  }
  const death = findTokenDeath(state, clock, token);
  if (death !== null) {
    throw new GraphError(death.message, { code: 190, subcode: death.subcode, challenge: "invalid_token" });
  }
  return token;
}

function badCode(message: string, subcode?: number): GraphError {
  return new GraphError(message, { code: 100, subcode, challenge: "invalid_code" });
}
