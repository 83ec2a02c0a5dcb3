import "server-only";
import { cookies, headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import FacebookProvider from "next-auth/providers/facebook";
import { z } from "zod";
import { readClientIp } from "@/lib/api/client-ip";
import { getDb } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { getGraph } from "@/lib/graph/graph";
import { log } from "@/lib/log";
import { runAs } from "./actor";
import { recordAudit } from "./audit-queries";
import { findViewer } from "./find-viewer";
import { INVITATION_COOKIE, isSecure, SESSION_MAX_AGE_S, SETUP_COOKIE } from "./session-cookie";
import { revokeSession } from "./session-queries";
import { type Arrival, signInWithFacebook, startSession } from "./sign-in";
import { findByPassword } from "./sign-in-with-password";

const passwordInput = z.object({ email: z.string().max(200), password: z.string().max(200) });

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
      CredentialsProvider({
        id: "password",
        name: "Password",
        credentials: { email: {}, password: {} },
        async authorize(credentials) {
          const given = passwordInput.safeParse(credentials);
          return given.success ? findByPassword(getDb(), given.data.email, given.data.password) : null;
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user, account }) {
        if (!account) return token;
        const name = user.name ?? "";
        const arrival = await readArrival();
        const sessionId = runAs({ ip: arrival.ip, apiKeyId: null, recorded: new Set() }, () =>
          account.provider === "password"
            ? startSession(getDb(), user.id, arrival, Date.now())
            : signInWithFacebook(getDb(), { asid: user.id, name, pictureUrl: user.image ?? null }, arrival, Date.now()),
        );
        return { name, sessionId };
      },
      // Nothing of the cookie is told to the browser but that there is one: `/api/me` says who it is.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const { sessionId } = token;
        if (typeof sessionId !== "string") return;
        const [db, atMs] = [getDb(), Date.now()];
        const viewer = await findViewer(db, sessionId, atMs);
        revokeSession(db, sessionId, atMs);
        if (viewer) recordAudit(db, { atMs, userId: viewer.id, action: "session.ended", target: sessionId });
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

async function readArrival(): Promise<Arrival> {
  const [jar, headed] = [await cookies(), await headers()];
  return {
    setupToken: jar.get(SETUP_COOKIE)?.value ?? null,
    invitationToken: jar.get(INVITATION_COOKIE)?.value ?? null,
    ip: readClientIp(headed),
    userAgent: headed.get("user-agent"),
  };
}

/** With `appsecret_proof`, which next-auth's own call would leave out. */
async function getProfile(token: string): Promise<z.infer<typeof facebookProfile>> {
  const query = { fields: "id,name,picture" };
  return getGraph().call({ method: "GET", path: "me", token, query, answer: facebookProfile });
}
