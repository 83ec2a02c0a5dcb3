import type { Page, PageRole, SimulatorState, User } from "../state/simulator-state";
import { ALL_TASKS } from "../state/simulator-state";

export const HARBOR_BIKES = "200000000000001";
export const CASA_VERDE = "200000000000002";
export const NORD_KAFFE = "200000000000003";
const ATELIER_SUR = "200000000000004";
const MANY_PAGES = 150;

/** Three Pages of one owner, one owned by a business, and 150 of a franchise. */
export function seedPages(state: SimulatorState): void {
  const instagram = { id: "17841490000000001", username: "harborbikes" };
  addPage(state, HARBOR_BIKES, "Harbor Bikes", "Bike Shop", instagram).hasOneTime = true;
  addPage(state, CASA_VERDE, "Casa Verde", "Garden Center");
  addPage(state, NORD_KAFFE, "Nord Kaffe", "Coffee Shop");
  addPage(state, ATELIER_SUR, "Atelier Sur", "Furniture Store");
  for (let index = 1; index <= MANY_PAGES; index += 1) {
    addPage(state, manyPageId(index), `Mercer Market ${String(index).padStart(3, "0")}`, "Grocery Store");
  }
}

/** People who sign in to the desk. */
export function seedUsers(state: SimulatorState): void {
  const own = aRole();
  const reader = aRole({ tasks: ["ADVERTISE", "ANALYZE"] });
  addUser(state, "9000000000000001", "Dana Demo", "Manages Harbor Bikes, Casa Verde and Nord Kaffe", "administrator", [
    [HARBOR_BIKES, own],
    [CASA_VERDE, own],
    [NORD_KAFFE, own],
  ]);
  addUser(state, "9000000000000002", "Sam Support", "Answers people, manages no Page", null, []);
  addUser(
    state,
    "9000000000000003",
    "Many Mercer",
    `Manages ${MANY_PAGES} Pages`,
    null,
    Array.from({ length: MANY_PAGES }, (_, index): [string, PageRole] => [manyPageId(index + 1), own]),
  ).accountsStartEmpty = true;
  addUser(state, "9000000000000004", "Tara Tasks", "Manages Casa Verde, only advertises for Nord Kaffe", null, [
    [CASA_VERDE, own],
    [NORD_KAFFE, reader],
  ]);
  addUser(state, "9000000000000005", "Bruno Business", "Nord Kaffe is his, Atelier Sur belongs to his business", null, [
    [NORD_KAFFE, own],
    [ATELIER_SUR, aRole({ viaBusiness: true })],
  ]);
}

/** A Page to which nothing has happened yet. */
export function aPage(given: Pick<Page, "id" | "name" | "category" | "instagram">): Page {
  return {
    ...given,
    isRestricted: false,
    subscribedApps: new Map(),
    wasEverSubscribed: false,
    isAppSwitchedOff: false,
    defaultAppId: null,
    allowsTake: false,
    hasOneTime: false,
    templateReview: "APPROVED",
  };
}

/** Somebody's full role on a Page, but for what is given. */
export function aRole(given: Partial<PageRole> = {}): PageRole {
  return { tasks: [...ALL_TASKS], viaBusiness: false, isUnlisted: false, ...given };
}

/** Somebody who has granted nothing yet. */
export function aUser(
  given: Pick<User, "id" | "name" | "about" | "appRole" | "pages"> & Partial<Pick<User, "isSystem">>,
): User {
  const email = `${given.name.toLowerCase().replaceAll(" ", ".")}@example.test`;
  const nothingYet = { grants: new Map(), grantedPages: new Set<string>(), narrowed: new Map() };
  return { isSystem: false, accountsStartEmpty: false, ...given, ...nothingYet, email };
}

function addPage(
  state: SimulatorState,
  id: string,
  name: string,
  category: string,
  instagram: Page["instagram"] = null,
): Page {
  const page = aPage({ id, name, category, instagram });
  state.pages.set(id, page);
  return page;
}

function addUser(
  state: SimulatorState,
  id: string,
  name: string,
  about: string,
  appRole: User["appRole"],
  pages: Array<[string, PageRole]>,
): User {
  const user = aUser({ id, name, about, appRole, pages: new Map(pages) });
  state.users.set(id, user);
  return user;
}

const manyPageId = (index: number) => `2000000000${String(10_000 + index)}`;
