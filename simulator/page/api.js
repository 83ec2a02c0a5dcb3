/** Calls the control API. A refusal is shown to the viewer and thrown. */
export async function control(method, path, body) {
  const response = await fetch(`/_simulator${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (response.ok) return answer;
  notify(answer.error);
  throw new Error(answer.error);
}

export const get = (path) => control("GET", path);
export const post = (path, body = {}) => control("POST", path, body);

let hiding;

/** A short line at the bottom of the page, in front of an open dialog. */
export function notify(text) {
  const notice = document.getElementById("notice");
  (document.querySelector("dialog[open]") ?? document.body).append(notice);
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    notice.hidden = true;
  }, 5000);
}
