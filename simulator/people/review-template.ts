import type { Page, TemplateStatus } from "../state/simulator-state";
import type { World } from "../world";

/**
 * Meta decides about a utility template, in every language, and tells the app (field `message_template_status_update`; what
 * it carries is unconfirmed and made up here).
 *
 * @throws Error for a name the Page does not have
 */
export function reviewTemplate(
  world: World,
  page: Page,
  { name, status, reason = null }: { name: string; status: TemplateStatus; reason?: string | null },
): void {
  const templates = [...world.state.templates.values()].filter(
    (template) => template.pageId === page.id && template.name === name,
  );
  if (templates.length === 0) throw new Error(`${page.name} has no template "${name}".`);
  for (const template of templates) {
    template.status = status;
    template.rejectedReason = reason;
    const value = {
      event: status,
      message_template_id: template.id,
      message_template_name: template.name,
      message_template_language: template.language,
      reason,
    };
    void world.notifier.emit({
      pageId: page.id,
      accountId: page.id,
      object: "page",
      field: "message_template_status_update",
      channel: "changes",
      item: { field: "message_template_status_update", value },
      personHasAppRole: true,
    });
  }
  world.log.changed("pages");
}
