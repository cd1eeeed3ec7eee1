import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, Form, LinkButton, SubmitRow } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'

export const SignOutPage = ({ actor, site }: Pick<Ask, 'actor' | 'site'>): Page =>
  actor.id === undefined
    ? {
        title: 'Du er logget ud',
        lead: 'Alt offentligt kan stadig læses.',
        robots: 'noindex',
        body: (
          <>
            {site.oidc && (
              <p>
                Dit arbejdslogin er stadig åbent, så du kan komme ind igen uden adgangskode.{' '}
                <a href="/log-ud/arbejdslogin">Log også ud af dit arbejdslogin</a>, hvis andre skal bruge maskinen.
              </p>
            )}
            <ButtonRow>
              <LinkButton href="/" look="primary">
                Til forsiden
              </LinkButton>
              <LinkButton href="/log-ind">Log ind igen</LinkButton>
            </ButtonRow>
          </>
        ),
      }
    : {
        title: 'Log ud',
        lead: `Du er logget ind som ${actor.name}.`,
        robots: 'noindex',
        // No form key: signing out twice must end two sessions.
        body: (
          <Form action="/log-ud">
            <SubmitRow text="Log ud" secondary={{ text: 'Bliv logget ind', href: '/' }} />
          </Form>
        ),
      }
