import type { Core } from 'cytoscape'
import type { Assessment } from '../../shared/analysis/assessment.ts'
import { type Messages, messagesFor } from '../../shared/i18n/messages.ts'
import type { Position, StrategyMap } from '../../shared/model/map.ts'
import { shownLayout } from '../commands/edit-commands.ts'
import type { AppState } from '../store/app-state.ts'
import { filteredInitiatives } from '../store/selectors.ts'
import { notifyProblem } from '../store/session-actions.ts'
import { enlarge, kindLooks } from '../theme/node-looks.ts'
import { palettes, type Theme } from '../theme/palette.ts'
import { runTask } from '../workers/worker-client.ts'
import { fitAll, mayAnimate } from './camera.ts'
import { type Drawing, drawLink, drawNode } from './elements.ts'
import { fallbackPlaces } from './fallback-arrangement.ts'
import { buffersOf, layoutGraph, layoutSignature, placesFound, type Region } from './layout-request.ts'
import { measureFor } from './measure-text.ts'
import { buildPicture, type Picture, type PictureNode, type TypeSetting } from './picture.ts'
import { Places } from './places.ts'
import { drawRegions } from './regions.ts'
import { moveAsTexture, picturesLoaded, textureFrom } from './renderer-seam.ts'
import { styleSheet } from './style-sheet.ts'
import { type OnCanvas, syncElements, type Wanted } from './sync-elements.ts'

/** Everything that decides what is drawn. A new picture is made only when one of these is another value. */
export interface SceneInputs {
  readonly map: StrategyMap
  readonly assessment: Assessment | null
  readonly matches: ReadonlySet<string> | null
  readonly opened: ReadonlySet<string>
  readonly revealed: ReadonlySet<string>
  readonly m: Messages
  readonly theme: Theme
}

export function sceneInputs(state: AppState, revealed: ReadonlySet<string>, theme: Theme): SceneInputs | null {
  const map = state.document?.map
  if (!map) return null
  const matches = filteredInitiatives(state)
  const { opened, language } = state
  return {
    map,
    assessment: state.assessment?.value ?? null,
    matches,
    opened,
    revealed,
    m: messagesFor(language),
    theme,
  }
}

/**
 * What the layout has to do: everything from nothing, make room for what is new, find a place only for groups (which the
 * file does not keep), say where the grounds lie now, or nothing.
 */
type Run = 'afresh' | 'warm' | 'groups' | 'grounds' | 'none'

/** So many pictures are remembered. */
const remembered = 12

/** The picture on the canvas with the places of its nodes: brings both in line with the store and with the layout. */
export class Scene {
  readonly places = new Places()
  readonly #cy: Core
  readonly #onCanvas: OnCanvas = new Map()
  readonly #shown: () => void
  #inputs: SceneInputs | null = null
  #picture: Picture | null = null
  #regions: readonly Region[] = []
  /** Everything is in view and is to stay so. */
  fitted = true
  /** An arrangement from nothing has been asked for and has not come yet. */
  #afresh = false
  /** Where everything stood, by what was shown: undoing and folding again bring the very picture back. */
  readonly #memory = new Map<string, ReadonlyMap<string, Position>>()
  #laidOut: string | null = null
  #laidOutTemporary: string | null = null
  #groundsFor: string | null = null
  #round = 0

  /** `shown` is called whenever the canvas has come to show another picture. */
  constructor(cy: Core, shown: () => void) {
    this.#cy = cy
    this.#shown = shown
    cy.on('dragpan scrollzoom pinchzoom', () => {
      this.fitted = false
    })
  }

  get picture(): Picture | null {
    return this.#picture
  }

  get inputs(): SceneInputs | null {
    return this.#inputs
  }

