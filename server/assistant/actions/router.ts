import {
  importActionsSchema,
  importCatalogueSchema,
  readOpenApiSchema,
  removeActionSchema,
  saveActionSchema,
  switchActionSchema,
  tryActionSchema,
} from "@/lib/contracts/action-forms";
import { permittedProcedure, router } from "@/server/trpc";
import { importCatalogue, listCatalogue } from "./import-catalogue";
import { getAction, listActions } from "./list-actions";
import { readOpenApi } from "./openapi/read-openapi";
import { removeAction, saveActions, switchAction } from "./save-action";
import { tryAction } from "./try-action";

const manage = permittedProcedure("settings:manage");

export const actionsRouter = router({
  list: manage.query(({ ctx }) => listActions({ ctx })),
  get: manage.input(removeActionSchema).query(({ ctx, input }) => getAction({ ctx, input })),
  save: manage.input(saveActionSchema).mutation(async ({ ctx, input }) => {
    const [saved] = await saveActions({ ctx, input: { actions: [input] } });
    return { version: saved?.version ?? 0 };
  }),
  switch: manage.input(switchActionSchema).mutation(({ ctx, input }) => switchAction({ ctx, input })),
  remove: manage.input(removeActionSchema).mutation(({ ctx, input }) => removeAction({ ctx, input })),
  try: manage.input(tryActionSchema).mutation(({ ctx, input }) => tryAction({ ctx, input })),
  readOpenApi: manage.input(readOpenApiSchema).mutation(({ ctx, input }) => readOpenApi({ ctx, input })),
  import: manage.input(importActionsSchema).mutation(({ ctx, input }) => saveActions({ ctx, input })),
  catalogue: manage.query(({ ctx }) => listCatalogue({ ctx })),
  importCatalogue: manage.input(importCatalogueSchema).mutation(({ ctx, input }) => importCatalogue({ ctx, input })),
});
