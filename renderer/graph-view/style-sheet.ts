import type { StylesheetJson } from 'cytoscape'
import { states } from '../../shared/analysis/assessment.ts'
import { linkKinds } from '../../shared/model/link-kinds.ts'
import { horizons, nodeKinds } from '../../shared/model/node-kinds.ts'
import {
  enlarge,
  fontFamily,
  horizonLooks,
  hubFontSize,
  kindLooks,
  markReach,
  type Shape,
  smallestType,
  stateBorders,
} from '../theme/node-looks.ts'
import type { Palette, Theme, Tone } from '../theme/palette.ts'
import { linkLooks } from './link-looks.ts'
import { barHeight, wordHeight } from './marks.ts'

/** Who lies above whom, by hand: Cytoscape then sorts by one number. */
const layers = { region: 0, link: 10, node: 20 } as const

type Rule = StylesheetJson[number]
type Declarations = Record<string, unknown>

const rule = (selector: string, style: Declarations): Rule => ({ selector, style })

/** The whole style, from the look tables and a theme. Few rules: each costs a match for every element. */
export function styleSheet(palette: Palette, theme: Theme, pixelRatio: number): StylesheetJson {
  const { type, line } = enlarge[theme]
  const style = [
    rule('core', { 'active-bg-opacity': 0, 'selection-box-opacity': 0 }),
    nodeBase(palette, type, pixelRatio),
    ...nodeKinds.map((kind) => kindRule(palette.kinds[kind], kind, type, line)),
    ...horizons.map((horizon) => rule(`.${horizon}`, shapeStyle(horizonLooks[horizon].shape))),
    ...states.map((state) => stateRule(palette.states[state], state, line)),
    rule('.outlined', { 'background-color': palette.background }),
    ...pictureRules(),
    rule('.hub', { 'border-width': 3 * line, 'font-size': hubFontSize * type }),
    rule('.counted', { 'text-margin-y': -(barHeight / 2 + 3) }),
    rule('.open-hub', { 'border-style': 'double', 'border-width': 5 * line }),
    ...linkRules(palette, line, type),
    ...regionRules(palette),
  ]
  return style
}

function nodeBase(palette: Palette, type: number, pixelRatio: number): Rule {
  return rule('node', {
    width: 'data(w)',
    height: 'data(h)',
    label: 'data(label)',
    color: palette.text,
    'font-family': fontFamily,
    'text-valign': 'center',
    'text-halign': 'center',
    'text-wrap': 'wrap',
    'text-max-width': '1000px',
    'line-height': 1.18,
    'min-zoomed-font-size': smallestType * type * pixelRatio,
    'z-index-compare': 'manual',
    'z-index': layers.node,
    'overlay-opacity': 0,
    'overlay-padding': 0,
  })
}

function kindRule(tone: Tone, kind: (typeof nodeKinds)[number], type: number, line: number): Rule {
  const look = kindLooks[kind]
  return rule(`.${kind}`, {
    ...shapeStyle(look.shape),
    'background-color': tone.fill,
    'border-color': tone.line,
    'border-width': 1.6 * line,
    color: tone.ink,
    'font-size': look.fontSize * type,
    'font-weight': look.fontWeight,
  })
}

function shapeStyle({ name, points }: Shape): Declarations {
  return {
    shape: name,
    ...(points ? { 'shape-polygon-points': points.join(' ') } : {}),
    ...(name === 'round-rectangle' ? { 'corner-radius': 14 } : {}),
  }
}

function stateRule(tone: Tone, state: (typeof states)[number], line: number): Rule {
  const border = stateBorders[state]
  return rule(`.${state}`, {
    'background-color': tone.fill,
    'border-color': tone.line,
    color: tone.ink,
    'border-width': border.width * line,
    'border-style': border.style,
    ...(border.dash ? { 'border-dash-pattern': border.dash } : {}),
  })
}

/** Marks stand out beyond the body; the word lies in its lowest strip, the bar of a hub likewise. */
function pictureRules(): readonly Rule[] {
  const picture = {
    'background-image': 'data(pictures)',
    'background-clip': 'none',
    'background-image-containment': 'over',
  }
  return [
    rule('.judged', {
      ...picture,
      'background-position-x': '50%',
      'background-position-y': '50%',
      'bounds-expansion': markReach + 2,
      'text-margin-y': -wordHeight / 2 + 1,
    }),
    rule('.counted', {
      ...picture,
      'background-position-x': '50%',
      'background-position-y': '100%',
      'background-offset-y': '-9px',
    }),
  ]
}

function linkRules(palette: Palette, line: number, type: number): readonly Rule[] {
  const base = rule('edge', {
    'curve-style': 'straight',
    'line-color': palette.link,
    'target-arrow-color': palette.link,
    'source-arrow-color': palette.link,
    'arrow-scale': 0.9 * line,
    'z-index-compare': 'manual',
    'z-index': layers.link,
    'overlay-opacity': 0,
    'font-family': fontFamily,
  })
  const kinds = linkKinds.map(({ kind }) => {
    const look = linkLooks[kind]
    return rule(`.${kind}`, {
      width: look.width * line,
      'line-style': look.style,
      'line-opacity': look.aside ? 0.45 : 0.8,
      ...(look.dash ? { 'line-dash-pattern': look.dash } : {}),
      'target-arrow-shape': look.arrow,
      'target-arrow-fill': look.arrowFill,
      ...(look.bothWays ? { 'source-arrow-shape': look.arrow, 'source-arrow-fill': look.arrowFill } : {}),
    })
  })
  const counted = {
    label: 'data(count)',
    color: palette.mutedText,
    'font-size': 12 * type,
    'min-zoomed-font-size': 8,
    'text-background-color': palette.background,
    'text-background-opacity': 0.85,
    'text-background-padding': '2px',
  }
  return [
    base,
    ...kinds,
    rule('.several', { ...counted, width: 2.6 * line }),
    rule('.many', { ...counted, width: 4.2 * line }),
  ]
}

function regionRules(palette: Palette): readonly Rule[] {
  return [
    rule('.region', {
      shape: 'round-rectangle',
      'corner-radius': 18,
      'background-color': palette.sunken,
      'background-opacity': 0.55,
      events: 'no',
      'z-index': layers.region,
    }),
    rule('.region.bay', {
      'background-opacity': 0.2,
      'border-width': 1.5,
      'border-style': 'dashed',
      'border-color': palette.control,
    }),
    rule('.caption', {
      'background-opacity': 0,
      color: palette.mutedText,
      'font-size': 'data(size)',
      'font-weight': 600,
      'text-halign': 'right',
      'text-valign': 'center',
      'min-zoomed-font-size': 0,
      events: 'no',
      'z-index': layers.region,
    }),
  ]
}
