import "server-only";
import { cookies } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import FacebookProvider from "next-auth/providers/facebook";
import { z } from "zod";
import { getDb } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { getGraph } from "@/lib/graph/graph";
import { log } from "@/lib/log";
import { isSecure, SESSION_MAX_AGE_S, SETUP_COOKIE } from "./session-cookie";
import { signIn } from "./sign-in";
import { revokeSession } from "./user-queries";

const facebookProfile = z.object({
  id: z.string(),
  name: z.string(),
  picture: z.object({ data: z.object({ url: z.string().optional() }).optional() }).optional(),
});

/** A function, not a constant: database and secrets stay out of `next build`. */
export function authOptions(): NextAuthOptions {
  const env = getEnv();
  const graphUrl = `${env.GRAPH_API_URL}/${env.GRAPH_API_VERSION}`;
  return {
    secret: env.AUTH_SECRET,
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_S },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      FacebookProvider({
        clientId: env.FACEBOOK_APP_ID,
        clientSecret: env.FACEBOOK_APP_SECRET[0] as string,
        // The secret goes into the body of the token call, not into a header that servers log as a user name.
        client: { token_endpoint_auth_method: "client_secret_post" },
        authorization: {
          url: `${env.FACEBOOK_DIALOG_URL}/${env.GRAPH_API_VERSION}/dialog/oauth`,
          // Signing in tells who somebody is. Pages are a second consent (`/api/pages/connect`).
          params: { scope: "public_profile" },
        },
        token: `${graphUrl}/oauth/access_token`,
        userinfo: { url: `${graphUrl}/me`, request: ({ tokens }) => getProfile(tokens.access_token ?? "") },
        profile: ({ id, name, picture }) => ({ id, name, image: picture?.data?.url ?? null }),
      }),
    ],
    callbacks: {
      async jwt({ token, user, account }) {
        if (!account) return token;
        const setupToken = (await cookies()).get(SETUP_COOKIE)?.value ?? null;
        const person = { asid: user.id, name: user.name ?? "", pictureUrl: user.image ?? null };
        const sessionId = await signIn(getDb(), person, setupToken, Date.now());
        return { name: person.name, sessionId };
      },
      // Nothing of the cookie is told to the browser but that there is one: `/api/me` says who it is.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token.sessionId === "string") await revokeSession(getDb(), token.sessionId, Date.now());
      },
    },
    logger: {
      error: (code, metadata) =>
        log.error({ code, err: metadata instanceof Error ? metadata : metadata.error }, "sign-in failed"),
      warn: (code) => log.warn({ code }, "sign-in warning"),
      debug: () => {},
    },
  };
}

/** With `appsecret_proof`, which next-auth's own call would leave out. */
async function getProfile(token: string): Promise<z.infer<typeof facebookProfile>> {
  const query = { fields: "id,name,picture" };
  return getGraph().call({ method: "GET", path: "me", token, query, answer: facebookProfile });
}
