import type { PersonHandle } from "../../simulator/people/person-handle";
import type { Simulator } from "../../simulator/simulator";

type ReturnsOf<Action> = Action extends (...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Result>
  : never;

/** What people do at the other end. Each is over when its notification has been answered by the desk. */
export type Person = Pick<PersonHandle, "psid" | "lastReceived" | "received"> & {
  [Name in "says" | "sends" | "sendsImage" | "postback" | "reacts" | "reads" | "edits"]: ReturnsOf<PersonHandle[Name]>;
};

/** Somebody who can write to a Page. */
export function toPerson(sim: Simulator, handle: PersonHandle): Person {
  const settled = async <Result>(result: Result) => {
    await sim.settled();
    return result;
  };
  return {
    psid: handle.psid,
    lastReceived: handle.lastReceived,
    received: handle.received,
    says: (...args) => settled(handle.says(...args)),
    sends: (...args) => settled(handle.sends(...args)),
    sendsImage: (...args) => settled(handle.sendsImage(...args)),
    postback: (...args) => settled(handle.postback(...args)),
    reacts: (...args) => settled(handle.reacts(...args)),
    reads: (...args) => settled(handle.reads(...args)),
    edits: (...args) => settled(handle.edits(...args)),
  };
}
