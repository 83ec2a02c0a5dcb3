import type { BrowserContext, Page } from "@playwright/test";

declare global {
  interface Window {
    xss: () => void;
    liveCode: string[];
  }
}

/**
 * Watches everything that is ever put into a document, from its first element on: code that ran, and elements and
 * addresses that would run, or lead away unseen. `foundLiveCode` answers what there was.
 */
export async function watchForLiveCode(context: BrowserContext): Promise<void> {
  await context.addInitScript(installWatch);
}

/** What the document of this page has had in it so far that is, or would become, code. */
export function foundLiveCode(page: Page): Promise<string[]> {
  return page.evaluate(() => window.liveCode);
}

function installWatch() {
  const found: string[] = [];
  window.liveCode = found;
  window.xss = () => void found.push("it ran");
  const NEVER =
    "iframe,frame,frameset,object,embed,applet,base,marquee,isindex,plaintext,math,animate,set,foreignObject";
  const MEDIA = new Set(["IMG", "VIDEO", "AUDIO", "SOURCE"]);
  const ADDRESSES = new Set([
    "href",
    "src",
    "action",
    "formaction",
    "xlink:href",
    "data",
    "poster",
    "ping",
    "background",
    "cite",
    "srcset",
    "lowsrc",
  ]);
  const toTag = (element: Element) => (element.cloneNode(false) as Element).outerHTML.slice(0, 300);

  function lookAtAddress(element: Element, name: string, value: string) {
    const url = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : null;
    if (url === null) return void found.push(`no address: ${toTag(element)}`);
    if (url.origin === location.origin) return;
    const isMedia = MEDIA.has(element.tagName);
    if (isMedia && /^(?:blob:|data:image\/(?:png|jpeg|gif|webp)[;,])/.test(url.href)) return;
    const isLink = element.tagName === "A" && name === "href" && /^https?:$/.test(url.protocol);
    const isClosed = element.getAttribute("rel")?.split(" ").includes("noopener");
    if (!(isLink && isClosed)) found.push(`address: ${toTag(element)}`);
  }
  function look(element: Element) {
    if (element.matches(NEVER)) found.push(`element: ${toTag(element)}`);
    if (element instanceof HTMLMetaElement && element.httpEquiv.toLowerCase() === "refresh") found.push(toTag(element));
    if (element instanceof HTMLLinkElement && new URL(element.href).origin !== location.origin)
      found.push(toTag(element));
    if (element instanceof HTMLScriptElement && element.src === "" && element.nonce === "" && element.type === "") {
      found.push(`script: ${element.outerHTML.slice(0, 300)}`);
    }
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === "srcdoc") found.push(`attribute: ${toTag(element)}`);
      else if (name === "style" && /url\(|expression|evil/i.test(value)) found.push(`style: ${toTag(element)}`);
      else if (ADDRESSES.has(name.toLowerCase())) lookAtAddress(element, name, value);
    }
  }
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Element) look(target);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        look(node);
        for (const inner of node.querySelectorAll("*")) look(inner);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}
