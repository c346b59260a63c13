import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import type { Permission } from "@/lib/contracts/permissions";
import { requirePermission, type ServiceContext } from "./context";
import { ERROR_KINDS, invalid, ServiceError } from "./errors";
import { log } from "./log";
import { isUnstorable } from "./sql-state";

const t = initTRPC
  .context<ServiceContext>()
  .meta<{ permission?: Permission }>()
  .create({
    transformer: superjson,
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const cause = error.cause;
      const known = cause instanceof ServiceError;
      const code = known ? cause.code : cause instanceof ZodError ? "invalid_input" : error.code.toLowerCase();
      const unknown = error.code === "INTERNAL_SERVER_ERROR";
      return {
        ...shape,
        message: unknown ? "internal" : code,
        data: {
          ...shape.data,
          stack: undefined,
          code: unknown ? "internal" : code,
          details: known ? cause.details : {},
          fields:
            cause instanceof ZodError
              ? cause.issues.map(({ path, message }) => ({ path: path.join("."), message }))
              : [],
          requestId: ctx?.requestId ?? null,
        },
      };
    },
  });

const mapErrors = t.middleware(async ({ next, path, ctx }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause;
  if (cause instanceof ServiceError) {
    throw new TRPCError({ code: ERROR_KINDS[cause.kind].trpc, message: cause.code, cause });
  }
  if (isUnstorable(cause)) {
    const refusal = invalid("invalid_input");
    throw new TRPCError({ code: ERROR_KINDS.invalid.trpc, message: refusal.code, cause: refusal });
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR") {
    log.error({ requestId: ctx.requestId, path, err: cause ?? result.error }, "procedure failed");
  }
  return result;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Anybody. */
export const publicProcedure = t.procedure.use(mapErrors);

/** Staff who hold a permission; the narrowed actor reaches the verb. */
export function permittedProcedure(permission: Permission) {
  return publicProcedure.meta({ permission }).use(({ ctx, next }) => next({ ctx: requirePermission(ctx, permission) }));
}
