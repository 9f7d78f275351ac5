import cytoscape, { type Core } from 'cytoscape'
import type { Position } from '../../shared/model/map.ts'
import { moveNodes } from '../commands/edit-commands.ts'
import type { AppState } from '../store/app-state.ts'
import { type MapHandle, registerMap } from '../store/map-handle.ts'
import { focusedFinding } from '../store/selectors.ts'
import { openDialog, openHub, select, selectLink } from '../store/session-actions.ts'
import { store } from '../store/store.ts'
import { fontFamily } from '../theme/node-looks.ts'
import { frame, reveal, zoomBy } from './camera.ts'
import { forgetMeasures } from './measure-text.ts'
import { neighbourTowards } from './neighbour.ts'
import { Overlay } from './overlay.ts'
import { pictureSize, renderPicture } from './picture-export.ts'
import { type PointerActions, watchPointer } from './pointer-controller.ts'
import { Scene, sceneInputs } from './scene.ts'
import { searchHits } from './search-hits.ts'
import { evidenceNodes, spotlightOf } from './spotlight.ts'
import { themeNow, watchTheme } from './theme-watch.ts'

export interface MapCanvas {
  /** Arrow keys and Enter; true when the key was taken. */
  readonly key: (key: string) => boolean
  readonly scene: Scene
  readonly destroy: () => void
}

/** An edit is drawn with its assessment if that comes within this time, in ms; else at once with what is known. */
const patience = 150

/** Puts the map onto `container`, its markings onto the `sheet` above, and keeps it in step with the store until destroyed. */
export function createMapCanvas(
  container: HTMLElement,
  sheet: HTMLCanvasElement,
  hover: PointerActions['hover'],
): MapCanvas {
  const cy = cytoscape({
    container,
    elements: [],
    style: [],
    minZoom: 0.02,
    maxZoom: 3,
    boxSelectionEnabled: false,
    autounselectify: true,
    layout: { name: 'preset' },
  })
  const keeper = new Keeper(cy, new Overlay(cy, sheet))
  watchPointer(cy, { ...keeper.actions, hover })
  const stopTheme = watchTheme(() => keeper.refresh())
  const stopStore = store.subscribe((state, before) => keeper.follow(state, before))
  const resized = new ResizeObserver(() => keeper.resize())
  resized.observe(container)
  registerMap(keeper.handle)
  void keeper.start()
  return {
    scene: keeper.scene,
    key: (key) => keeper.key(key),
    destroy: () => {
      stopTheme()
      stopStore()
      resized.disconnect()
      registerMap(null)
      keeper.stop()
      cy.destroy()
    },
  }
}

/** Keeps canvas and store in step, both ways. */
class Keeper {
  readonly scene: Scene
  readonly handle: MapHandle
  readonly actions: Omit<PointerActions, 'hover'>
  readonly #cy: Core
  readonly #overlay: Overlay
  #revealed: ReadonlySet<string> = new Set()
  #timer: ReturnType<typeof setTimeout> | undefined
  #chosenHere = false
  #toFrame = false
  #ready = false

