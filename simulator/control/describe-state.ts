import type { GrantStatus, Page, Thread, ThreadMessage, User } from "../state/simulator-state";
import { holderOf } from "../state/threads";
import type { ControlledSimulator } from "./control-routes";

/** People, Pages, threads and switches, as JSON. Nothing here is secret: it is all invented. */
export function describeState(simulator: ControlledSimulator) {
  const { state, settings } = simulator;
  const threads = [...state.threads.values()];
  return {
    nowMs: simulator.nowMs(),
    url: simulator.url,
    app: {
      id: state.app.id,
      name: state.app.name,
      mode: state.app.mode,
      requireProof: state.app.requireProof,
      subscriptions: [...state.subscriptions.values()].map(({ object, callbackUrl, fields, isActive }) => ({
        object,
        callbackUrl,
        isActive,
        fields: [...fields],
      })),
    },
    settings: {
      echo: settings.echo,
      autoReadMs: settings.autoReadMs,
      webhookTimeoutMs: settings.webhookTimeoutMs,
      backlog: settings.backlog,
      playOnSubscribe: settings.playOnSubscribe,
      deauthorizeUrl: settings.deauthorizeUrl,
      dataDeletionUrl: settings.dataDeletionUrl,
    },
    switches: simulator.webhooks.switches,
    faults: simulator.faults.list(),
    chances: simulator.faults.chances(),
    users: [...state.users.values()].map((user) => ({
      id: user.id,
      name: user.name,
      about: user.about,
      appRole: user.appRole,
      isSystem: user.isSystem,
      pageIds: [...user.pages.keys()],
      roles: Object.fromEntries(user.pages),
      granted: grantsOf(user, "granted"),
      declined: grantsOf(user, "declined"),
      grantedPageIds: [...user.grantedPages],
    })),
    pages: [...state.pages.values()].map((page) => describePage(simulator, page)),
    people: [...state.people.values()].map((person) => ({
      key: person.key,
      name: person.name,
      locale: person.locale,
      appRole: person.appRole,
      pictureUrl: `${simulator.url}/_simulator/avatars/${encodeURIComponent(person.key)}.png`,
      threads: threads
        .filter(({ personKey }) => personKey === person.key)
        .map((thread) => describeThread(thread, simulator.nowMs())),
    })),
  };
}

const grantsOf = ({ grants }: User, status: GrantStatus) =>
  [...grants].filter(([, given]) => given === status).map(([permission]) => permission);

function describePage(simulator: ControlledSimulator, page: Page) {
  return {
    id: page.id,
    name: page.name,
    category: page.category,
    instagram: page.instagram,
    isRestricted: page.isRestricted,
    isAppSwitchedOff: page.isAppSwitchedOff,
    defaultAppId: page.defaultAppId,
    allowsTake: page.allowsTake,
    hasOneTime: page.hasOneTime,
    templateReview: page.templateReview,
    templates: [...simulator.state.templates.values()]
      .filter(({ pageId }) => pageId === page.id)
      .map(({ id, name, language, status }) => ({ id, name, language, status })),
    otherApps: [...page.subscribedApps.values()]
      .filter(({ id }) => id !== simulator.state.app.id)
      .map(({ id, name }) => ({ id, name })),
    pictureUrl: `${simulator.url}/_simulator/avatars/${page.id}.png`,
    subscribedFields: simulator.page(page.id).subscribedFields(),
    delivery: simulator.page(page.id).delivery(),
  };
}

/** A thread without its messages. */
export function describeThread(thread: Thread, nowMs: number) {
  const last = thread.messages.at(-1);
  return {
    psid: thread.scopedId,
    channel: thread.channel,
    pageId: thread.pageId,
    personKey: thread.personKey,
    isBlocked: thread.isBlocked,
    hasStarted: thread.hasStarted,
    ownerAppId: holderOf(thread, nowMs),
    seenAtMs: thread.seenAtMs,
    lastInboundAtMs: thread.lastInboundAtMs,
    lastMessageAtMs: thread.lastMessageAtMs,
    senderAction: thread.senderAction,
    preview: last === undefined ? null : (last.text ?? "Attachment"),
    unread: thread.messages.filter((message) => message.from === "page" && message.readAtMs === null).length,
  };
}

/** What a Page said to a person, newest last. */
export function describeReceived(messages: ThreadMessage[]) {
  return { lastReceived: messages.at(-1)?.text ?? null, messages };
}
