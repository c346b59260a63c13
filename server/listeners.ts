import { registerListeners } from "./events/listeners";

/** The composition root of events: every domain's listeners, by the event they listen to. */
registerListeners({});