  constructor(cy: Core, overlay: Overlay) {
    this.#cy = cy
    this.#overlay = overlay
    this.scene = new Scene(cy, () => this.#decorate())
    this.handle = this.#makeHandle()
    this.actions = this.#makeActions()
  }

  /** Names are measured and drawn in the page's own type: wait for it, but not for ever. */
  async start(): Promise<void> {
    const faces = [500, 600].map((weight) => document.fonts.load(`${weight} 14px ${fontFamily}`).catch(() => []))
    const patient = new Promise((resolve) => setTimeout(resolve, 800))
    await Promise.race([Promise.all(faces), patient])
    if (this.#cy.destroyed()) return
    forgetMeasures()
    this.#ready = true
    if (focusedFinding(store.getState())) this.#toFrame = true
    this.#revealWanted(store.getState())
    this.refresh()
  }

  /** A panel has opened or closed: what was all in view stays so. */
  resize(): void {
    this.#cy.resize()
    if (this.scene.fitted && this.scene.picture) this.scene.fit(false)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#ready = false
  }

  follow(state: AppState, before: AppState): void {
    if (!this.#ready) return
    if (state.document?.token !== before.document?.token || state.filter !== before.filter) this.#revealed = new Set()
    if (state.opened !== before.opened && state.opened.size === 0) this.#revealed = new Set()
    if (state.focus !== before.focus && state.focus) this.#toFrame = true
    this.#revealWanted(state)
    if (this.#pictureIsStale(state)) {
      clearTimeout(this.#timer)
      const current = state.assessment?.revision === state.document?.revision
      // In a task of its own, so that panels and picture of a large map do not add up to one long pause.
      this.#timer = setTimeout(() => this.refresh(), current ? 0 : patience)
      return
    }
    const turned = state.selection !== before.selection || state.selectedLink !== before.selectedLink
    if (turned || state.focus !== before.focus || state.search !== before.search) this.#decorate()
  }

  #pictureIsStale(state: AppState): boolean {
    const next = sceneInputs(state, this.#revealed, this.scene.inputs?.theme ?? 'light')
    const now = this.scene.inputs
    if (!next || !now) return next !== now
    return (Object.keys(next) as (keyof typeof next)[]).some((key) => next[key] !== now[key])
  }

  refresh(): void {
    clearTimeout(this.#timer)
    const state = store.getState()
    const inputs = this.#ready ? sceneInputs(state, this.#revealed, themeNow()) : null
    // The first picture waits for its assessment, which is on its way: without it every colour would be wrong.
    if (inputs && (inputs.assessment || this.scene.picture)) void this.scene.show(inputs)
  }

  /** What is in focus or selected must be seen, also inside a folded hub; it stays unfolded until the filter changes. */
  #revealWanted(state: AppState): void {
    const finding = focusedFinding(state)
    const picture = this.scene.picture
    const folded = (id: string) => picture !== null && picture.shownAs(id) !== id
    const selected = state.selection.filter((id) => folded(id) && picture?.shownAs(id) !== null)
    const wanted = [...(finding ? evidenceNodes(finding).filter(folded) : []), ...selected].filter(
      (id) => !this.#revealed.has(id),
    )
    if (wanted.length > 0) this.#revealed = new Set([...this.#revealed, ...wanted])
  }

  /** Selection, focus and search on top of the picture as it stands. */
  #decorate(): void {
    const { picture, inputs } = this.scene
    if (!picture || !inputs) return
    const state = store.getState()
    const finding = focusedFinding(state)
    const spotlight = finding
      ? spotlightOf(finding, inputs.map, picture)
      : searchHits(inputs.map, state.search, picture)
    const chosen = new Set(state.selection.map((id) => picture.shownAs(id)).filter((id) => id !== null))
    const { theme } = inputs
    this.#overlay.show({ picture, theme, selected: chosen, selectedLink: state.selectedLink, spotlight })
    if (finding && spotlight && this.#toFrame) {
      this.#toFrame = false
      this.#frame(spotlight.nodes)
    } else if (!finding && chosen.size > 0 && !this.#chosenHere) this.#reveal(chosen)
    this.#chosenHere = false
  }

  #frame(ids: ReadonlySet<string>): void {
    this.scene.fitted = false
    frame(this.#cy, this.#collect(ids), true)
  }

  #zoom(factor: number): void {
    this.scene.fitted = false
    zoomBy(this.#cy, factor)
  }

  #reveal(ids: ReadonlySet<string>): void {
    reveal(this.#cy, this.#collect(ids))
  }

  #collect(ids: ReadonlySet<string>) {
    let found = this.#cy.collection()
    for (const id of ids) found = found.union(this.#cy.getElementById(id))
    return found
  }

  #makeActions(): Omit<PointerActions, 'hover'> {
    const isReal = (id: string) => this.scene.picture?.nodes.get(id)?.real ?? false
    return {
      tapNode: (id, extend) => {
        this.#chosenHere = true
        const { selection } = store.getState()
        const rest = selection.filter((one) => one !== id)
        if (!isReal(id)) select([])
        else if (!extend) select([id])
        else select(rest.length < selection.length ? rest : [...selection, id])
      },
      tapLink: (id) => {
        this.#chosenHere = true
        if (this.scene.picture?.links.get(id)?.real) selectLink(id)
      },
      tapNothing: () => {
        const { selection, selectedLink } = store.getState()
        if (selection.length > 0 || selectedLink !== null) select([])
      },
      openNode: (id) => this.#toggleHub(id),
      openNothing: () => openDialog({ kind: 'add-node' }),
      dropped: (places) => this.#dropped(places),
    }
  }

  #toggleHub(id: string): boolean {
    const hub = this.scene.picture?.nodes.get(id)?.hub
    if (hub) openHub(id, !hub.open)
    return hub != null
  }

  #dropped(places: ReadonlyMap<string, Position>): void {
    const lasting = this.scene.drop(places)
    const real = [...places].filter(([id]) => this.scene.picture?.nodes.get(id)?.real)
    if (lasting && real.length > 0) moveNodes(Object.fromEntries(real))
  }

  key(key: string): boolean {
    const { picture } = this.scene
    const { selection } = store.getState()
    const from = selection.at(-1)
    if (!picture) return false
    if (key === 'Enter') return from !== undefined && this.#toggleHub(from)
    if (!key.startsWith('Arrow')) return false
    const shown = from === undefined ? null : picture.shownAs(from)
    const next = shown === null ? [...picture.nodes.keys()][0] : neighbourTowards(this.#cy, shown, key)
    if (next != null) select([next])
    return true
  }

  #makeHandle(): MapHandle {
    const cy = this.#cy
    return {
      fit: () => this.scene.fit(true),
      zoomIn: () => this.#zoom(1.3),
      zoomOut: () => this.#zoom(1 / 1.3),
      arrange: () => {
        const inputs = sceneInputs(store.getState(), this.#revealed, themeNow())
        if (inputs) void this.scene.show(inputs, true)
      },
      positions: () => {
        const real = [...(this.scene.picture?.nodes.values() ?? [])].filter((node) => node.real)
        return this.scene.places.lasting(real.map((node) => node.id))
      },
      pictureSize: (options) => pictureSize(cy, this.scene, options),
      renderPicture: (options) => renderPicture(cy, this.scene, options),
    }
  }
}
