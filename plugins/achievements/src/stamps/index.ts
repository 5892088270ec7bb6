import { circle, hatch, line, rays } from './engrave.ts'

/** A stamp: strokes of full weight and fine ones, as SVG paths in a square of 96 by 96. One colour, that of the text. */
export type Stamp = { bold: string; fine: string }

/** An open book with lines of print. */
const book: Stamp = {
  bold: 'M48 34C40 28 30 27 22 29V64C30 62 40 63 48 69C56 63 66 62 74 64V29C66 27 56 28 48 34ZM48 34V69M22 33L18 34V69C28 67 40 68 48 73C56 68 68 67 78 69V34L74 33',
  fine:
    hatch({ strokes: 7, from: (s) => [26, 36 + s * 23], to: (s) => [44, 39.5 + s * 24] }) +
    hatch({ strokes: 7, from: (s) => [52, 39.5 + s * 24], to: (s) => [70, 36 + s * 23] }),
}

/** An oil lamp that is lit. */
const lamp: Stamp = {
  bold: 'M24 54C24 47 32 44 42 44H60L76 38C78 42 74 48 66 50C64 60 56 66 46 66C34 66 24 62 24 54ZM40 66L36 74H58L54 66M26 52C18 50 16 56 19 60C21 63 26 62 28 60M46 44C46 40 54 40 54 44M73 36C69 31 75 27 74 21C79 25 81 31 77 36',
  fine:
    hatch({ strokes: 8, from: (s) => [31 + s * 30, 51], to: (s) => [35 + s * 24, 63 - Math.abs(s - 0.5) * 6] }) +
    rays({ x: 75, y: 29, inner: 9, outer: 12, count: 7, start: -110, end: 20 }),
}

/** An old key. */
const key: Stamp = {
  bold: `${circle({ x: 48, y: 30, r: 12 })}${circle({ x: 48, y: 30, r: 6 })}M45 42V76H51V42M51 62H62V67H57V71H62V76H51M43 46H53M43 50H53`,
  fine:
    rays({ x: 48, y: 30, inner: 7.5, outer: 10.5, count: 24 }) +
    hatch({ strokes: 3, from: (s) => [46.5 + s * 3, 53], to: (s) => [46.5 + s * 3, 74] }),
}

/** A quill and what it has written. */
const quill: Stamp = {
  bold: 'M30 70C36 52 48 32 72 20C74 36 64 52 44 58M30 70L44 50C52 42 60 33 67 26M30 70L28 74',
  fine:
    hatch({ strokes: 9, from: (s) => [44 + s * 21, 50 - s * 23], to: (s) => [50 + s * 21, 53 - s * 26] }) +
    hatch({ strokes: 8, from: (s) => [41 + s * 22, 51 - s * 24], to: (s) => [43 + s * 24, 44 - s * 19] }) +
    'M38 74C44 70 48 77 54 73C59 70 63 76 70 72',
}

/** An hourglass. */
const hourglass: Stamp = {
  bold: 'M28 22H68M28 74H68M31 22V26H65V22M31 74V70H65V74M34 26C34 38 44 42 44 48C44 54 34 58 34 70M62 26C62 38 52 42 52 48C52 54 62 58 62 70',
  fine:
    hatch({ strokes: 6, from: (s) => [38 + s * 6, 34 + s * 10], to: (s) => [58 - s * 6, 34 + s * 10] }) +
    hatch({ strokes: 6, from: (s) => [46 - s * 9, 60 + s * 8.5], to: (s) => [50 + s * 9, 60 + s * 8.5] }) +
    line([48, 46], [48, 60]),
}

/** A fire that is kept. */
const flame: Stamp = {
  bold: 'M48 18C52 30 66 36 66 54C66 66 58 74 48 74C38 74 30 66 30 54C30 46 34 42 36 36C39 40 41 42 42 46C46 38 48 30 48 18ZM48 50C51 56 56 58 56 64C56 70 52 74 48 74C44 74 40 70 40 64C40 58 46 56 48 50Z',
  fine:
    hatch({ strokes: 6, from: (s) => [34 + s * 4, 50 + s * 16], to: (s) => [40.5 - s * 1.5, 47 + s * 14] }) +
    hatch({ strokes: 7, from: (s) => [62 - s * 3, 47 + s * 20], to: (s) => [51.5 + s * 5, 42 + s * 19] }) +
    hatch({ strokes: 4, from: (s) => [44 + s * 2.6, 66], to: (s) => [45 + s * 2, 72] }),
}

/** A ship under sail: someone comes back. */
const ship: Stamp = {
  bold: 'M22 58H74L68 70H30ZM47 22V58M47 24C60 28 68 38 68 52H47M43 30C36 36 30 44 28 52H43ZM47 22L56 20L47 17',
  fine:
    hatch({ strokes: 6, from: (s) => [49, 30 + s * 20], to: (s) => [56 + s * 10, 31 + s * 19] }) +
    hatch({ strokes: 5, from: (s) => [40 - s * 8, 37 + s * 13], to: (s) => [42, 37 + s * 13] }) +
    hatch({ strokes: 9, from: (s) => [29 + s * 38, 61], to: (s) => [33 + s * 30, 67] }) +
    'M18 75C22 72 26 72 30 75C34 78 38 78 42 75C46 72 50 72 54 75C58 78 62 78 66 75C70 72 74 72 78 75',
}

