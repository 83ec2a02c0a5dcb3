import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/components/fetch-json";
import { signInPath } from "@/components/sign-in-path";

/** A client for one browser tab. What the server refuses is not asked again; what went wrong on the way is, twice. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failureCount, error) => failureCount < 2 && isWorthRetrying(error),
      },
    },
  });
}

function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
}

/** The session ended elsewhere (signed out, role taken away): come back here after signing in. */
function leaveWhenSignedOut(error: unknown) {
  if (error instanceof ApiError && error.status === 401 && typeof window !== "undefined") {
    window.location.assign(signInPath(window.location.pathname + window.location.search));
  }
}
