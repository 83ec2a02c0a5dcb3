import type { BrowserContext, Request } from "@playwright/test";

interface Places {
  deskUrl: string;
  simulatorUrl: string;
  /** Whether the browser may be sent to pages of the simulator: its login dialog, or its own page. */
  mayOpenSimulator: boolean;
}

/**
 * Collects what must never happen in a browser: a request to another origin, a console error, an exception nobody
 * caught, a violation of the Content Security Policy, an alert box.
 */
export async function watchForTrouble(context: BrowserContext, places: Places) {
  const found: string[] = [];
  const expected: RegExp[] = [];
  const add = (what: string) => {
    if (!expected.some((pattern) => pattern.test(what))) found.push(what);
  };
  // Told by the event itself, not by the console: what a page prints, or swallows, is its own business.
  await context.exposeBinding("tellPolicyViolation", (_, what: string) => add(`Content Security Policy: ${what}`));
  await context.addInitScript(() => {
    const { tellPolicyViolation } = window as unknown as { tellPolicyViolation: (what: string) => void };
    document.addEventListener("securitypolicyviolation", (event) => {
      tellPolicyViolation(
        `${event.violatedDirective} refused ${event.blockedURI} ${event.sample} on ${location.pathname}`,
      );
    });
  });
  context.on("request", (request) => {
    if (!mayBeRequested(request, places)) add(`Request to another origin: ${request.method()} ${request.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error") add(`Console error: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => add(`Uncaught: ${error.error().stack ?? error.error().message}`));
  context.on("dialog", async (dialog) => {
    if (dialog.type() !== "beforeunload") add(`Dialog box: ${dialog.message()}`);
    await dialog.dismiss();
  });
  return {
    found,
    /** For stories in which something of the kind belongs to the plot, such as a lost connection. */
    expect: (...patterns: RegExp[]) => void expected.push(...patterns),
  };
}

function mayBeRequested(request: Request, { deskUrl, simulatorUrl, mayOpenSimulator }: Places): boolean {
  const { origin, protocol } = new URL(request.url());
  if (protocol === "data:" || protocol === "blob:" || protocol === "about:") return true;
  if (origin === deskUrl) return true;
  if (origin !== simulatorUrl || !mayOpenSimulator) return false;
  // What a page of the simulator loads is its own business; a page of the desk may only lead there.
  return request.isNavigationRequest() || new URL(request.frame().url()).origin === simulatorUrl;
}
