import {
  articleLocaleSchema,
  getArticleDraftSchema,
  listArticlesSchema,
  localeSchema,
  publishArticleSchema,
  reorderCategorySchema,
  revertArticleSchema,
  saveCategorySchema,
  saveDraftSchema,
  scheduleArticleSchema,
  searchArticlesSchema,
} from "@/lib/contracts/knowledge";
import { listSynonymsSchema, removeSynonymsSchema, saveSynonymsSchema } from "@/lib/contracts/synonyms";
import { permittedProcedure, router } from "@/server/trpc";
import { archiveArticle } from "./archive-article";
import { discardDraft } from "./discard-draft";
import { getArticleDraft } from "./get-article-draft";
import { listArticles } from "./list-articles";
import { listCategories } from "./list-categories";
import { listProductNames } from "./list-product-names";
import { listSynonyms } from "./list-synonyms";
import { getVersion, listVersions } from "./list-versions";
import { publishArticle } from "./publish-article";
import { removeSynonyms } from "./remove-synonyms";
import { reorderCategory } from "./reorder-category";
import { revertArticle } from "./revert-article";
import { saveCategory } from "./save-category";
import { saveDraft } from "./save-draft";
import { saveSynonyms } from "./save-synonyms";
import { scheduleArticle } from "./schedule-article";
import { searchArticles } from "./search-articles";
import { addVariant } from "./variants/add-variant";

const read = permittedProcedure("knowledge:read");
const write = permittedProcedure("knowledge:write");

export const knowledgeRouter = router({
  listCategories: read.input(localeSchema).query(({ ctx, input }) => listCategories({ ctx, input: { locale: input } })),
  list: read.input(listArticlesSchema).query(({ ctx, input }) => listArticles({ ctx, input })),
  get: read.input(getArticleDraftSchema).query(({ ctx, input }) => getArticleDraft({ ctx, input })),
  search: read.input(searchArticlesSchema).query(({ ctx, input }) => searchArticles({ ctx, input })),
  products: read.query(({ ctx }) => listProductNames({ ctx })),
  listVersions: read.input(articleLocaleSchema).query(({ ctx, input }) => listVersions({ ctx, input })),
  getVersion: read.input(revertArticleSchema).query(({ ctx, input }) => getVersion({ ctx, input })),
  listSynonyms: read.input(listSynonymsSchema).query(({ ctx, input }) => listSynonyms({ ctx, input })),
  saveSynonyms: write.input(saveSynonymsSchema).mutation(({ ctx, input }) => saveSynonyms({ ctx, input })),
  removeSynonyms: write.input(removeSynonymsSchema).mutation(({ ctx, input }) => removeSynonyms({ ctx, input })),
  addVariant: write.input(getArticleDraftSchema).mutation(({ ctx, input }) => addVariant({ ctx, input })),
  saveDraft: write.input(saveDraftSchema).mutation(({ ctx, input }) => saveDraft({ ctx, input })),
  publish: write.input(publishArticleSchema).mutation(({ ctx, input }) => publishArticle({ ctx, input })),
  schedule: write.input(scheduleArticleSchema).mutation(({ ctx, input }) => scheduleArticle({ ctx, input })),
  discardDraft: write
    .input(publishArticleSchema.omit({ expireAt: true }))
    .mutation(({ ctx, input }) => discardDraft({ ctx, input })),
  archive: write.input(articleLocaleSchema).mutation(({ ctx, input }) => archiveArticle({ ctx, input })),
  revert: write.input(revertArticleSchema).mutation(({ ctx, input }) => revertArticle({ ctx, input })),
  saveCategory: write.input(saveCategorySchema).mutation(({ ctx, input }) => saveCategory({ ctx, input })),
  reorderCategory: write.input(reorderCategorySchema).mutation(({ ctx, input }) => reorderCategory({ ctx, input })),
});
