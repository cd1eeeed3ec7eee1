import { type Action, form, raw } from '../../../platform/action.ts'
import { tell } from '../../../platform/answers.tsx'
import { SignInFailed } from '../../../platform/oidc.ts'
import { failed } from '../pages/sign-in-failed.tsx'
import { SignOutPage } from '../pages/sign-out.tsx'
import { endSession } from '../store/sessions.ts'

export const signOut: Action[] = [
  form({
    path: '/log-ud',
    may: 'site.read',
    load: async () => ({}),
    view: (_, ask) => SignOutPage(ask),
    async submit({ db, actor, session }) {
      if (session) await endSession(db, session)
      return { subject: actor.id === undefined ? 'person' : `person:${actor.id}`, next: '/log-ud', session: 'end' }
    },
  }),

  raw({
    path: '/log-ud/arbejdslogin',
    may: 'site.read',
    at: ({ site }) => (site.oidc ? {} : undefined),
    async handle(ask, c, house) {
      try {
        const url = await ask.site.oidc?.signOutUrl()
        return url ? c.redirect(url, 303) : tell(c, house, ask, failed.noSignOut)
      } catch (error) {
        if (error instanceof SignInFailed) return tell(c, house, ask, failed[error.reason])
        throw error
      }
    },
  }),
]
