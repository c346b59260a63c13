/** The memory limiter by itself: the package's index also loads stores that need Node, which the edge does not have. */
declare module "rate-limiter-flexible/lib/RateLimiterMemory.js" {
  export { RateLimiterMemory as default } from "rate-limiter-flexible";
}
