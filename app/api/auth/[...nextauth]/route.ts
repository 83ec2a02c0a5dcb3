import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { guardSignIn } from "@/lib/abuse/guard-sign-in";
import { authOptions } from "@/lib/auth/auth-options";
import { getEnv } from "@/lib/env";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = async (request: NextRequest, context: Context) => {
  process.env.NEXTAUTH_URL = getEnv().PUBLIC_URL; // next-auth reads the public address from here only
  const { nextauth } = await context.params;
  return guardSignIn(request, nextauth, (guarded) => NextAuth(authOptions())(guarded, context));
};

export { handler as GET, handler as POST };
