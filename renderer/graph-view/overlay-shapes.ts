import type { Shape } from '../theme/node-looks.ts'
import type { ArrowShape } from './link-looks.ts'

/** Centre and size. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const diamond = [0, -1, 1, 0, 0, 1, -1, 0]

/** The outline of a body as the current path. */
export function traceShape(context: CanvasRenderingContext2D, { name, points }: Shape, box: Box): void {
  const { x, y, width, height } = box
  context.beginPath()
  switch (name) {
    case 'ellipse':
      context.ellipse(x, y, width / 2, height / 2, 0, 0, 2 * Math.PI)
      return
    case 'round-rectangle':
    case 'barrel':
      context.roundRect(x - width / 2, y - height / 2, width, height, name === 'barrel' ? 8 : 18)
      return
    case 'rectangle':
      context.rect(x - width / 2, y - height / 2, width, height)
      return
    default: {
      const corners = points ?? diamond
      for (let i = 0; i + 1 < corners.length; i += 2) {
        context.lineTo(x + ((corners[i] ?? 0) * width) / 2, y + ((corners[i + 1] ?? 0) * height) / 2)
      }
      context.closePath()
    }
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The head of an arrow, filled in the current colour with its tip at `to`. */
export function traceArrow(
  context: CanvasRenderingContext2D,
  arrow: ArrowShape,
  from: Point,
  to: Point,
  size: number,
): void {
  if (arrow === 'none') return
  context.save()
  context.translate(to.x, to.y)
  context.rotate(Math.atan2(to.y - from.y, to.x - from.x))
  context.beginPath()
  switch (arrow) {
    case 'circle':
      context.arc(-size / 2, 0, size / 2, 0, 2 * Math.PI)
      break
    case 'square':
      context.rect(-size, -size / 2, size, size)
      break
    case 'diamond':
      context.moveTo(0, 0)
      context.lineTo(-size * 0.6, size / 2)
      context.lineTo(-size * 1.2, 0)
      context.lineTo(-size * 0.6, -size / 2)
      break
    case 'tee':
      context.rect(-size * 0.4, -size * 0.6, size * 0.3, size * 1.2)
      break
    case 'triangle':
    case 'vee':
      context.moveTo(0, 0)
      context.lineTo(-size, size * 0.55)
      context.lineTo(arrow === 'vee' ? -size * 0.7 : -size, 0)
      context.lineTo(-size, -size * 0.55)
      break
  }
  context.fill()
  context.restore()
}
