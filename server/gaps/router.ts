import { dismissGapSchema, draftGapSchema, getGapSchema, listGapsSchema, publishGapSchema } from "@/lib/contracts/gaps";
import { permittedProcedure, router } from "@/server/trpc";
import { dismissGap } from "./dismiss-gap";
import { draftGap } from "./draft-gap";
import { getGap } from "./get-gap";
import { countGaps, listGaps } from "./list-gaps";
import { publishGap } from "./publish-gap";
import { reopenGap } from "./reopen-gap";

const write = permittedProcedure("knowledge:write");

export const gapsRouter = router({
  list: write.input(listGapsSchema).query(({ ctx, input }) => listGaps({ ctx, input })),
  count: write.query(({ ctx }) => countGaps({ ctx })),
  get: write.input(getGapSchema).query(({ ctx, input }) => getGap({ ctx, input })),
  publish: write.input(publishGapSchema).mutation(({ ctx, input }) => publishGap({ ctx, input })),
  draft: write.input(draftGapSchema).mutation(({ ctx, input }) => draftGap({ ctx, input })),
  dismiss: write.input(dismissGapSchema).mutation(({ ctx, input }) => dismissGap({ ctx, input })),
  reopen: write.input(getGapSchema).mutation(({ ctx, input }) => reopenGap({ ctx, input })),
});
