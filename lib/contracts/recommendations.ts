import { z } from "zod";

/** What may be recommended: articles about what somebody bought, articles read by others, things that go with a product. */
export const RECOMMENDATION_KINDS = ["guide", "read_next", "accessory"] as const;
export type RecommendationKind = (typeof RECOMMENDATION_KINDS)[number];

/** When in the life of a product an article about it helps. */
export const PRODUCT_MOMENTS = ["setup", "use", "warranty"] as const;
export type ProductMoment = (typeof PRODUCT_MOMENTS)[number];

/** Where recommendations are shown. */
export const RECOMMENDATION_PLACES = ["home", "chat", "agents"] as const;

/** Something that may help this customer next, and why, in words of the reader's language. */
export type Recommendation = {
  kind: RecommendationKind;
  title: string;
  /** The article's address; null for a product. */
  url: string | null;
  reason: string;
};

const on = z.boolean().default(true);

/** Which kinds are recommended, and where. */
export const recommendationSettings = z.object({
  guide: on,
  read_next: on,
  accessory: on,
  home: on,
  chat: on,
  agents: on,
});
