import { useApp } from '../store/store.ts'
import { AboutDialog } from './about-dialog.tsx'
import { AddNodeDialog } from './add-node-dialog.tsx'
import { CommandPalette } from './command-palette.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { PictureDialog } from './picture-dialog.tsx'

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useApp((state) => state.dialog)
  switch (dialog?.kind) {
    case 'import':
      return <ImportDialog files={dialog.files} into={dialog.into} />
    case 'export':
      return <PictureDialog />
    case 'add-node':
      return <AddNodeDialog />
    case 'about':
      return <AboutDialog />
    case 'keys':
      return <KeysDialog />
    case 'palette':
      return <CommandPalette />
    default:
      return null
  }
}
