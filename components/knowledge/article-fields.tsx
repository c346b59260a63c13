import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { TITLE_LIMIT } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { ArticleDesk } from "./article-desk";
import { ArticleFactsFields } from "./article-facts-fields";
import type { DraftState, DraftStore } from "./draft-store";
import type { EditableArticle } from "./knowledge-types";
import { MarkdownField } from "./markdown-field";
import { ProductFields } from "./product-fields";
import { QuestionList } from "./question-list";
import { VariantFields } from "./variant-fields";

export interface ArticleFieldsProps {
  desk: ArticleDesk;
  article: EditableArticle | undefined;
  locale: Locale;
  draft: DraftStore;
  state: DraftState;
  className?: string;
}

/** Everything that is written of one language, and what the article is in all of them. */
export function ArticleFields({ desk, article, locale, draft, state, className }: ArticleFieldsProps) {
  const t = useTranslations("knowledge");
  const { title, questions, body } = state.text;
  return (
    <div
      className={cx("flex min-w-0 grow basis-1/2 flex-col gap-5 overflow-y-auto px-4 pt-5 pb-12 md:px-6", className)}
    >
      <Field
        label={t("field.title")}
        error={title.length > TITLE_LIMIT ? t("tooLong", { count: title.length - TITLE_LIMIT }) : undefined}
      >
        {(control) => (
          <Input
            {...control}
            lang={locale}
            controlSize={40}
            className="font-semibold"
            value={title}
            // The address of a new article is made from its title, so the first save waits for all of it.
            onChange={(event) => draft.edit({ title: event.target.value }, { later: !article && body === "" })}
            onBlur={() => title.trim() !== "" && !article && void draft.flush()}
          />
        )}
      </Field>
      {article && <ArticleFactsFields article={article} onChange={(facts) => desk.change(locale, facts)} />}
      {article && <VariantFields article={article} locale={locale} onChange={(facts) => desk.change(locale, facts)} />}
      {article && <ProductFields article={article} onChange={(facts) => desk.change(locale, facts)} />}
      <QuestionList locale={locale} questions={questions} onChange={(next) => draft.edit({ questions: next })} />
      <MarkdownField locale={locale} value={body} onChange={(next) => draft.edit({ body: next })} />
    </div>
  );
}
