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

/** Whether events that go to `callbackUrl` come to this desk: its webhook has two mounts. */
export function isOwnCallback(callbackUrl: string, publicUrl: string): boolean {
  return callbackUrl === `${publicUrl}/api/webhook` || callbackUrl === `${publicUrl}/webhook`;
}
