import { NextResponse } from "next/server";
import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { getEnv } from "@/lib/env";
import { getGraph } from "@/lib/graph/graph";
import { CONSENT_COOKIE } from "@/lib/pages/consent-dialog";
import { finishConsent } from "@/lib/pages/finish-consent";
import { getDesk } from "@/lib/runtime/desk";

const query = z.object({
  state: z.string().max(500).optional(),
  code: z.string().max(4000).optional(),
  error: z.string().max(500).optional(),
});

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/pages/connect/callback",
    summary: "Where Facebook's dialog sends the person back to",
    permission: "pages:connect",
    page: "none",
    query,
    answer: null,
    status: 303,
  },
  async ({ request, db, viewer, query }) => {
    const cookie = request.cookies.get(CONSENT_COOKIE)?.value ?? null;
    const checkSoon = (pageId: string) => getDesk().checks.checkSoon(pageId);
    const outcome = await finishConsent(db, getGraph(), { ...query, cookie, viewer, checkSoon });
    const response = NextResponse.redirect(`${getEnv().PUBLIC_URL}/pages?connect=${outcome}`, 303);
    response.cookies.set(CONSENT_COOKIE, "", { maxAge: 0, path: "/api/pages/connect" });
    return response;
  },
);
