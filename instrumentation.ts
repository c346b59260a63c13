/** Runs once in every server process: Node processes start the loop of due work. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await import("./server/job-handlers");
  const { startJobLoop } = await import("./server/jobs/job-loop");
  const { systemContext } = await import("./server/request-context");
  startJobLoop(systemContext);
}
