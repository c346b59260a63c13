import { z } from "zod";

const TYPES = ["object", "array", "string", "number", "integer", "boolean", "null"] as const;
/** Formats that endpoints know; others are refused by some. */
const FORMATS = ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"] as const;

const property = z.looseObject({
  type: z.enum(TYPES),
  description: z.string().max(1024).optional(),
  format: z.enum(FORMATS).optional(),
  enum: z.array(z.string()).min(1).optional(),
});
const schema = z
  .looseObject({
    type: z.literal("object"),
    properties: z.record(z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/), property),
    required: z.array(z.string()).optional(),
    additionalProperties: z.boolean().optional(),
  })
  .refine(({ properties, required = [] }) => required.every((name) => name in properties), "required is no property");
const named = z.object({
  name: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  description: z.string().max(1024).optional(),
  parameters: schema,
  strict: z.boolean().optional(),
});
const tools = z
  .array(z.object({ type: z.literal("function"), function: named }))
  .min(1)
  .max(128)
  .refine((list) => new Set(list.map((one) => one.function.name)).size === list.length, "two tools of one name");

const request = z
  .looseObject({
    model: z.string().min(1),
    messages: z.array(z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() })).min(1),
    stream: z.literal(true),
    stream_options: z.object({ include_usage: z.boolean() }).optional(),
    tools: tools.optional(),
    tool_choice: z.enum(["auto", "none", "required"]).optional(),
  })
  .refine((call) => call.tools || call.tool_choice === undefined, "tool_choice is only allowed with tools");

/** What a chat-completions endpoint would refuse a call for; null for a good one. */
export function requestFault(call: unknown): string | null {
  const parsed = request.safeParse(call);
  return parsed.success ? null : z.prettifyError(parsed.error);
}
