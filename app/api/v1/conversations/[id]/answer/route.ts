import { edgeDb } from "@/db/edge";
import { handleAnswer } from "@/server/assistant/answer-handler";

export const runtime = "edge";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handleAnswer(edgeDb(), request, (await params).id);
}
