import { NextResponse } from "next/server";
import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { isSecure } from "@/lib/auth/session-cookie";
import { getGraph } from "@/lib/graph/graph";
import {
  CONSENT_COOKIE,
  CONSENT_MAX_AGE_S,
  createConsentState,
  signConsentState,
  toConsentDialogUrl,
} from "@/lib/pages/consent-dialog";
import { INSTAGRAM_PERMISSIONS, toConsentScope, UTILITY_PERMISSIONS } from "@/lib/pages/consent-permissions";
import { listEarlierPermissions } from "@/lib/pages/list-earlier-permissions";

const query = z.object({
  /** `1`: ask again for what was declined before. Asked again without it too, when that is known. */
  rerequest: z.string().max(10).optional(),
  /** `1`: the Instagram accounts of the Pages too. */
  instagram: z.string().max(10).optional(),
  /** `1`: utility templates too. */
  utility: z.string().max(10).optional(),
});

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/connect",
    summary: "Go to Facebook's dialog and let the desk manage Pages",
    permission: "pages:connect",
    page: "none",
    query,
    answer: null,
    status: 307,
  },
  async ({ db, viewer, query }) => {
    const state = createConsentState();
    const earlier = await listEarlierPermissions(db, getGraph(), viewer.id, Date.now());
    const wanted = [
      ...(query.instagram === "1" ? INSTAGRAM_PERMISSIONS : []),
      ...(query.utility === "1" ? UTILITY_PERMISSIONS : []),
    ];
    const scope = toConsentScope(wanted, { earlier, asksAgain: query.rerequest === "1" });
    const dialogUrl = toConsentDialogUrl({ state, ...scope });
    const response = NextResponse.redirect(dialogUrl, 307);
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