/** A tree with its rings of leaves. */
const tree: Stamp = {
  bold: 'M44 74C46 66 46 60 45 54M52 74C50 66 50 60 51 54M36 75H60M48 20C58 20 64 26 64 32C72 34 74 44 68 50C64 56 56 57 48 54C40 57 32 56 28 50C22 44 24 34 32 32C32 26 38 20 48 20Z',
  fine:
    rays({ x: 48, y: 40, inner: 5, outer: (at) => (at % 2 === 0 ? 11 : 14), count: 22 }) +
    hatch({ strokes: 3, from: (s) => [46.6 + s * 2.8, 57], to: (s) => [46.2 + s * 3.6, 73] }),
}

/** A lighthouse in the night. */
const lighthouse: Stamp = {
  bold: 'M40 74L43 40H53L56 74ZM41 40H55V36H41ZM43 36V28H53V36M42 28L48 22L54 28ZM28 75H68M46 74V66H50V74',
  fine:
    hatch({ strokes: 4, from: (s) => [42.3 - s * 1.6, 46 + s * 16], to: (s) => [53.6 + s * 1.5, 44 + s * 16] }) +
    hatch({ strokes: 5, from: () => [41, 32], to: (s) => [18, 22 + s * 20] }) +
    hatch({ strokes: 5, from: () => [55, 32], to: (s) => [78, 22 + s * 20] }),
}

/** A compass: the way is known. */
const compass: Stamp = {
  bold: `${circle({ x: 48, y: 48, r: 27 })}${circle({ x: 48, y: 48, r: 23 })}M48 28L53 48L48 68L43 48ZM43 48L48 46L53 48L48 50Z`,
  fine:
    rays({ x: 48, y: 48, inner: 23.6, outer: 26.4, count: 72 }) +
    hatch({ strokes: 6, from: (s) => [48, 31 + s * 14], to: (s) => [48.8 + s * 3, 31.6 + s * 14] }),
}

/** A wreath around a star. */
const wreath: Stamp = {
  bold: `M48 34L51.5 43.5L61.5 44L53.5 50.2L56.3 60L48 54.4L39.7 60L42.5 50.2L34.5 44L44.5 43.5ZM36 74C22 68 18 50 24 32M60 74C74 68 78 50 72 32M40 76H56`,
  fine:
    hatch({
      strokes: 9,
      from: (s) => [23.5 - Math.sin(s * 3) * 2.6 + s * 9, 34 + s * 37],
      to: (s) => [16 + s * 9 - Math.sin(s * 3) * 3, 30 + s * 40],
    }) +
    hatch({
      strokes: 9,
      from: (s) => [24 - Math.sin(s * 3) * 2.4 + s * 9, 34 + s * 37],
      to: (s) => [31 + s * 9 - Math.sin(s * 3) * 3, 29 + s * 37],
    }) +
    hatch({
      strokes: 9,
      from: (s) => [72.5 + Math.sin(s * 3) * 2.6 - s * 9, 34 + s * 37],
      to: (s) => [80 - s * 9 + Math.sin(s * 3) * 3, 30 + s * 40],
    }) +
    hatch({
      strokes: 9,
      from: (s) => [72 + Math.sin(s * 3) * 2.4 - s * 9, 34 + s * 37],
      to: (s) => [65 - s * 9 + Math.sin(s * 3) * 3, 29 + s * 37],
    }),
}

/** A bridge: one helps another over. */
const bridge: Stamp = {
  bold: 'M18 46C34 36 62 36 78 46V52C62 43 34 43 18 52ZM22 66C22 56 30 50 38 50V66ZM42 66C42 55 45 49 48 49C51 49 54 55 54 66ZM58 66V50C66 50 74 56 74 66ZM18 46V66M78 46V66',
  fine:
    hatch({
      strokes: 16,
      from: (s) => [21 + s * 54, 44.4 - Math.sin(s * Math.PI) * 6],
      to: (s) => [21 + s * 54, 50 - Math.sin(s * Math.PI) * 6],
    }) + 'M18 71C24 68 30 74 36 71C42 68 48 74 54 71C60 68 66 74 78 71M26 76C32 73 38 79 44 76C50 73 58 79 68 76',
}

/** An owl that sees it all. */
const owl: Stamp = {
  bold: `M30 28C36 32 40 31 48 31C56 31 60 32 66 28C68 36 68 42 67 48C70 62 62 74 48 74C34 74 26 62 29 48C28 42 28 36 30 28Z${circle({ x: 39, y: 42, r: 6.5 })}${circle({ x: 57, y: 42, r: 6.5 })}${circle({ x: 39, y: 42, r: 2 })}${circle({ x: 57, y: 42, r: 2 })}M48 45L45 50L48 55L51 50ZM40 74V78M44 74V78M52 74V78M56 74V78`,
  fine:
    [58, 62, 66, 70]
      .map((y, at) =>
        hatch({
          strokes: 6 - at,
          from: (s) => [38 + at * 1.6 + s * (20 - at * 3.2), y - 2],
          to: (s) => [39.5 + at * 1.6 + s * (20 - at * 3.2), y + 1],
        }),
      )
      .join('') +
    hatch({ strokes: 6, from: (s) => [31 + s * 2, 52 + s * 15], to: (s) => [35 + s * 2, 51 + s * 16] }) +
    hatch({ strokes: 6, from: (s) => [65 - s * 2, 52 + s * 15], to: (s) => [61 - s * 2, 51 + s * 16] }),
}

/** All stamps by name. The names are stored with achievements and never renamed. */
export const stamps: Record<string, Stamp> = {
  book,
  lamp,
  key,
  quill,
  hourglass,
  flame,
  ship,
  tree,
  lighthouse,
  compass,
  wreath,
  bridge,
  owl,
}
