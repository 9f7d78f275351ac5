import type { State } from '../../shared/analysis/assessment.ts'
import type { NodeKind } from '../../shared/model/map.ts'

/** A shape on the map or a mark in a list: its area, its outline, and the text on it. */
export interface Tone {
  readonly fill: string
  readonly line: string
  readonly ink: string
}

/**
 * The colours of one theme, for what paints without CSS. `tokens.css` holds the same values; a test compares them
 * and checks contrast (WCAG AA) and the distance between the states for the three colour-vision deficiencies.
 */
export interface Palette {
  readonly states: Readonly<Record<State, Tone>>
  readonly kinds: Readonly<Record<NodeKind, Tone>>
  readonly background: string
  readonly surface: string
  /** Menus, popovers and dialogs. */
  readonly raised: string
  readonly sunken: string
  readonly text: string
  readonly mutedText: string
  /** Hairlines that only divide. */
  readonly border: string
  /** Outlines of what can be operated: 3:1 against the surface. */
  readonly control: string
  readonly accent: string
  readonly onAccent: string
  readonly accentSoft: string
  /** Ordinary links on the map. */
  readonly link: string
  readonly problem: string
  readonly warning: string
  /** Laid over what is out of focus. */
  readonly veil: string
}

export type Theme = 'light' | 'dark' | 'projector'

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    states: {
      coupled: { fill: '#bff4ef', line: '#046f69', ink: '#003633' },
      'means-ends-decoupled': { fill: '#ffe3c0', line: '#c37e0f', ink: '#422700' },
      'policy-practice-decoupled': { fill: '#eee1fe', line: '#7931b8', ink: '#362447' },
      'fully-decoupled': { fill: '#ffe0da', line: '#be1507', ink: '#492019' },
      'not-assessed': { fill: '#d9eafc', line: '#2b4a6e', ink: '#1e2f41' },
      concluded: { fill: '#e3e5e7', line: '#86898e', ink: '#2c2e30' },
    },
    kinds: {
      initiative: { fill: '#eff0f1', line: '#67696c', ink: '#28292a' },
      goal: { fill: '#e8f1ff', line: '#3e66b3', ink: '#162849' },
      department: { fill: '#e8f2f7', line: '#4a6f80', ink: '#1c2b33' },
      person: { fill: '#fdeaf2', line: '#8f5270', ink: '#391f2c' },
      agency: { fill: '#fdede2', line: '#905a33', ink: '#3a2312' },
      channel: { fill: '#e9f3e9', line: '#4f7450', ink: '#1e2e1e' },
    },
    background: '#f6f7f8',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#eceef1',
    text: '#1b2027',
    mutedText: '#59616c',
    border: '#dcdfe4',
    control: '#828994',
    accent: '#2b5fd9',
    onAccent: '#ffffff',
    accentSoft: '#e6edfc',
    link: '#848b96',
    problem: '#b3190b',
    warning: '#8a5300',
    veil: '#f6f7f8d1',
  },
  dark: {
    states: {
      coupled: { fill: '#043632', line: '#59e4d9', ink: '#c9f2ed' },
      'means-ends-decoupled': { fill: '#412800', line: '#f3a91a', ink: '#ffe3c0' },
      'policy-practice-decoupled': { fill: '#332840', line: '#a85be1', ink: '#eee2fd' },
      'fully-decoupled': { fill: '#422520', line: '#ea3f37', ink: '#ffe0da' },
      'not-assessed': { fill: '#242f3b', line: '#4a769b', ink: '#ddeaf7' },
      concluded: { fill: '#2d2e30', line: '#9fa3a8', ink: '#e7e8ea' },
    },
    kinds: {
      initiative: { fill: '#262627', line: '#909296', ink: '#e7e8ea' },
      goal: { fill: '#1e2736', line: '#6591e1', ink: '#dce9ff' },
      department: { fill: '#20282b', line: '#7398ab', ink: '#d8ebf6' },
      person: { fill: '#2f2228', line: '#bc7b9a', ink: '#feddec' },
      agency: { fill: '#2f241c', line: '#bd835b', ink: '#fee1cf' },
      channel: { fill: '#212921', line: '#779e78', ink: '#daefda' },
    },
    background: '#14171c',
    surface: '#1b1f26',
    raised: '#242a32',
    sunken: '#101318',
    text: '#e8ebf0',
    mutedText: '#a0a9b6',
    border: '#313842',
    control: '#747d8a',
    accent: '#7aa5ff',
    onAccent: '#0d1524',
    accentSoft: '#223253',
    link: '#737c89',
    problem: '#ff9a85',
    warning: '#f5b84d',
    veil: '#14171cd1',
  },
  projector: {
    states: {
      coupled: { fill: '#baf6ef', line: '#005853', ink: '#00211e' },
      'means-ends-decoupled': { fill: '#fee3c0', line: '#a56800', ink: '#2b1500' },
      'policy-practice-decoupled': { fill: '#efe1ff', line: '#5f089a', ink: '#21132d' },
      'fully-decoupled': { fill: '#fee0da', line: '#9f0500', ink: '#2f100b' },
      'not-assessed': { fill: '#d8eafe', line: '#102e52', ink: '#0f1c29' },
      concluded: { fill: '#e3e5e7', line: '#6e7175', ink: '#191b1d' },
    },
    kinds: {
      initiative: { fill: '#eeeeef', line: '#46484b', ink: '#111213' },
      goal: { fill: '#e6efff', line: '#1d438c', ink: '#030f2e' },
      department: { fill: '#e6f0f5', line: '#294d5e', ink: '#05141a' },
      person: { fill: '#fbe9f0', line: '#6b314e', ink: '#200814' },
      agency: { fill: '#fbebe1', line: '#6c380d', ink: '#200b00' },
      channel: { fill: '#e8f2e7', line: '#2e522f', ink: '#071608' },
    },
    background: '#ffffff',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#eef0f3',
    text: '#000000',
    mutedText: '#3a4048',
    border: '#b9bfc8',
    control: '#555c66',
    accent: '#0b3ea8',
    onAccent: '#ffffff',
    accentSoft: '#dfe9ff',
    link: '#5a616b',
    problem: '#8f0500',
    warning: '#6b3d00',
    veil: '#ffffffd9',
  },
}
