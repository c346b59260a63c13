/** How things are done, cost or work in general, unless it is why something of one's own has not come yet. */
const CHINESE = /(?:怎么|怎样|如何|咋)(?!还|没|样了|回事)|几点|多少钱|多久|流程|步骤|规则|政策/;
const ENGLISH =
  /^\W*(?:(?:so|and|also|but|please|hi|hello|ok)\W+)*(?:how (?:do|does|can|could|should|much|many|long|to)|what|when (?:do|does|can|is)|which|why|can i|could i|may i|do i|do you|does|is there|are there)\b/i;

/** Whether a message asks how things are in general, rather than to have something done. Pure. */
export function asksHow(message: string): boolean {
  return CHINESE.test(message) || ENGLISH.test(message);
}
