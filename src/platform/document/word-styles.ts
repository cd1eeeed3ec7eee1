import { BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx'

export const ACCENT = '0B4F8A'
export const SOFT = 'EAF0F6'
export const LINE = 'C9D1D9'
const MUTED = '50575E'

const heading = (size: number, before: number, color = ACCENT) => ({
  run: { font: 'Calibri', size, bold: true, color },
  paragraph: { keepNext: true, spacing: { before, after: 120 } },
})

const quiet = (id: string, name: string, after: number, run: { size: number; bold?: boolean }) => ({
  id,
  name,
  basedOn: 'Normal',
  run: { ...run, color: MUTED },
  paragraph: { spacing: { after } },
})

/** How the Word file looks. Sizes in half points, distances in twentieths of a point. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Calibri', size: 21, color: '1B1F23', language: { value: 'da-DK' } },
      paragraph: { spacing: { after: 140, line: 276 } },
    },
    title: { run: { font: 'Calibri', size: 50, bold: true, color: ACCENT }, paragraph: { spacing: { after: 80, line: 240 } } },
    heading1: heading(34, 400),
    heading2: heading(27, 320),
    heading3: heading(22, 260, '1B1F23'),
  },
  paragraphStyles: [
    quiet('Header', 'header', 0, { size: 17 }),
    quiet('Footer', 'footer', 0, { size: 17 }),
    quiet('Origin', 'Afsender', 160, { size: 20, bold: true }),
    quiet('Subtitle', 'Subtitle', 80, { size: 27 }),
    {
      ...quiet('Day', 'Dag', 320, { size: 20 }),
      paragraph: {
        spacing: { after: 320 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: ACCENT, space: 6 } },
      },
    },
    {
      id: 'Note',
      name: 'Bemærkning',
      basedOn: 'Normal',
      paragraph: {
        spacing: { before: 160, after: 200 },
        shading: { fill: SOFT },
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: ACCENT, space: 8 } },
      },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { size: 19, bold: true },
      paragraph: { keepNext: true, spacing: { before: 240, after: 100 } },
    },
    { id: 'Cell', name: 'Tabelcelle', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { after: 0, line: 240 } } },
    { id: 'SmallCell', name: 'Tabelcelle, lille', basedOn: 'Cell', run: { size: 14 } },
  ],
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'dots',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 360, hanging: 240 }, spacing: { after: 80 } } },
        },
      ],
    },
  ],
}
