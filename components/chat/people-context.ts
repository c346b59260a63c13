import { createContext, useContext, useState } from "react";
import type { Availability, LeftMessage } from "./chat-api";
import type { ChatEngine } from "./chat-engine";

/** What stands between the log and the composer: nothing, the offer of a person, the form, or its receipt. */
export type Panel = { kind: "none" | "offer" | "leave" } | ({ kind: "left" } & LeftMessage);

export type People = Availability & {
  panel: Panel;
  isAsking: boolean;
  /** Asks for a person, if one can be reached; else offers to leave a message. */
  ask: () => void;
  /** Joins the queue although nobody is there. */
  askAnyway: () => void;
  showLeave: () => void;
  /** Looks again whether anybody is there. */
  look: () => void;
  show: (panel: Panel) => void;
};

export const PeopleContext = createContext<People | null>(null);

/** The way to people, for whoever offers it. */
export function usePeople(): People {
  const people = useContext(PeopleContext);
  if (!people) throw new Error("Outside of a chat");
  return people;
}

/** Keeps which panel is open and whether people can be reached; looks again before it promises anything. */
export function usePeopleState(engine: ChatEngine, initial: Availability, firstPanel: Panel): People {
  const [availability, setAvailability] = useState(initial);
  const [panel, setPanel] = useState<Panel>(firstPanel);
  const [isAsking, setAsking] = useState(false);
  const [look] = useState(() => () => void engine.api.availability().then(setAvailability, () => undefined));
  const askWhen = async (isWorthIt: (now: Availability) => boolean) => {
    setAsking(true);
    try {
      const now = await engine.api.availability();
      setAvailability(now);
      if (isWorthIt(now)) {
        const id = await engine.conversation();
        await engine.persist(() => engine.api.askPerson(id));
        await engine.catchUp();
      }
      setPanel({ kind: isWorthIt(now) ? "none" : "leave" });
    } catch {
      setPanel({ kind: "leave" });
    }
    setAsking(false);
  };
  return {
    ...availability,
    panel,
    isAsking,
    ask: () => askWhen(({ reachable }) => reachable),
    askAnyway: () => askWhen(() => true),
    showLeave: () => setPanel({ kind: "leave" }),
    look,
    show: setPanel,
  };
}
