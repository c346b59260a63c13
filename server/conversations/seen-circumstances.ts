import type { Circumstances } from "@/lib/contracts/circumstances";

/** What each kind of browser says of its machine; the first that is met holds. */
const MACHINES: readonly [RegExp, Circumstances][] = [
  [/iPad/, { platform: "ios", device: "tablet" }],
  [/iPhone|iPod/, { platform: "ios", device: "phone" }],
  [/HarmonyOS|OpenHarmony/, { platform: "harmonyos", device: "phone" }],
  [/Android(?=.*Mobile)/, { platform: "android", device: "phone" }],
  [/Android/, { platform: "android", device: "tablet" }],
  [/Windows NT/, { platform: "windows", device: "computer" }],
  [/Macintosh|Mac OS X/, { platform: "mac", device: "computer" }],
  [/CrOS|X11; Linux|Linux x86_64/, { platform: "linux", device: "computer" }],
];

/** Names of platforms in client hints. */
const HINTED: Record<string, Circumstances["platform"]> = {
  android: "android",
  ios: "ios",
  harmonyos: "harmonyos",
  windows: "windows",
  macos: "mac",
  linux: "linux",
};

/**
 * The platform and the device that a request shows by its client hints, else by its user agent; nothing else of either is
 * kept. Good for choosing a text, never for permitting anything. Pure.
 */
export function seenCircumstances(headers: Headers): Circumstances {
  const agent = headers.get("user-agent") ?? "";
  const seen = MACHINES.find(([pattern]) => pattern.test(agent))?.[1] ?? {};
  const hinted = HINTED[(headers.get("sec-ch-ua-platform") ?? "").replaceAll('"', "").toLowerCase()];
  if (!hinted || hinted === seen.platform) return seen;
  const mobile = headers.get("sec-ch-ua-mobile") === "?1";
  const isComputer = hinted === "windows" || hinted === "mac" || hinted === "linux";
  return { platform: hinted, device: isComputer ? "computer" : mobile ? "phone" : "tablet" };
}
