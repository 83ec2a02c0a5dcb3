import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/auth-options";
import { getEnv } from "@/lib/env";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: Request, context: Context) => {
  process.env.NEXTAUTH_URL = getEnv().PUBLIC_URL; // next-auth reads the public address from here only
  return NextAuth(authOptions())(request, context);
};

export { handler as GET, handler as POST };
