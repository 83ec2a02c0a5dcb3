import { type Flood, floodUnsigned } from "../../support/unsigned-flood";

/** A process of its own, so that what it takes does not slow down the clock of the others. */
process.once("message", async (flood: Flood) => {
  process.send?.(await floodUnsigned(flood));
  process.disconnect();
});
