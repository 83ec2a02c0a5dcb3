/** Where Meta keeps pictures and attachments. */
const META_HOSTS = /(^|\.)(fbcdn\.net|fbsbx\.com|facebook\.com|cdninstagram\.com)$/;

/**
 * Whether a picture or attachment may be fetched from there. Nothing else ever is: addresses in messages come from
 * strangers. Meta's hosts over TLS, at its usual port; and the server the settings name as Graph, where it is not Meta's:
 * a stand-in keeps its own pictures.
 */
export function isMediaAddress(address: string, graphApiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, origin, username, password } = new URL(address);
  if (username !== "" || password !== "") return false;
  if (protocol === "https:" && port === "" && META_HOSTS.test(hostname)) return true;
  const graph = new URL(graphApiUrl);
  return !META_HOSTS.test(graph.hostname) && origin === graph.origin;
}
