import type { Ask, FormState } from '../../../platform/action.ts'
import { Form, fieldIn, Hidden, type Page, SubmitRow, TextArea } from '../../../platform/ui/index.ts'
import { accountName } from '../../tariffs/index.ts'
import type { AccountToRead } from '../actions/open.ts'

/** Accounts that were written by mistake stand in the history, and count no more. */
export const WithdrawPage = ({ account, line }: AccountToRead, _: Ask, form: FormState): Page => ({
  title: `Træk regnskabet for ${account.year} tilbage`,
  lead: accountName({ of: line, label: account.label }),
  crumbs: [
    { text: 'Takster', href: '/takster' },
    { text: 'Regnskaber', href: `/takster/regnskaber?aar=${account.year}` },
    { text: `Regnskab ${account.year}`, href: `/takster/regnskaber/${account.id}` },
    { text: 'Træk tilbage' },
  ],
  body: (
    <Form action={`/takster/regnskaber/${account.id}/traek-tilbage`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <p>{`Regnskabet for ${account.year} står så som ikke modtaget. Tallene bliver i historien og slettes ikke.`}</p>
      <TextArea {...fieldIn(form, 'reason')} label="Hvorfor?" maxlength={500} rows={3} required />
      <SubmitRow
        text="Træk regnskabet tilbage"
        danger
        secondary={{ text: 'Behold det', href: `/takster/regnskaber/${account.id}` }}
      />
    </Form>
  ),
})
