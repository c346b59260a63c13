import { useEffect, useState } from "react";

/** Counts whole seconds down to zero, anew for every `start` object. */
export function useSecondsLeft(start: { seconds: number }): number {
  const [left, setLeft] = useState(start.seconds);
  useEffect(() => {
    const until = performance.now() + start.seconds * 1000;
    setLeft(start.seconds);
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [start]);
  return left;
}
