import type { ReadRequest } from "../http/read-request";
import type { User } from "../state/simulator-state";
import type { World } from "../world";
import { askedNow, type DialogProblem, type DialogQuery } from "./dialog-query";
import { escapeHtml } from "./escape-html";
import { asksForPages, PERMISSIONS } from "./permissions";

/** First step: who signs in. Plain links, so that it works without JavaScript. */
export function choosePersonPage(world: World, request: ReadRequest, query: DialogQuery): string {
  const whoSignIn = [...world.state.users.values()].filter(({ isSystem }) => !isSystem);
  const people = whoSignIn.map((user) => {
    const url = new URLSearchParams([...query.given, ["as", user.id]]);
    return `<li><a class="person" href="${escapeHtml(`${request.path}?${url}`)}">
      <img src="/_simulator/avatars/${escapeHtml(user.id)}.png" alt="" width="40" height="40">
      <span><strong>${escapeHtml(user.name)}</strong><small>${escapeHtml(user.about)}</small></span></a></li>`;
  });
  return page(
    `Sign in to ${world.state.app.name}`,
    `<p class="lead">Choose who you are. Everybody here is invented.</p>
    <ul class="people">${people.join("")}</ul>
    <form method="post" action="${escapeHtml(request.path)}">${hiddenInputs(query)}
      <div class="actions"><button name="action" value="cancel">Cancel</button></div>
    </form>`,
  );
}

/** Second step: what the app may do, and on which Pages. */
export function consentPage(world: World, request: ReadRequest, query: DialogQuery, user: User): string {
  const asked = askedNow(query, user);
  const isPlainSignIn = !asksForPages(query.permissions);
  const carried = asked.map((name) => `<input type="hidden" name="permission" value="${escapeHtml(name)}">`).join("");
  const back = escapeHtml(`${request.path}?${new URLSearchParams(query.given)}`);
  return page(
    isPlainSignIn ? `Sign in to ${world.state.app.name}` : `What may ${world.state.app.name} do?`,
    `<div class="who"><img src="/_simulator/avatars/${escapeHtml(user.id)}.png" alt="" width="40" height="40">
      <span><strong>${escapeHtml(user.name)}</strong><a href="${back}">Not you?</a></span></div>
    <form method="post" action="${escapeHtml(request.path)}">
      ${hiddenInputs(query)}<input type="hidden" name="person" value="${escapeHtml(user.id)}">
      ${isPlainSignIn ? carried : permissionBoxes(asked) + pageBoxes(world, user)}
      <div class="actions">
        <button name="action" value="cancel">Cancel</button>
        <button class="primary" name="action" value="allow">${isPlainSignIn ? `Continue as ${escapeHtml(user.name)}` : "Allow"}</button>
      </div>
    </form>`,
  );
}

/** Shown instead of redirecting, as for an address that is not on the list. */
export function problemPage({ title, detail }: DialogProblem): string {
  return page(title, `<p class="lead">${escapeHtml(detail)}</p>`);
}

function permissionBoxes(asked: string[]): string {
  const boxes = asked.map((name) => {
    const always = name === "public_profile";
    return `<label class="choice"><input type="checkbox" name="permission" value="${escapeHtml(name)}" checked${always ? " disabled" : ""}>
      <span><strong>${escapeHtml(PERMISSIONS[name] ?? name)}</strong><small>${escapeHtml(name)}</small></span></label>`;
  });
  return `<fieldset><legend>Permissions</legend>${boxes.join("")}</fieldset>`;
}

function pageBoxes(world: World, user: User): string {
  const isFirstTime = user.grantedPages.size === 0;
  const boxes = [...user.pages].map(([id, role]) => {
    const item = world.state.pages.get(id);
    const ticked = isFirstTime || user.grantedPages.has(id);
    const notes = [
      item?.category ?? "",
      role.viaBusiness ? "owned by a business" : "",
      role.tasks.includes("MESSAGING") ? "" : "no messaging task",
    ];
    return `<label class="choice"><input type="checkbox" name="page" value="${escapeHtml(id)}"${ticked ? " checked" : ""}>
      <img src="/_simulator/avatars/${escapeHtml(id)}.png" alt="" width="32" height="32">
      <span><strong>${escapeHtml(item?.name ?? id)}</strong><small>${escapeHtml(notes.filter(Boolean).join(" · "))}</small></span></label>`;
  });
  const content = boxes.length === 0 ? '<p class="empty">You manage no Pages.</p>' : boxes.join("");
  return `<fieldset class="pages"><legend>Pages (${boxes.length})</legend>${content}</fieldset>`;
}

function hiddenInputs(query: DialogQuery): string {
  return query.given
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
}

function page(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Simulator</title><link rel="stylesheet" href="/_simulator/assets/dialog.css">
<link rel="icon" href="/_simulator/assets/icon.svg" type="image/svg+xml"></head>
<body><aside class="stripe" aria-label="What this is">Simulator: nothing here reaches Facebook</aside>
<main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;
}
