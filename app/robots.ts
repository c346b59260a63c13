import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Help pages may be found; staff pages, the API and personal links may not. */
export default function robots(): MetadataRoute.Robots {
  const personal = ["/zh/requests/", "/en/requests/", "/zh/rate/", "/en/rate/"];
  return {
    rules: { userAgent: "*", allow: ["/zh", "/en"], disallow: ["/api/", "/setup", "/sign-in", ...personal] },
    sitemap: new URL("/sitemap.xml", env().APP_URL).href,
  };
}
