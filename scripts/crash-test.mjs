import { runCommand } from "./lib/run-command.mjs";

runCommand(() => import("./commands/crash-test.mjs"));
