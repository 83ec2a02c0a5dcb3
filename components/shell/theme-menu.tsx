"use client";

import type { ReactElement } from "react";
import { Menu } from "@/components/ui/menu";
import { ThemeChoice } from "./theme-choice";

/** Open from the start, because it is loaded by being asked for. */
export default function ThemeMenu({ trigger }: { trigger: ReactElement }) {
  return (
    <Menu defaultOpen side="right" align="end" trigger={trigger}>
      <ThemeChoice />
    </Menu>
  );
}
