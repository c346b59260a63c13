import { Archive, Trash2 } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { CommandGroup, CommandItem, CommandPalette } from "@/components/ui/command-palette";
import { Dialog } from "@/components/ui/dialog";
import { DropdownMenu, DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { Popover } from "@/components/ui/popover";
import { showToast } from "@/components/ui/toast-store";
import { Toaster } from "@/components/ui/toaster";

function OpenLayer() {
  if (document.documentElement.dataset.theme === "dark") {
    return (
      <CommandPalette
        open
        onOpenChange={() => undefined}
        label="搜索"
        placeholder="搜索或输入命令…"
        emptyText="没有结果"
      >
        <CommandGroup heading="会话">
          <CommandItem value="take" shortcut="T" onSelect={() => undefined}>
            接入下一个
          </CommandItem>
          <CommandItem value="resolve" shortcut="E" onSelect={() => undefined}>
            解决
          </CommandItem>
        </CommandGroup>
      </CommandPalette>
    );
  }
  return (
    <Dialog
      open
      title="Erase this customer?"
      description="Messages, orders and ratings of Ada Lovelace are erased. This cannot be undone."
      closeLabel="Close"
      footer={
        <>
          <Button>Keep</Button>
          <Button variant="danger">Erase</Button>
        </>
      }
    >
      <DropdownMenu trigger={<Button>Menu</Button>}>
        <DropdownMenuItem icon={Archive} shortcut="e">
          Archive
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem icon={Trash2} tone="danger">
          Delete
        </DropdownMenuItem>
      </DropdownMenu>{" "}
      <Popover label="About" trigger={<Button>About</Button>}>
        Words
      </Popover>
    </Dialog>
  );
}

/** Floating layers and toasts. */
export function LayersScene() {
  useEffect(() => {
    showToast({ message: "Conversation resolved", onUndo: () => undefined });
  }, []);
  return (
    <div className="min-h-dvh p-6">
      <p>Page behind</p>
      <OpenLayer />
      <Toaster label="Notices" undoLabel="Undo" />
    </div>
  );
}
