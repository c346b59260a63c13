import type { Locale } from "@/lib/i18n";

/** What customers add to a rating, by score. */
export const COMMENTS: Record<1 | 2 | 3 | 4, Record<Locale, readonly string[]>> = {
  4: {
    zh: [
      "回复很快，问题一次解决了",
      "客服很耐心，讲得清楚",
      "查件第二天就有结果，满意",
      "不用重复说一遍，体验很好",
      "态度好，处理也快",
      "帮我把运费退回来了，谢谢",
    ],
    en: [
      "Fast and clear, thank you",
      "Solved in one go",
      "Very patient and helpful",
      "Didn't have to repeat myself, nice",
    ],
  },
  3: {
    zh: ["解决了，就是排队久了点", "还可以", "答案有用，希望能更快", "处理得不错"],
    en: ["Solved, but I waited a while", "Good overall", "Helpful answer"],
  },
  2: {
    zh: ["问题只解决了一半", "转了两次才有人处理", "回复有点慢"],
    en: ["Only half of it was solved", "I was passed around twice"],
  },
  1: {
    zh: ["等了半小时没人理", "快递的事还是没解决", "说好回电一直没有"],
    en: ["Waited too long", "The parcel is still missing"],
  },
};
