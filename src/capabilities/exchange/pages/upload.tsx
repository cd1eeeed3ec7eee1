import type { FormState } from '../../../platform/action.ts'
import { UploadForm as Upload } from '../../../platform/incoming.ts'

export const UploadForm = (props: { form: FormState; label: string; text: string; maxMegabytes?: number }) => (
  <Upload {...props} action="/regneark" hint="Et regneark, du har hentet her og rettet i." />
)
