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

// Each line of a text is a paragraph of its own; blank ones are left out. The seal stands on no page without text: what leads to the
// signature goes with it.
#let paragraphs(words, led, side) = {
  let lines = words.split("\\n").filter(line => line.trim() != "")
  let set-line(line) = if side == "" { par(line) } else { align(if side == "right" { right } else { center }, par(first-line-indent: 0pt, justify: false, line)) }
  for (i, line) in lines.enumerate() { block(width: 100%, spacing: ${PITCH_PT - body}pt, sticky: led and i == lines.len() - 1, set-line(line)) }
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
    // A heading stands on no page without what it heads.
    show heading: it => block(width: 100%, spacing: ${PITCH_PT - body}pt, sticky: true, par(text(font: if it.level == 1 { hei } else { kai }, size: ${body}pt, weight: "regular", it.body)))
    heading(level: block-of.level, outlined: true, block-of.text)
  } else if block-of.kind == "paragraph" { paragraphs(block-of.text, follows("closing") or follows("attachments"), block-of.side) }
  else if block-of.kind == "picture" {
    block(width: 100%, breakable: false, align(center, image(bytes(block-of.content), format: block-of.format, alt: block-of.alt, width: block-of.width * 1pt, height: block-of.height * 1pt)))
  }
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
  } else {
    set par(first-line-indent: 0pt, leading: 3pt, justify: false)
    set text(size: if block-of.inLetter { ${SIZE_PT.list}pt } else { ${SIZE_PT.table}pt }, tracking: 0pt)
    let placed(cell) = table.cell(x: cell.x, y: cell.y, colspan: cell.colspan, rowspan: cell.rowspan, breakable: cell.text.len() > ${LONGEST_WHOLE}, align: (if cell.align == "right" { right } else if cell.align == "center" { center } else { left }) + horizon, cell.text)
    let head = block-of.cells.filter(cell => cell.y < block-of.headRows).map(placed)
    let rest = block-of.cells.filter(cell => cell.y >= block-of.headRows).map(placed)
    block(width: 100%, table(columns: block-of.widths.map(w => w * 1fr), inset: if block-of.inLetter { 4pt } else { 3pt }, stroke: 0.5pt, ..if head.len() > 0 { (table.header(..head),) } else { () }, ..rest))
  }
}
`;
