import { CHAT_SCREENS } from "./chat-screens";
import { CONSOLE_SCREENS } from "./console-screens";
import { HELP_SCREENS } from "./help-screens";
import { OFFICE_SCREENS } from "./office-screens";
import { QUALITY_SCREENS } from "./quality-screens";
import type { Screen } from "./screen";

const ALL = [...HELP_SCREENS, ...CHAT_SCREENS, ...OFFICE_SCREENS, ...QUALITY_SCREENS, ...CONSOLE_SCREENS];

/** Every screen in the order of the rooms; those that need everybody away come first. */
export const SCREENS: readonly Screen[] = [
  ...ALL.filter(({ nobodyThere }) => nobodyThere),
  ...ALL.filter(({ nobodyThere }) => !nobodyThere),
];
