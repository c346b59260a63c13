"use client";

import { useEffect } from "react";

/**
 * Hands the page's nonce to the layers that write a style element when they open (Radix's scroll lock looks for this
 * name). Without it the Content-Security-Policy refuses that element.
 */
export function useStyleNonce(): void {
  useEffect(() => {
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
    if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
  }, []);
}
