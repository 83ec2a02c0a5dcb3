import { control, post } from "./api.js";
import { viewer } from "./viewer.js";

const put = (path, body) => control("PUT", path, body);
const onPage = (page, action, body) => post(`/pages/${page.id}/${action}`, body);
const onUser = (user, action, body) => post(`/users/${user.id}/${action}`, body);
const pageLevel = () => viewer.state.app.subscriptions.find(({ object }) => object === "page");

const INBOX_ONLY = ["messages"];
const NO_MESSAGES = ["ADVERTISE", "ANALYZE"];

/** Why a token dies, in the words of who looks on. */
export const CAUSES = [
  ["password_changed", "the password was changed (460)"],
  ["expired", "it expired (463)"],
  ["app_removed", "the person removed the app (458)"],
  ["checkpoint", "Facebook wants the person to confirm something (459)"],
  ["unconfirmed", "the account is not confirmed (464)"],
  ["logged_out", "the session was ended (467)"],
  ["role_lost", "the person lost the role on the Page (492)"],
];

export const SIGNED_KINDS = [
  ["good", "as Facebook signs it"],
  ["forged", "signed with a wrong secret"],
  ["tampered", "about somebody else than was signed"],
  ["stale", "two days old"],
  ["unsigned", "with no algorithm"],
  ["no-user", "about nobody"],
  ["malformed", "unreadable"],
  ["missing", "without one"],
  ["repeat", "the last one again"],
];

/**
 * What can be broken, by whom it is broken. `isOn` tells whether it is broken now, so that it can be put right;
 * without it there is nothing here to put right: that is for the app to do.
 */
export const BREAKS = [
  {
    title: "On the Page",
    faults: [
      {
        name: "The app is taken off the Page",
        says: "As Meta does after an hour of failed notifications. Nothing comes until it is subscribed again.",
        act: ({ page }) => onPage(page, "unsubscribe"),
      },
      {
        name: "Fields are taken away",
        says: "Only messages is left: no echoes, receipts or reactions.",
        act: ({ page }) => onPage(page, "set-fields", { fields: INBOX_ONLY }),
      },
      {
        name: "The Page switches the app off",
        says: "Nothing comes, although the list of apps looks right: only the silence tells.",
        isOn: ({ page }) => page.isAppSwitchedOff,
        act: ({ page }) => onPage(page, "switch-app-off"),
        undo: ({ page }) => onPage(page, "switch-app-on"),
      },
      {
        name: "Another app becomes the default",
        says: "It owns every thread: the app only stands by and may not answer.",
        isOn: ({ page, app }) => page.defaultAppId !== null && page.defaultAppId !== app.id,
        act: async ({ page }) => onPage(page, "default-app", await onPage(page, "install-app")),
        undo: ({ page }) => onPage(page, "remove-app"),
      },
      {
        name: "The Page is restricted",
        says: "Meta does not let it send (10/1893063).",
        isOn: ({ page }) => page.isRestricted,
        act: ({ page }) => onPage(page, "restrict"),
        undo: ({ page }) => onPage(page, "unrestrict"),
      },
      {
        name: "Too many calls about the Page",
        says: "Refused for ten minutes (80001); messages still go through.",
        act: ({ page }) => onPage(page, "rate-limit", { kind: "pages", forMs: 600_000 }),
        undo: ({ page }) => onPage(page, "lift-rate-limit"),
      },
    ],
  },
  {
    title: "By the person who connected it",
    needsUser: true,
    faults: [
      {
        name: "Loses the role on the Page",
        says: "The token is dead (492) until the role is given back.",
        isOn: ({ page, user }) => user.roles[page.id] === undefined,
        act: ({ page, user }) => onUser(user, "lose-role", { pageId: page.id }),
        undo: ({ page, user }) => onUser(user, "regain-role", { pageId: page.id }),
      },
      {
        name: "Loses the task “Messages”",
        says: "May still advertise and look at numbers, but not answer.",
        isOn: ({ page, user }) => user.roles[page.id]?.tasks.includes("MESSAGING") === false,
        act: ({ page, user }) => onUser(user, "regain-role", { pageId: page.id, tasks: NO_MESSAGES }),
        undo: ({ page, user }) => onUser(user, "regain-role", { pageId: page.id }),
      },
      {
        name: "Takes the permission pages_messaging back",
        says: "Sends are refused (230). Asked for again with auth_type=rerequest.",
        act: ({ user }) => onUser(user, "remove-permission", { permission: "pages_messaging" }),
      },
      {
        name: "Takes the permission pages_manage_metadata back",
        says: "Messages come and go, but fields can no longer be read or set (200).",
        act: ({ user }) => onUser(user, "remove-permission", { permission: "pages_manage_metadata" }),
      },
      {
        name: "Unticks the Page for pages_messaging",
        says: "The permission stays granted, but covers the other Pages only.",
        act: ({ page, user }) =>
          onUser(user, "narrow-permission", {
            permission: "pages_messaging",
            pageIds: user.grantedPageIds.filter((id) => id !== page.id),
          }),
      },
      {
        name: "The Page is missing in their list",
        says: "Left out of /me/accounts although ticked, as happens with Pages of a business.",
        isOn: ({ page, user }) => user.roles[page.id]?.isUnlisted === true,
        act: ({ page, user }) => onUser(user, "regain-role", { pageId: page.id, isUnlisted: true }),
        undo: ({ page, user }) => onUser(user, "regain-role", { pageId: page.id }),
      },
      {
        name: "Removes the app from Facebook",
        says: "All their tokens die (458), and the deauthorize address is told.",
        act: ({ user }) => onUser(user, "remove-app"),
      },
    ],
  },
  {
    title: "In the app’s settings, for every Page",
    faults: [
      {
        name: "Development mode",
        says: "Only people with a role on the app come through; sends to others are refused (200/2018028).",
        isOn: ({ app }) => app.mode === "development",
        act: () => put("/app", { mode: "development" }),
        undo: () => put("/app", { mode: "live" }),
      },
      {
        name: "The field messages is off for the app",
        says: "No Page sends it, whatever the Page’s own fields say.",
        act: () => put("/app/level", { fields: pageLevel()?.fields.filter((field) => field !== "messages") ?? [] }),
      },
      {
        name: "The callback address points elsewhere",
        says: "Somebody changed it in the App Dashboard.",
        act: () => put("/app/level", { callbackUrl: "http://127.0.0.1:9/elsewhere" }),
      },
      {
        name: "The webhook is inactive",
        says: "Meta lists it as not active and sends nothing.",
        isOn: () => pageLevel()?.isActive === false,
        act: () => put("/app/level", { isActive: false }),
        undo: () => put("/app/level", { isActive: true }),
      },
    ],
  },
];
