import { z } from "zod";
import { PRESENCE_STATES } from "@/lib/contracts/routing";
import { permittedProcedure, router } from "@/server/trpc";
import { getAvailability } from "./get-availability";
import { listAgents } from "./list-agents";
import { listGroups } from "./list-groups";
import { heartbeat, setPresence } from "./set-presence";

const read = permittedProcedure("conversations:read");
const reply = permittedProcedure("conversations:reply");

export const routingRouter = router({
  agents: read.query(({ ctx }) => listAgents({ ctx })),
  groups: read.query(({ ctx }) => listGroups({ ctx })),
  availability: read.query(({ ctx }) => getAvailability({ ctx })),
  heartbeat: reply.mutation(({ ctx }) => heartbeat({ ctx })),
  setPresence: reply
    .input(
      z.object({
        state: z.enum(PRESENCE_STATES),
        capacity: z.int().min(1).max(50).optional(),
        giveBack: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => setPresence({ ctx, input })),
});
