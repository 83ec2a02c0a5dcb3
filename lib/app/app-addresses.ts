import { isLocalName } from "./is-local-name";

/** Every address of this desk that is typed into the app's dashboard at Meta. */
export type AppAddresses = {
  callbackUrl: string;
  redirectUris: string[];
  deauthorizeUrl: string;
  dataDeletionUrl: string;
  privacyUrl: string;
};

/** @param publicUrl without a slash at its end */
export function toAppAddresses(publicUrl: string): AppAddresses {
  return {
    callbackUrl: `${publicUrl}/api/webhook`,
    redirectUris: [`${publicUrl}/api/auth/callback/facebook`, `${publicUrl}/api/pages/connect/callback`],
    deauthorizeUrl: `${publicUrl}/api/facebook/deauthorize`,
    dataDeletionUrl: `${publicUrl}/api/facebook/data-deletion`,
    privacyUrl: `${publicUrl}/privacy`,
  };
}

/**
 * Whether events that go to `callbackUrl` come to this desk, whose webhook has two mounts, as far as can be told. Of a
 * desk that only its own network knows, Meta can only know another address, with https: that of a tunnel, say.
 */
export function isOwnCallback(callbackUrl: string, publicUrl: string): boolean {
  if (callbackUrl === `${publicUrl}/api/webhook` || callbackUrl === `${publicUrl}/webhook`) return true;
  if (!URL.canParse(callbackUrl)) return true; // Meta does not say.
  return isLocalName(new URL(publicUrl).hostname) && callbackUrl.startsWith("https:");
}

/**
 * Where events are asked to go, when they go to `present` now: to this desk. An address that leads here by another way
 * stays, be it a tunnel or the other mount of the webhook.
 */
export function toCallbackUrl(present: string | null, publicUrl: string): string {
  const leadsHere = present !== null && URL.canParse(present) && isOwnCallback(present, publicUrl);
  return leadsHere ? present : toAppAddresses(publicUrl).callbackUrl;
}
