/** What this browser looks at: one person on one Page. Kept in the address, so that a reload shows the same. */
const params = new URLSearchParams(location.hash.slice(1));

export const viewer = {
  state: null,
  thread: null,
  pageId: params.get("page") ?? "200000000000001",
  personKey: params.get("person") ?? "ana-lima",
};

export function look(change) {
  Object.assign(viewer, change);
  history.replaceState(null, "", `#${new URLSearchParams({ page: viewer.pageId, person: viewer.personKey })}`);
}

export const currentPage = () => viewer.state?.pages.find(({ id }) => id === viewer.pageId);
export const currentPerson = () => viewer.state?.people.find(({ key }) => key === viewer.personKey);

/** Control path of the person on the Page. */
export const personPath = (action) =>
  `/people/${encodeURIComponent(viewer.personKey)}/${encodeURIComponent(viewer.pageId)}/${action}`;
