import type { OddBody } from "./odd-body";
import { ODD_ENVELOPES } from "./odd-envelopes";
import { ODD_JSON } from "./odd-json";
import { ODD_SIGNATURES } from "./odd-signatures";
import { ODD_VALUES } from "./odd-values";

const ALL = { ...ODD_JSON, ...ODD_ENVELOPES, ...ODD_VALUES, ...ODD_SIGNATURES };

export type OddBodyName = keyof typeof ALL;

/** Every odd body there is, by name: for receivers to survive, and to answer as they said they would. */
export const ODD_BODIES: Readonly<Record<OddBodyName, OddBody>> = ALL;

export const ODD_BODY_NAMES = Object.keys(ALL) as OddBodyName[];
