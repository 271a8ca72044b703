/** The layout of official documents as typst source. It reads one value, `sys.inputs.paper`, and nothing else. */
import { CHARACTERS, MARGIN_MM, PAGE_MM, PITCH_PT, SIZE_PT, TEXT_PT } from './official-layout.ts';

const { body } = SIZE_PT;
/** 28 characters of the third size are a little wider than the text: the standard prints them closer. */
const TRACKING = TEXT_PT.width / CHARACTERS - body - 0.005;

/** A row is cut by no page end, but where a cell is so long that a page might not hold it: bytes, three of them a Chinese character. */
const LONGEST_WHOLE = 400;

export const TYPST_LAYOUT = `
#let paper = json(bytes(sys.inputs.paper))
#let song = ("FZXiaoBiaoSong-B05S", "Noto Serif SC")
#let fang = ("FangSong_GB2312", "Noto Serif SC", "Noto Sans SC")
#let hei = ("SimHei", "Noto Sans SC")
#let kai = ("KaiTi_GB2312", "Noto Serif SC")
#set document(title: paper.title, date: none)
#set page(
  width: ${PAGE_MM.width}mm, height: ${PAGE_MM.height}mm,
  margin: (top: ${MARGIN_MM.top}mm, bottom: ${MARGIN_MM.bottom}mm, left: ${MARGIN_MM.left}mm, right: ${MARGIN_MM.right}mm),
  footer-descent: 7mm,
  footer: context {
    set text(size: ${SIZE_PT.foot}pt, font: "Noto Serif SC", tracking: 0pt)
    let n = counter(page).get().first()
    align(if calc.odd(n) { right } else { left }, pad(x: 1em, "— " + str(n) + " —"))
  },
)
#set text(font: fang, size: ${body}pt, lang: "zh", region: "cn", tracking: ${TRACKING}pt, top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: auto)
#set par(justify: true, leading: ${PITCH_PT - body}pt, spacing: ${PITCH_PT - body}pt, first-line-indent: (amount: 2em + ${2 * TRACKING}pt, all: true))

// Words with the looks they have. What is bold is set in the one font that has bold letters for certain.
#let words-of(block-of) = if block-of.runs == none { block-of.text } else {
  for run in block-of.runs {
    let slanted = "italic" in run.looks
    let lines = run.lines.map(pieces => pieces.map(piece => if slanted { box(baseline: 0.12em, skew(ax: -12deg, reflow: false, piece)) } else { piece }).join())
    let body = lines.join(linebreak())
    if "bold" in run.looks { body = text(font: "Noto Serif SC", weight: "bold", body) }
    if "underline" in run.looks { body = underline(offset: 0.14em, body) }
    if "strike" in run.looks { body = strike(offset: -0.32em, body) }
    if "raised" in run.looks { body = super(typographic: false, body) }
    if "lowered" in run.looks { body = sub(typographic: false, body) }
    if run.address != "" { body = link(run.address, body) }
    body + run.printed
  }
}
#let side-of(name) = if name == "right" { right } else if name == "center" { center } else { left }

// Each line of a text is a paragraph of its own, blank ones are left out; where words have looks a line ends within the paragraph. The
// seal stands on no page without text: what leads to the signature goes with it.
#let paragraphs(block-of, led) = {
  let plain = block-of.runs == none and block-of.item == none
  let lines = if plain { block-of.text.split("\\n").filter(line => line.trim() != "") } else { (words-of(block-of),) }
  let set-line(line) = if block-of.side == "" { par(line) } else { align(side-of(block-of.side), par(first-line-indent: 0pt, justify: false, line)) }
  for (i, line) in lines.enumerate() { block(width: 100%, spacing: ${PITCH_PT - body}pt, sticky: led and i == lines.len() - 1, set-line(line)) }
}

// An item begins with its mark, and further to the right the deeper it stands.
#let listed(block-of, first) = {
  let marked = if block-of.item.mark == "" { none } else { box(width: 1.5em, baseline: 0.12em, block-of.item.mark) }
  let words = par(first-line-indent: 0pt, hanging-indent: if marked == none { 0pt } else { 1.5em }, marked + words-of(block-of))
  pad(left: first + block-of.item.level * 1.5em + if marked == none { 1.5em } else { 0em }, if block-of.side == "" { words } else { align(side-of(block-of.side), words) })
}
#let drawn(picture) = align(side-of(picture.side), image(bytes(picture.content), format: picture.format, alt: picture.alt, width: picture.width * 1pt, height: picture.height * 1pt))

// In a cell the letters are smaller and nothing is indented but the items of lists.
#let table-of(form) = {
  let inside(cell) = for (i, part) in cell.blocks.enumerate() {
    let shown = if part.kind == "table" { table-of(part) } else if part.kind == "picture" { drawn(part) } else if part.kind == "heading" {
      par(strong(words-of(part)))
    } else if part.kind == "paragraph" {
      if part.item != none { listed(part, 0em) } else { align(side-of(part.side), par(words-of(part))) }
    } else { none }
    block(width: 100%, above: if i == 0 { 0pt } else { 3pt }, below: 0pt, shown)
  }
  let placed(cell) = table.cell(x: cell.x, y: cell.y, colspan: cell.colspan, rowspan: cell.rowspan, breakable: cell.blocks != none or cell.text.len() > ${LONGEST_WHOLE}, align: side-of(cell.align) + horizon, if cell.blocks == none { cell.text } else { inside(cell) })
  let head = form.cells.filter(cell => cell.y < form.headRows).map(placed)
  let rest = form.cells.filter(cell => cell.y >= form.headRows).map(placed)
  set par(first-line-indent: 0pt, leading: 3pt, justify: false)
  set text(size: if form.inLetter { ${SIZE_PT.list}pt } else { ${SIZE_PT.table}pt }, tracking: 0pt)
  block(width: 100%, table(columns: form.widths.map(w => w * 1fr), inset: form.inset * 1pt, stroke: 0.5pt, ..if head.len() > 0 { (table.header(..head),) } else { () }, ..rest))
}

#if paper.letterhead != none {
  set par(first-line-indent: 0pt, justify: false)
  block(width: 100%, below: 18pt, align(center, text(font: song, size: paper.letterhead.size * 1pt, weight: "bold", fill: rgb("#c00000"), tracking: 0pt, paper.letterhead.issuer)))
  if paper.letterhead.number != "" { block(width: 100%, below: 8pt, align(center, paper.letterhead.number)) }
  block(width: 100%, below: 2 * ${PITCH_PT}pt, line(length: 100%, stroke: 1.2pt + rgb("#c00000")))
}
#block(width: 100%, below: ${PITCH_PT}pt, {
  set par(first-line-indent: 0pt, justify: false, leading: 13pt)
  align(center, text(font: song, size: ${SIZE_PT.title}pt, weight: "bold", tracking: 0pt, paper.title))
})
#for (at, block-of) in paper.blocks.enumerate() {
  let follows(kind) = at + 1 < paper.blocks.len() and paper.blocks.at(at + 1).kind == kind
  if block-of.kind == "heading" {
    // A heading stands on no page without what it heads, and is indented by its own letters.
    show heading: set text(size: ${body}pt, weight: "regular")
    show heading: it => block(width: 100%, spacing: ${PITCH_PT - body}pt, sticky: true, par(text(font: if it.level == 1 { hei } else if it.level == 2 { kai } else { "Noto Serif SC" }, size: ${body}pt, weight: if it.level == 3 { "bold" } else { "regular" }, it.body)))
    heading(level: block-of.level, outlined: true, words-of(block-of))
  } else if block-of.kind == "paragraph" {
    let led = follows("closing") or follows("attachments")
    if block-of.item == none { paragraphs(block-of, led) } else { block(width: 100%, spacing: ${PITCH_PT - body}pt, sticky: led, listed(block-of, 2em + ${2 * TRACKING}pt)) }
  }
  else if block-of.kind == "picture" {
    block(width: 100%, breakable: false, drawn(block-of + (side: "center")))
  }
  else if block-of.kind == "rule" { block(width: 100%, spacing: ${PITCH_PT / 2}pt, line(length: 100%, stroke: 0.5pt)) }
  else if block-of.kind == "addressee" { par(first-line-indent: 0pt, block-of.text) }
  else if block-of.kind == "note" { par("（" + block-of.text + "）") }
  else if block-of.kind == "attachments" {
    v(${PITCH_PT}pt, weak: true)
    for (i, name) in block-of.names.enumerate() {
      block(width: 100%, spacing: ${PITCH_PT - body}pt, sticky: follows("closing"), par(first-line-indent: 0pt, hanging-indent: 5em, h(if i == 0 { 2em } else { 5em }, weak: false) + name))
    }
  } else if block-of.kind == "closing" {
    block(width: 100%, breakable: false, sticky: follows("note"), above: 2 * ${PITCH_PT}pt, {
      set par(first-line-indent: 0pt, justify: false)
      align(right, pad(right: 4em, box({ set align(center); stack(spacing: ${PITCH_PT - body}pt, block-of.issuer, block-of.date) })))
    })
  } else { table-of(block-of) }
}
`;