  /** Shows all of it, and goes on doing so when the picture changes, until the user looks elsewhere. */
  fit(animate: boolean): void {
    this.fitted = true
    fitAll(this.#cy, animate)
  }

  async show(inputs: SceneInputs, afresh = false): Promise<void> {
    const before = this.#inputs
    const wasTemporary = this.places.temporary
    this.#afresh ||= afresh
    this.#inputs = inputs
    this.#round += 1
    if (before?.theme !== inputs.theme)
      this.#cy.style(styleSheet(palettes[inputs.theme], inputs.theme, window.devicePixelRatio))
    const { map, assessment, matches, opened, revealed } = inputs
    const picture = buildPicture(map, assessment, matches, opened, revealed, typeSetting(inputs))
    const moved = this.places.follow(map.positions?.[shownLayout])
    if (moved.length > 0) this.#groundsFor = null
    const lacking = () => [...picture.nodes.values()].filter((node) => !this.places.get(node.id))
    if (matches === null) this.places.setTemporary(false)
    else if (lacking().length > 0) this.places.setTemporary(true)
    const signature = layoutSignature(picture)
    let run = this.#afresh ? 'afresh' : this.#chooseRun(signature, lacking(), matches !== null)
    if (run === 'warm' && matches === null && this.#recall(signature, new Set([...moved, ...(map.pinned ?? [])]))) {
      run = 'grounds'
    }
    // Nobody should wait for the grounds alone.
    const settled = run === 'grounds' || run === 'none'
    if (wasTemporary !== this.places.temporary) this.fitted = true
    if (settled) this.#draw(picture, this.#compose(picture), false)
    if (settled && before?.m !== inputs.m) drawRegions(this.#cy, this.#regions, inputs.m)
    if (settled && this.fitted) this.fit(wasTemporary)
    if (run !== 'none') await this.#arrange(picture, run, signature, this.#round)
  }

  #chooseRun(signature: string, lacking: readonly PictureNode[], filtered: boolean): Run {
    if (this.places.temporary) {
      return signature === this.#laidOutTemporary ? 'none' : 'afresh'
    }
    this.#laidOutTemporary = null
    const known = filtered || this.#laidOut === null || this.#laidOut === signature
    if (this.#laidOut === null && lacking.length > 0 && lacking.every((node) => !node.real)) return 'groups'
    if (lacking.length > 0 || !known) return 'warm'
    return this.#groundsFor !== signature ? 'grounds' : 'none'
  }

  /** Puts everything but `except` back where it stood when just this was shown; says whether it ever was. */
  #recall(signature: string, except: ReadonlySet<string>): boolean {
    const known = this.#memory.get(signature)
    if (!known) return false
    this.places.arrange(new Map([...known].filter(([id]) => !except.has(id))), except)
    this.#laidOut = signature
    return true
  }

  #remember(signature: string, picture: Picture): void {
    const found = new Map<string, Position>()
    for (const id of picture.nodes.keys()) {
      const at = this.places.get(id)
      if (at) found.set(id, at)
    }
    this.#memory.delete(signature)
    this.#memory.set(signature, found)
    const [oldest] = this.#memory.keys()
    if (this.#memory.size > remembered && oldest !== undefined) this.#memory.delete(oldest)
  }

  async #arrange(picture: Picture, run: Run, signature: string, round: number): Promise<void> {
    const { places } = this
    const pinned = new Set(this.#inputs?.map.pinned)
    const fixed = (id: string) => run === 'grounds' || run === 'groups' || (pinned.has(id) && !places.temporary)
    const placeOf = (id: string) => (run === 'afresh' && !fixed(id) ? undefined : places.get(id))
    const graph = layoutGraph(picture, placeOf, fixed)
    const wanted = run === 'grounds' ? null : this.#compose(picture)
    const [result] = await Promise.all([
      runTask('arrange', { layout: shownLayout, graph }, buffersOf(graph)),
      // Else the first frame would be drawn twice: without the marks, and with them.
      picturesLoaded(this.#cy, wanted?.nodes.flatMap((node) => node.pictures) ?? []),
    ])
    if (round !== this.#round || this.#cy.destroyed()) return
    if (result.ok) {
      if (run !== 'grounds') places.arrange(placesFound(picture, result.value), pinned)
      this.#regions = result.value.regions
    } else {
      notifyProblem(result.problem)
      places.arrange(
        fallbackPlaces(picture, (id) => places.get(id)),
        pinned,
      )
    }
    if (places.temporary) this.#laidOutTemporary = signature
    else if (this.#inputs?.matches === null) {
      this.#laidOut = signature
      if (run === 'afresh') this.#memory.clear()
      this.#remember(signature, picture)
    }
    this.#groundsFor = signature
    const first = this.#onCanvas.size === 0
    if (wanted) this.#draw(picture, wanted, first)
    if (run === 'afresh') {
      this.#afresh = false
      this.fitted = true
    }
    drawRegions(this.#cy, this.#regions, this.#inputs?.m ?? messagesFor('en'))
    if (this.fitted) this.fit(!first && run !== 'grounds')
  }

  #compose(picture: Picture): Wanted | null {
    const inputs = this.#inputs
    if (!inputs) return null
    const drawing: Drawing = { m: inputs.m, palette: palettes[inputs.theme], theme: inputs.theme }
    return {
      nodes: Array.from(picture.nodes.values(), (node) => drawNode(node, drawing)),
      links: Array.from(picture.links.values(), drawLink),
    }
  }

  #draw(picture: Picture, wanted: Wanted | null, first: boolean): void {
    if (!wanted) return
    moveAsTexture(this.#cy, wanted.nodes.length + wanted.links.length >= textureFrom)
    syncElements(this.#cy, this.#onCanvas, wanted, (id) => this.places.get(id))
    this.#picture = picture
    this.#moveAll(picture, !first)
    this.#shown()
  }

  #moveAll(picture: Picture, gently: boolean): void {
    const animate = gently && mayAnimate(this.#cy)
    this.#cy.batch(() => {
      for (const id of picture.nodes.keys()) {
        const node = this.#cy.getElementById(id)
        const at = this.places.get(id)
        if (!at || node.grabbed()) continue
        const { x, y } = node.position()
        if (x === at[0] && y === at[1]) continue
        node.stop()
        if (animate) node.animate({ position: { x: at[0], y: at[1] } }, { duration: 300, easing: 'ease-in-out-cubic' })
        else node.position({ x: at[0], y: at[1] })
      }
    })
  }

  /** The user has let go of nodes here; true when the places are to last. */
  drop(dropped: ReadonlyMap<string, Position>): boolean {
    this.fitted = false
    this.#groundsFor = null
    for (const [id, at] of dropped) this.places.put(id, at)
    return !this.places.temporary
  }
}

function typeSetting({ m, theme }: SceneInputs): TypeSetting {
  const measures = new Map(
    Object.entries(kindLooks).map(([kind, look]) => [
      kind,
      measureFor(look.fontSize * enlarge[theme].type, look.fontWeight),
    ]),
  )
  return { measure: (kind) => measures.get(kind) ?? ((text) => text.length * 8), restOf: (kind) => m.map.restOf[kind] }
}
