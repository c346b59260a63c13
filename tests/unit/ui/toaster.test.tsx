// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { currentToasts, expireToast, showToast, TOAST_MS } from "@/components/ui/toast-store";
import { Toaster } from "@/components/ui/toaster";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  render(<Toaster label="Notices" undoLabel="Undo" />);
});

afterEach(() => {
  act(() => {
    for (const toast of currentToasts()) expireToast(toast.id);
  });
  cleanup();
  vi.useRealTimers();
});

function show() {
  const onUndo = vi.fn();
  const onExpire = vi.fn();
  act(() => {
    showToast({ message: "Conversation resolved", onUndo, onExpire });
  });
  return { onUndo, onExpire };
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

describe("toasts", () => {
  it("lets the deed stand after eight seconds, once", () => {
    const { onUndo, onExpire } = show();
    pass(TOAST_MS - 1);
    expect(onExpire).not.toHaveBeenCalled();
    pass(1);
    expect(onExpire).toHaveBeenCalledOnce();
    expect(onUndo).not.toHaveBeenCalled();
    expect(screen.queryByText("Conversation resolved")).toBeNull();
  });

  it("waits while the pointer or the focus rests on it", () => {
    const { onExpire } = show();
    pass(5_000);
    const line = screen.getByRole("listitem");
    fireEvent.pointerEnter(line);
    pass(60_000);
    fireEvent.pointerLeave(line);
    act(() => screen.getByRole("button").focus());
    pass(60_000);
    expect(onExpire).not.toHaveBeenCalled();
    act(() => screen.getByRole("button").blur());
    pass(3_000);
    expect(onExpire).toHaveBeenCalledOnce();
  });

  it("takes back by button and by Z, but never while someone types", () => {
    const first = show();
    fireEvent.click(screen.getByRole("button"));
    expect(first.onUndo).toHaveBeenCalledOnce();
    expect(first.onExpire).not.toHaveBeenCalled();

    const second = show();
    const field = document.body.appendChild(document.createElement("textarea"));
    fireEvent.keyDown(field, { key: "z" });
    expect(second.onUndo).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: "z", metaKey: true });
    expect(second.onUndo).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: "z" });
    expect(second.onUndo).toHaveBeenCalledOnce();
    field.remove();
  });
});
