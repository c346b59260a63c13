import type { ActionOutline } from "@/lib/contracts/actions";
import type { Locale } from "@/lib/i18n";
import { CHINESE } from "../questions/chinese";
import { ENGLISH } from "../questions/english";

/** What is done with the thing, at the head of an action's name. */
const DOING = {
  zh: /^(?:申请|办理|修改|更改|变更|查询|提交|预约)(?=.)/u,
  en: /^(?:start|open|change|update|find|check|make|submit|create|request|book)\s+(?:(?:an?|the|your|my)\s+)?(?=\S)/iu,
};

const BUT = /^(?:(?:but|however|though|and|also)\b|不过|但是?|可是|只是)[\s,，]*/iu;

/** The thing an action is about, by its name: "Start a return" is about a return. Pure. */
export const matterOf = ({ names }: Pick<ActionOutline, "names">, locale: Locale): string =>
  names[locale].replace(DOING[locale], "");

/**
 * A question as it is looked up that was put to an action and names nothing of its own: it is about what the action is about.
 * Null for one that names something. Pure.
 */
export function leanOn(matter: string, question: string, locale: Locale): string | null {
  const bare = question.replace(BUT, "");
  const leans = (locale === "zh" ? CHINESE : ENGLISH).leans(bare);
  return leans ? `${matter} ${bare}` : null;
}
