import { NextResponse } from "next/server";
import { defineRoute } from "@/lib/api/define-route";
import { isSecure } from "@/lib/auth/session-cookie";
import {
  CONSENT_COOKIE,
  CONSENT_MAX_AGE_S,
  createConsentState,
  signConsentState,
  toConsentDialogUrl,
} from "@/lib/pages/consent-dialog";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/connect",
    summary: "Go to Facebook's dialog and let the desk manage Pages",
    permission: "pages:manage",
    answer: null,
    status: 307,
  },
  async ({ viewer }) => {
    const state = createConsentState();
    const response = NextResponse.redirect(toConsentDialogUrl(state), 307);
    response.cookies.set(CONSENT_COOKIE, signConsentState(state, viewer.sessionId), {
      httpOnly: true,
      sameSite: "lax",
      secure: isSecure(),
      maxAge: CONSENT_MAX_AGE_S,
      path: "/api/pages/connect",
    });
    return response;
  },
);
