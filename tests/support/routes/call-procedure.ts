import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { ServiceContext } from "@/server/context";
import { createCaller } from "@/server/root";

/** Calls a procedure by its path; gives `ok` or the stable code, and the tRPC code that carries its HTTP status. */
export async function callProcedure(path: string, ctx: ServiceContext, input: unknown) {
  const caller: unknown = path
    .split(".")
    .reduce((node: unknown, name) => (node as Record<string, unknown>)[name], createCaller(ctx));
  try {
    await (caller as (input: unknown) => Promise<unknown>)(input);
    return { code: "ok", status: "OK" };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const code = error.cause instanceof ZodError ? "invalid_input" : error.message;
    return { code, status: error.code };
  }
}
