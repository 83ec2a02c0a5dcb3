import { NextResponse } from "next/server";
import { defineRoute } from "@/lib/api/define-route";
import { offerInput, offerResult } from "@/lib/api/schemas/people";
import { getOffer } from "@/lib/auth/invitations";
import { INVITATION_COOKIE, isSecure } from "@/lib/auth/session-cookie";

/** As long as signing in at Facebook may take. */
const COOKIE_MAX_AGE_S = 30 * 60;

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/invitations/offer",
    summary: "What a link lets one do; whoever signs in at Facebook next, in this browser, takes it",
    permission: null,
    body: offerInput,
    answer: offerResult,
  },
  async ({ db, body: { token } }) => {
    const response = NextResponse.json({ offer: await getOffer(db, token, Date.now()) });
    response.headers.set("cache-control", "no-store");
    response.cookies.set(INVITATION_COOKIE, token, {
      httpOnly: true,
      sameSite: "lax",
      secure: isSecure(),
      maxAge: COOKIE_MAX_AGE_S,
      path: "/api/auth",
    });
    return response;
  },
);
