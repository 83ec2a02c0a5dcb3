import type { SimulatorSettings } from "../simulator-settings";
import type { SimulatorState } from "../state/simulator-state";
import { seedPages, seedUsers } from "./demo-accounts";
import { TALK } from "./talk";

/** A world in which nothing has happened yet. */
export function newState(settings: SimulatorSettings): SimulatorState {
  const state: SimulatorState = {
    app: {
      id: settings.appId,
      secret: settings.appSecret,
      name: settings.appName,
      mode: settings.mode,
      requireProof: settings.requireProof,
      features: new Set(["Business Asset User Profile Access", "Human Agent"]),
    },
    users: new Map(),
    pages: new Map(),
    people: new Map(),
    threads: new Map(),
    tokens: new Map(),
    codes: new Map(),
    subscriptions: new Map(),
    attachments: new Map(),
    templates: new Map(),
    oneTimeTokens: new Map(),
    accepted: [],
  };
  if (settings.seed === "empty") return state;
  seedPages(state);
  seedUsers(state);
  for (const [index, { key, firstName, lastName, name, locale, hue }] of TALK.entries()) {
    const fullName = name ?? `${firstName} ${lastName}`;
    state.people.set(key, { key, index: index + 1, firstName, lastName, name: fullName, locale, hue, appRole: null });
  }
  return state;
}
