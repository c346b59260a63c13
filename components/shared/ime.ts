interface KeyLike {
  readonly isComposing?: boolean;
  readonly keyCode?: number;
  readonly nativeEvent?: { readonly isComposing?: boolean; readonly keyCode?: number };
}

/**
 * Whether a key belongs to an input method rather than to the page. Safari ends the composition before
 * the Enter that confirms it, but reports key code 229; both DOM and React events are accepted.
 */
export function isImeKey(event: KeyLike): boolean {
  const native = event.nativeEvent ?? event;
  return native.isComposing === true || native.keyCode === 229;
}
