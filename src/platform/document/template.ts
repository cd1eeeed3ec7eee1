/** The report in Typst. All text comes in as data through `sys.inputs`; nothing a person wrote is ever part of this source. */
export const template = `
#let doc = json(bytes(sys.inputs.document))
#let accent = rgb("#0b4f8a")
#let muted = rgb("#50575e")
#let line-colour = rgb("#c9d1d9")
#let soft = rgb("#eaf0f6")
#let amber = rgb("#ffe9b8")

#set document(title: doc.title, author: doc.author, date: datetime(year: doc.date.at(0), month: doc.date.at(1), day: doc.date.at(2)))
#set text(font: ("IBM Plex Sans", "DejaVu Sans Mono", "New Computer Modern Math", "Libertinus Serif"), fallback: false, lang: "da", region: "DK", size: 10pt, fill: rgb("#1b1f23"))
#set par(leading: 0.68em, spacing: 1.2em, justify: false)

#let mark-of(text) = box(fill: amber, inset: (x: 5pt, y: 2.5pt), radius: 2pt, strong(text))
#let header = {
  set text(size: 8pt, fill: muted)
  grid(columns: (1fr, auto), align: (left + horizon, right + horizon), column-gutter: 10pt,
    doc.title, if doc.mark != none { mark-of(doc.mark) })
}
#let footer = {
  set text(size: 8pt, fill: muted)
  grid(columns: (1fr, auto), [#doc.author · #doc.dayText],
    context [Side #counter(page).display() af #counter(page).final().first()])
}
#set page(paper: "a4", margin: (x: 2.2cm, top: 2.6cm, bottom: 2.2cm), header: header, footer: footer)

#show title: set text(size: 24pt, weight: 600, fill: accent)
#show title: set par(leading: 0.35em)
#show title: set block(below: 0.5em)
#show heading: set text(weight: 600, fill: accent)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 1): set block(above: 1.7em, below: 0.8em)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)
#show heading.where(level: 3): set text(size: 10.5pt, fill: rgb("#1b1f23"))
#show heading.where(level: 3): set block(above: 1.3em, below: 0.6em)
#show figure: set block(breakable: true)
#show figure: it => { v(1.6em, weak: true); it; v(1.9em, weak: true) }
#show figure: set align(left)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => block(below: 0.7em, sticky: true, par(text(size: 9pt, weight: 600, it.body)))
#set list(marker: text(fill: accent, "•"), indent: 2pt, body-indent: 7pt, spacing: 0.7em)

#let head-cell(column, upright) = {
  set text(size: if upright { 8pt } else { 8.5pt }, weight: 600, fill: accent)
  if upright {
    context rotate(-90deg, reflow: true, box(width: calc.min(measure(column.title).width, 4cm), align(left, column.title)))
  } else { column.title }
}

#let body-cell(cell, naming) = {
  let content = if naming { text(weight: 600, cell.text) } else { cell.text }
  if cell.fill == none { table.cell(content) } else { table.cell(fill: rgb(cell.fill), content) }
}

#let side-of(block, column) = if block.columns.at(column).align == "right" { right } else if block.matrix and column > 0 { center } else { left }

#let table-of(block) = {
  set text(size: if block.matrix { 8pt } else { 9pt }, hyphenate: true)
  set par(leading: 0.5em)
  figure(kind: table, supplement: none, numbering: none, caption: block.caption,
    table(
      columns: block.widths.map(width => width * 1fr),
      align: (column, row) => side-of(block, column) + if row == 0 { bottom } else if block.matrix { horizon } else { top },
      inset: if block.matrix { (x: 2.5pt, y: 6.5pt) } else { (x: 5pt, y: 4.5pt) },
      fill: (_, row) => if row == 0 { soft },
      stroke: (column, row) => (
        top: if row == 0 { 0.8pt + accent },
        bottom: if row == 0 { 0.8pt + accent } else { 0.4pt + line-colour },
        left: if block.matrix and column > 0 and row > 0 { 1pt + white },
      ),
      table.header(..block.columns.enumerate().map(((at, column)) => head-cell(column, block.matrix and at > 0))),
      ..block.rows.map(row => row.enumerate().map(((at, cell)) => body-cell(cell, block.rowHeader and at == 0))).flatten(),
    ))
}

#let note-of(body) = block(width: 100%, fill: soft, stroke: (left: 3pt + accent), inset: (left: 11pt, rest: 9pt), radius: (right: 3pt), above: 1.1em, below: 1.2em, par(body))

#let picture-of(block) = {
  let drawing = image(bytes(block.svg), format: "svg", alt: block.alt, width: 100%, height: block.height * 1cm, fit: "contain")
  figure(kind: "picture", supplement: none, numbering: none, caption: if block.caption == none { none } else { block.caption }, drawing)
}

#let paragraph-of(told) = {
  let body = par(if told.strong { strong(told.text) } else { told.text })
  if told.withNext { block(sticky: true, body) } else { body }
}

#let list-of(items) = block(breakable: items.len() > 9, list(..items))

#let show-block(block) = {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "paragraph" { paragraph-of(block) }
  else if block.kind == "note" { note-of(block.text) }
  else if block.kind == "list" { list-of(block.items) }
  else if block.kind == "table" { table-of(block) }
  else if block.kind == "picture" { picture-of(block) }
  else if block.kind == "pagebreak" { pagebreak(weak: true) }
  parbreak()
}

#let front = {
  block(below: 0.9em, par(text(size: 9.5pt, weight: 600, fill: muted, doc.author)))
  title()
  if doc.subtitle != none { block(above: 0.6em, below: 0.8em, par(text(size: 13pt, fill: muted, doc.subtitle))) }
  block(below: 0.9em, par(text(size: 9.5pt, fill: muted, doc.dayText)))
  line(length: 100%, stroke: 1.2pt + accent)
}

#for (at, section) in doc.sections.enumerate() {
  let body = { if at == 0 { front }; for block in section.blocks { show-block(block) } }
  if section.landscape { page(flipped: true, margin: (x: 1.8cm, top: 2.3cm, bottom: 1.9cm), body) } else { body }
}
#if doc.sections.len() == 0 { front }
`
