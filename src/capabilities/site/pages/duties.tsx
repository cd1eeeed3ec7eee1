import type { Ask } from '../../../platform/action.ts'
import { Alert, SummaryList, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { numberText } from '../../../platform/values/danish.ts'

export const AccessibilityPage = (_: object, { site }: Pick<Ask, 'site'>): Page => ({
  title: 'Tilgængelighed',
  lead: 'Alle skal kunne læse og bruge Fælles, også med tastatur, skærmlæser, stor skrift eller en lille skærm.',
  body: (
    <>
      <h2>Tilgængelighedserklæringen</h2>
      {site.wasUrl ? (
        <p>
          Den lovpligtige erklæring ligger i Digitaliseringsstyrelsens samling: <a href="/was">læs tilgængelighedserklæringen</a>.
          Dér står også, hvordan du melder en fejl, og hvordan du klager.
        </p>
      ) : (
        <Alert kind="warning" title="Erklæringen mangler">
          Den, der driver denne udgave, har endnu ikke oplyst, hvor den lovpligtige erklæring ligger. Den skal laves med
          Digitaliseringsstyrelsens WAS-Tool og ajourføres mindst én gang om året.
        </Alert>
      )}
      <h2>Det har vi gjort</h2>
      <ul>
        <li>Siden bygger på Det Fælles Designsystem og sigter efter WCAG 2.1, niveau A og AA.</li>
        <li>Alt kan bruges med tastatur, og uden at browseren kører scripts.</li>
        <li>Status vises med farve, tegn og ord, aldrig med farve alene.</li>
        <li>Hvert billede har en tabel ved siden af med de samme oplysninger.</li>
        <li>Siden kan læses på en skærm, der er 320 punkter bred, og i stor forstørrelse.</li>
        <li>Fejl i en formular står både øverst og ved feltet.</li>
        <li>
          Rapporter i PDF har overskrifter, læserækkefølge og sprog, som en skærmlæser kan bruge. De findes også som side og i
          Word.
        </li>
      </ul>
      <h2>Det ved vi, at der mangler</h2>
      <ul>
        <li>
          Siden er prøvet med automatiske test og med tastatur. Den er endnu ikke prøvet af mennesker, der bruger skærmlæser til
          daglig.
        </li>
        <li>Store tabeller, som status for alle parter, skal rulles til siden på en lille skærm.</li>
        <li>Dokumenter hos kommunerne, som siden henviser til, er ikke lavet her og kan være svære at læse.</li>
      </ul>
    </>
  ),
})

/** Answered with 404 where no address is set. */
export const NoStatementPage = (): Page => ({
  title: 'Adressen på tilgængelighedserklæringen er ikke sat',
  robots: 'noindex',
  lead: 'Den, der driver Fælles, sætter den med WAS_URL. Indtil da kan du læse, hvad vi selv ved om tilgængeligheden.',
  body: (
    <p>
      <a href="/tilgaengelighed">Om tilgængelighed på Fælles</a>
    </p>
  ),
})

export const CookiesPage = ({ hours }: { hours: number }): Page => ({
  title: 'Cookies',
  lead: 'Fælles har én cookie, og du får den først, når du logger ind. Derfor er der ingen boks at sige ja eller nej i.',
  body: (
    <>
      <Table
        caption="Cookies på Fælles"
        captionHidden
        rows={[
          { name: 'faelles_session', purpose: 'Husker, at du er logget ind, så du ikke skal gøre det på hver side.', hours },
        ]}
        columns={[
          { head: 'Navn', rowHead: true, cell: ({ name }) => <code>{name}</code> },
          { head: 'Hvad den er til', cell: ({ purpose }) => purpose },
          { head: 'Hvor længe', cell: ({ hours }) => `Til du logger ud, dog højst ${numberText(hours)} timer` },
          { head: 'Hvem der kan læse den', cell: () => 'Kun Fælles. Scripts i browseren kan ikke læse den.' },
        ]}
      />
      <p>
        Cookien rummer en tilfældig nøgle og intet om dig. Den er nødvendig for at logge ind, og til sådan en skal der ikke bedes
        om lov. Læser du kun det, der er åbent for alle, får du ingen cookie.
      </p>
      <h2>Ingen andre følger med</h2>
      <p>
        Skrifter, billeder og scripts hentes fra Fælles selv. Der er ingen statistikprogrammer, ingen annoncer, ingen kort eller
        videoer fra andre og ingen knapper fra sociale medier. Besøg tælles ikke på personer.
      </p>
    </>
  ),
})

export const PrivacyPage = ({ hours, mailDays }: { hours: number; mailDays: number }): Page => ({
  title: 'Privatliv',
  lead: 'Fælles handler om planer og fremdrift, ikke om borgere. Her står, hvad der gemmes om dem, der logger ind, og hvor længe.',
  body: (
    <>
      <h2>Ingen oplysninger om borgere</h2>
      <p>
        Der må ikke skrives om enkelte borgere på Fælles. Ligner noget et CPR-nummer, bliver det afvist, også i filnavne og
        regneark, og intet bliver gemt.
      </p>
      <h2>Det gemmes om dig, når du logger ind</h2>
      <SummaryList
        items={[
          {
            term: 'Navn, e-mail og id',
            value:
              'Kommer fra dit login på arbejdet. Gemmes, så længe du har en rolle, og så det kan ses, hvem der har gjort hvad.',
          },
          { term: 'Roller', value: 'Hvilke roller du har og har haft, for hvilken part, og hvem der gav dem.' },
          { term: 'At du er logget ind', value: `Gemmes, til du logger ud, dog højst ${numberText(hours)} timer.` },
          {
            term: 'Det, du gør',
            value:
              'Når du gemmer noget, skrives det i hændelsesloggen med dit navn, din rolle og tidspunktet. Den kan ikke ændres. Kun sekretariatet og administratoren kan læse den.',
          },
          { term: 'Mails til dig', value: `Ligger i udbakken i ${numberText(mailDays)} dage. Påmindelser kan du selv stoppe.` },
        ]}
      />
      <p>
        Er du logget ind, kan du se det hele på <a href="/mig">Mine data</a> og hente det som fil.
      </p>
      <h2>Det vises for alle</h2>
      <p>
        En status vises med partens navn, dagen og den rolle, der meldte den, for eksempel »indberetter«. Navne på personer vises
        ikke. Interne noter ser kun parten selv og sekretariatet.
      </p>
      <h2>Besøg uden login</h2>
      <p>
        Programmet fører en teknisk log over, hvilke sider der hentes og hvornår. I den står hverken navne, ip-adresser eller det,
        der skrives i formularer.
      </p>
      <h2>Hvorfor og med hvilken ret</h2>
      <p>
        Oplysningerne bruges til at føre rammeaftalen ud i livet, som er en opgave i samfundets interesse
        (databeskyttelsesforordningens artikel 6, stk. 1, litra e). De bruges ikke til andet og gives ikke videre til andre end
        dem, der driver programmet.
      </p>
      <h2>Dine rettigheder</h2>
      <p>
        Du kan få indsigt i, rettet og i nogle tilfælde slettet det, der står om dig, og du kan gøre indsigelse. Skriv til
        databeskyttelsesrådgiveren i din egen kommune eller region. Du kan klage til{' '}
        <a href="https://www.datatilsynet.dk">Datatilsynet</a>.
      </p>
      <Alert kind="info" title="Dataansvar">
        Hver kommune og regionen er selv ansvarlig for det, den skriver. Hvem der har det fælles ansvar og driver denne udgave,
        skal være aftalt og skrevet her, før Fælles tages i brug med rigtige personer.
      </Alert>
    </>
  ),
})
