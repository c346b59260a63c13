import {
  type AppliesTo,
  CIRCUMSTANCE_SOURCES,
  type CircumstanceSource,
  type Circumstances,
  DIMENSIONS,
  type Dimension,
  type KeptCircumstances,
} from "@/lib/contracts/circumstances";
import type { CustomerTier } from "@/lib/contracts/customers";
import { circumstancesIn } from "./circumstances-in";

/** What is known of a person, and how. */
export type KnownCircumstances = Partial<Record<Dimension, { value: string; source: CircumstanceSource }>>;

/** Attributes of a profile that say where its owner lives. */
const PLACES = ["region", "province", "city", "country", "地区", "省份", "城市", "国家"];

/** What somebody has said of themselves, the newest message first: the later word holds. Pure. */
export function circumstancesTold(newestFirst: readonly string[]): Circumstances {
  return newestFirst.map(circumstancesIn).reduceRight((earlier, later) => overrule(later, earlier), {});
}

/** What a profile shows. Pure. */
export function circumstancesOf(profile: { tier: CustomerTier; attributes: Record<string, string> }): Circumstances {
  const place = Object.entries(profile.attributes).find(([name]) => PLACES.includes(name.trim().toLowerCase()));
  const { region } = place ? circumstancesIn(place[1]) : {};
  return { tier: profile.tier, ...(region !== undefined && { region }) };
}

/**
 * Puts together what is known from every side; the stronger source wins each dimension. Platform and device are one
 * machine: who names another platform is not held to the device that was seen before. Pure.
 */
export function knownCircumstances(bySource: Partial<Record<CircumstanceSource, Circumstances>>): KnownCircumstances {
  let known: KnownCircumstances = {};
  for (const source of CIRCUMSTANCE_SOURCES.toReversed()) {
    const told = bySource[source] ?? {};
    const kept = otherMachine(told, known.platform?.value) ? withoutMachine(known) : known;
    known = { ...kept };
    for (const dimension of DIMENSIONS) {
      const value = told[dimension];
      if (value !== undefined) known[dimension] = { value, source };
    }
  }
  return known;
}

/** All that is known in one conversation. Pure. */
export function circumstancesHere(
  told: Circumstances,
  kept: KeptCircumstances,
  profile: Circumstances,
): KnownCircumstances {
  const said = overrule(told, kept.said ?? {});
  return knownCircumstances({ said, given: kept.given, profile, seen: kept.seen });
}

/** What holds after a later word: it wins, and names a new machine whole. Pure. */
export function overrule(later: Circumstances, earlier: Circumstances): Circumstances {
  return { ...(otherMachine(later, earlier.platform) ? withoutMachine(earlier) : earlier), ...later };
}

/** Whether somebody names a machine that is not the one known: another platform, or a device without one. */
const otherMachine = ({ platform, device }: Circumstances, known: string | undefined): boolean =>
  platform !== undefined ? platform !== known : device !== undefined && known !== undefined && !goesWith(known, device);

/** What runs on a computer, and the computer itself. */
const COMPUTERS: readonly string[] = ["windows", "mac", "linux", "computer"];

/** Whether a platform runs on a device at all. */
const goesWith = (platform: string, device: string): boolean =>
  platform === "web" || COMPUTERS.includes(platform) === COMPUTERS.includes(device);

/**
 * What of a person bears on a family of texts: somebody who writes from a computer about what is done on a phone has a
 * phone that nobody knows, so what their browser shows of the computer counts only where a text is for computers. Pure.
 */
export function relevantTo(texts: readonly { appliesTo: AppliesTo }[], known: KnownCircumstances): KnownCircumstances {
  const machine = known.platform ?? known.device;
  if (machine?.source !== "seen" || !COMPUTERS.includes(machine.value)) return known;
  const named = texts.flatMap(({ appliesTo }) => [...(appliesTo.platform ?? []), ...(appliesTo.device ?? [])]);
  return named.some((value) => COMPUTERS.includes(value)) ? known : withoutMachine(known);
}

function withoutMachine<Known extends { platform?: unknown; device?: unknown }>(known: Known): Known {
  const { platform: _platform, device: _device, ...rest } = known;
  return rest as Known;
}
