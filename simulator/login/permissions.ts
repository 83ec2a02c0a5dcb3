/** Permissions the dialog knows, with the words it shows for them. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  public_profile: "Receive your name and profile picture",
  email: "Receive your e-mail address",
  pages_show_list: "See the list of Pages you manage",
  pages_messaging: "Read and answer messages of your Pages",
  pages_manage_metadata: "Receive what happens on your Pages and change their settings",
  pages_read_engagement: "Read what your Pages published and how people reacted",
  pages_read_user_content: "Read what visitors wrote on your Pages",
  business_management: "Manage your business portfolios",
  instagram_basic: "See the Instagram accounts of your Pages",
  instagram_manage_messages: "Read and answer Instagram messages",
  instagram_manage_comments: "Read and answer Instagram comments",
  page_utility_messaging: "Send utility messages from your Pages",
  pages_user_locale: "Receive the language of people who write",
  pages_user_timezone: "Receive the time zone of people who write",
  pages_user_gender: "Receive the gender of people who write",
  catalog_management: "Read your product catalogues",
};

const SIGN_IN_ONLY = ["public_profile", "email"];

/** What a configuration of Facebook Login for Business stands for here. */
const PAGE_CONFIGURATION = "public_profile,pages_show_list,pages_messaging,pages_manage_metadata,pages_read_engagement";

/** The permissions a dialog address asks for, without doubles; `public_profile` is always among them. */
export function toRequestedPermissions(scope: string | undefined, configId: string | undefined): string[] {
  const text = configId === undefined || configId === "" ? (scope ?? "") : PAGE_CONFIGURATION;
  return [...new Set(["public_profile", ...text.split(/[\s,]+/).filter(Boolean)])];
}

/** Whether Pages have to be chosen too. */
export function asksForPages(permissions: string[]): boolean {
  return permissions.some((permission) => !SIGN_IN_ONLY.includes(permission));
}
