import type { PageHandle } from "../people/page-handle";
import { TOKEN_DEATH_CAUSES } from "../state/access-tokens";
import type { ControlRoute } from "./control-routes";
import {
  type ControlInput,
  choice,
  optionalFlag,
  optionalList,
  optionalNumber,
  optionalText,
  text,
} from "./read-input";

const TEMPLATE_STATUSES = ["APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED"] as const;

/** `/pages/{page}/…`: what happens to a Page, and who else answers there. */
export const PAGE_ROUTES: readonly ControlRoute[] = [
  {
    method: "POST",
    path: /^\/pages$/,
    run: (simulator, input) => {
      const { id, name, category } = simulator.addPage({
        name: text(input, "name"),
        id: optionalText(input, "id"),
        category: optionalText(input, "category"),
        instagramId: optionalText(input, "instagramId"),
        instagramUsername: optionalText(input, "instagramUsername"),
      });
      return { page: { id, name, category } };
    },
  },
  onPage("restrict", (page) => page.restrict()),
  onPage("unrestrict", (page) => page.unrestrict()),
  onPage("unsubscribe", (page) => page.unsubscribe()),
  onPage("set-fields", (page, input) => page.setFields(optionalList(input, "fields") ?? [])),
  onPage("switch-app-off", (page) => page.switchApp(false)),
  onPage("switch-app-on", (page) => page.switchApp(true)),
  onPage("install-app", (page, input) => {
    const name = optionalText(input, "name");
    const appId = page.installApp({ id: optionalText(input, "appId"), name, fields: optionalList(input, "fields") });
    return { appId };
  }),
  onPage("remove-app", (page, input) => page.removeApp(optionalText(input, "appId"))),
  onPage("default-app", (page, input) => page.setDefaultApp(optionalText(input, "appId") ?? null)),
  onPage("other-app-requests", (page, input) =>
    page.otherAppRequests(text(input, "psid"), optionalText(input, "appId")),
  ),
  onPage("allow-take", (page, input) => page.allowTake(optionalFlag(input, "isAllowed") ?? true)),
  onPage("allow-one-time", (page, input) => page.allowOneTime(optionalFlag(input, "isAllowed") ?? true)),
  onPage("template-review", (page, input) =>
    page.setTemplateReview(choice(input, "status", TEMPLATE_STATUSES) ?? "APPROVED"),
  ),
  onPage("review-template", (page, input) =>
    page.reviewTemplate(
      text(input, "name"),
      choice(input, "status", TEMPLATE_STATUSES) ?? "APPROVED",
      optionalText(input, "reason"),
    ),
  ),
  onPage("kill-tokens", (page, input) => ({ killed: page.killTokens(choice(input, "cause", TOKEN_DEATH_CAUSES)) })),
  onPage("instagram", (page, input) => {
    const id = optionalText(input, "id");
    page.linkInstagram(id === undefined ? null : { id, username: text(input, "username") });
  }),
  onPage("rate-limit", (page, input) =>
    page.rateLimit(choice(input, "kind", ["messenger", "page", "pages", "app"]), optionalNumber(input, "forMs")),
  ),
  onPage("lift-rate-limit", (page) => page.liftRateLimit()),
  onPage("inbox-answers", (page, input) => ({ message: page.inboxAnswers(text(input, "psid"), text(input, "text")) })),
  onPage("other-app-answers", (page, input) => ({
    message: page.otherAppAnswers(text(input, "psid"), text(input, "text"), optionalText(input, "appId")),
  })),
  onPage("thread-owner", (page, input) =>
    page.setThreadOwner(text(input, "psid"), optionalText(input, "appId") ?? null),
  ),
];

function onPage(action: string, run: (page: PageHandle, input: ControlInput) => unknown): ControlRoute {
  const path = new RegExp(`^/pages/([^/]+)/${action}$`);
  return { method: "POST", path, run: (simulator, input, [name = ""]) => run(simulator.page(name), input) };
}
