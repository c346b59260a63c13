import type { SaveDraftInput } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { serviceErrorOf } from "../shared/service-error";
import { type DraftBase, DraftStore, type DraftText } from "./draft-store";

/** What belongs to the article in every language and holds as soon as it is saved. */
export type ArticleFacts = Partial<
  Pick<SaveDraftInput, "categoryId" | "audience" | "slug" | "variantOf" | "appliesTo" | "products" | "moment">
>;

/** `versionId` null: the text is what is published, so only the article's facts were stored. */
export type SavedDraft = {
  articleId: string;
  slug: string;
  versionId: string | null;
  number: number;
  revision: number;
};

/** What a save stored, for the cache. */
export type Stored = { saved: SavedDraft; locale: Locale; text: DraftText; facts: ArticleFacts };

type DeskOptions = {
  articleId: string | null;
  save: (input: SaveDraftInput) => Promise<SavedDraft>;
  onStored: (stored: Stored) => void;
};

/** An article on an editor's desk: one draft a language, and the article itself, which begins with the first save. */
export class ArticleDesk {
  /** Null until the first save. */
  articleId: string | null;
  private readonly drafts = new Map<Locale, DraftStore>();
  private facts: ArticleFacts = {};

  constructor(private readonly options: DeskOptions) {
    this.articleId = options.articleId;
  }

  get unsaved(): boolean {
    return [...this.drafts.values()].some((draft) => draft.unsaved);
  }

  /** The draft of a language, begun from what is stored when it is opened first. */
  open(locale: Locale, start: { text: DraftText; base: DraftBase }): DraftStore {
    const known = this.drafts.get(locale);
    if (known) return known;
    const save = (text: DraftText, base: DraftBase) => this.save(locale, text, base);
    const draft = new DraftStore({ ...start, save, codeOf: (error) => serviceErrorOf(error).code });
    this.drafts.set(locale, draft);
    return draft;
  }

  /** Saves what is unsaved in every language. */
  async flush(): Promise<void> {
    for (const draft of this.drafts.values()) await draft.flush();
  }

  /** Saves a change of the article itself together with a language's text. Answers the code of a refusal, else null. */
  async change(locale: Locale, facts: ArticleFacts): Promise<string | null> {
    const draft = this.drafts.get(locale);
    if (!draft) return null;
    this.facts = { ...this.facts, ...facts };
    if (await draft.flush({ always: true })) return null;
    const { failure, status } = draft.snapshot();
    if (status !== "failed") return failure;
    for (const name of Object.keys(facts) as (keyof ArticleFacts)[]) delete this.facts[name];
    draft.edit({});
    return failure;
  }

  private async save(locale: Locale, text: DraftText, base: DraftBase): Promise<DraftBase> {
    const facts = this.facts;
    const questions = text.questions.map((question) => question.trim()).filter((question) => question !== "");
    const stored = { ...text, questions };
    const saved = await this.options.save({
      articleId: this.articleId ?? undefined,
      locale,
      revision: base.revision,
      ...stored,
      ...facts,
    });
    this.articleId = saved.articleId;
    if (this.facts === facts) this.facts = {};
    this.options.onStored({ saved, locale, text: stored, facts });
    const { versionId, revision } = saved;
    return versionId ? { key: `draft:${versionId}`, versionId, revision } : base;
  }
}
