import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What another theme can change. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];
const CALM = { contextOptions: { reducedMotion: "reduce" } } as const;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** Wide and narrow; every look is checked in both themes (`expectAccessible`). Colours in the middle of a transition belong to none. */
export const LOOKS = [
  { name: "at 1440 px", use: { viewport: { width: 1440, height: 900 }, ...CALM } },
  { name: "at 390 px", use: { viewport: { width: 390, height: 844 }, ...CALM } },
] as const;

/** Fails with each rule that is broken in the light or the dark theme, and where. @param screen what is looked at, for the message */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((wanted) => {
      const { colorScheme } = getComputedStyle(document.documentElement);
      return colorScheme === "normal" || colorScheme.includes(wanted);
    }, colorScheme);
    // The other mode opens a tab for every look, to reach into frames of other origins: there are none.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    const { violations } = await (colorScheme === "light" ? axe.withTags(RULES) : axe.withRules(OF_COLOURS)).analyze();
    const broken = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n  ${failureSummary}`),
    );
    expect(broken, `${screen}, ${colorScheme}`).toEqual([]);
  }
}
