import { Button, type ButtonProps } from "../ui/button";
import { useChatSetting } from "./chat-context";
import { usePeople } from "./people-context";

/** The way to a person; says honestly whether somebody is there or a message is left. */
export function PersonButton(props: Pick<ButtonProps, "variant" | "size">) {
  const { words } = useChatSetting();
  const people = usePeople();
  return (
    <Button {...props} pending={people.isAsking} onClick={people.reachable ? people.ask : people.showLeave}>
      {people.reachable ? words.person : words.leaveMessage}
    </Button>
  );
}
