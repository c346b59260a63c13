import { hashToken } from "@/lib/crypto";
import { questionKey } from "@/lib/text/tokenise";

/** Names what is asked, whatever its case, width and punctuation: equal keys are the same case. */
export function caseKey({
  locale,
  question,
  earlier,
}: {
  locale: string;
  question: string;
  earlier: readonly string[];
}): Promise<string> {
  return hashToken(JSON.stringify([locale, ...[...earlier, question].map(questionKey)]));
}
