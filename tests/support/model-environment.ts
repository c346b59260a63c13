import { env } from "@/lib/env";

/** Points this test file's process at a model endpoint. The parsed environment is one object a process. */
export function configureModel(baseUrl: string): void {
  Object.assign(env(), { AI_BASE_URL: baseUrl, AI_API_KEY: "test-key", AI_MODEL: "fake-model" });
}

/** Takes the model away again: the built-in one answers. */
export function withoutModel(): void {
  Object.assign(env(), { AI_BASE_URL: undefined, AI_MODEL: undefined });
}
