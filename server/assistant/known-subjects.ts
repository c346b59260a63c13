import { keptFresh } from "@/server/kept-fresh";
import { listSubjects } from "@/server/knowledge/list-subjects";

/** The names that articles come in sets about; new ones are known after half a minute, articles themselves at once. */
export const knownSubjects = keptFresh(listSubjects);
