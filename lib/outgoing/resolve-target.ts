import "server-only";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { AppError } from "@/lib/errors";
import { isInsideName } from "./is-inside-name";
import { isPrivateAddress } from "./is-private-address";

export type Address = { address: string; family: number };
/** All addresses of a name, as `dns.lookup` finds them. */
export type Resolve = (host: string) => Promise<Address[]>;

export type Target = { url: URL; addresses: Address[] };

/** Below 1024 listen mail servers and the like, which take a request for commands. */
const isCallablePort = (port: number) => port === 80 || port === 443 || port >= 1024;

const askDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Finds out where an address that somebody typed leads, once: whoever connects must use these addresses and not ask
 * again, since the next answer may be another one.
 *
 * @throws {AppError} `target_refused` when it may not be called: not http(s), a user name in it, a private address
 *   (of several, any), a name or a port of such; `target_unreachable` when the name does not exist
 */
export async function resolveTarget(
  address: string,
  { allowPrivate, resolve = askDns }: { allowPrivate: boolean; resolve?: Resolve | undefined },
): Promise<Target> {
  if (!URL.canParse(address))
    throw new AppError("target_refused", "This is not an address. It looks like https://example.com/path.");
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new AppError("target_refused", "Only addresses that begin with http:// or https:// can be called.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new AppError("target_refused", "Leave the user name and password out of the address.");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) === 0 && isInsideName(host)) throw inside();
  if (!allowPrivate && url.port !== "" && !isCallablePort(Number(url.port))) {
    throw new AppError("target_refused", "Of the ports below 1024 only 80 and 443 can be called.");
  }
  const addresses = isIP(host) === 0 ? await ask(host, resolve) : [{ address: host, family: isIP(host) }];
  if (!allowPrivate && addresses.some((found) => isPrivateAddress(found.address))) {
    throw inside();
  }
  return { url, addresses };
}

function inside(): AppError {
  return new AppError(
    "target_refused",
    "This address leads to a private network. To allow that, start the desk with ALLOW_PRIVATE_TARGETS=true.",
  );
}

async function ask(host: string, resolve: Resolve): Promise<Address[]> {
  const unknown = (cause?: unknown) =>
    new AppError("target_unreachable", `The name ${host} cannot be found.`, { cause });
  const addresses = await resolve(host).catch((cause: unknown) => {
    throw unknown(cause);
  });
  if (addresses.length === 0) throw unknown();
  return addresses;
}
